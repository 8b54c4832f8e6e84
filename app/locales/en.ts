import type { Words } from './words'

/** Words of the pages for everybody. Desks load theirs (i18n.client.ts); mails and the server's own pages have theirs. */
const rooms = import.meta.glob<Partial<Words>>(
  [
    './en/*.json',
    '!./en/{accounts,admin,akimat,alerts,briefs,compare,dossier,editor,facts,imports,inquiries,insight,matching,notices,papers,pdf,questions,review,routing,rulesets,server,spk}.json',
  ],
  { eager: true, import: 'default' },
)

export const words: Partial<Words> = Object.assign({}, ...Object.values(rooms))
