import type { Words } from './words'

/** Words of the pages for everybody. Desks load theirs (i18n.client.ts); mails and the server's own pages have theirs. */
const rooms = import.meta.glob<Partial<Words>>(
  [
    './en/*.json',
    '!./en/{about,accounts,admin,akimat,alerts,bell,briefs,calendar,casework,compare,consents,dossier,editor,eligibility,erasure,facts,freshness,imports,inquiries,insight,investor,jobs,ledger,matching,notices,papers,passport,pdf,privacy,questions,responsibility,review,routing,rulesets,server,spk,templates,terms,towns,visits,webhooks}.json',
  ],
  { eager: true, import: 'default' },
)

export const words: Partial<Words> = Object.assign({}, ...Object.values(rooms))
