import type { Actor } from '#app/domain/accounts/model'
import { notBanned } from '#app/domain/accounts/visible-to.server'
import { tell, type Reader } from '#app/domain/notices/tell.server'
import type { Tx } from '#app/platform/db/client.server'
import { pathIn } from '#app/platform/i18n/language'
import type { Dossier } from '../model'

type Reviewed = {
  site: { id: string; number: string; townKey: string; town: { regionKey: string } }
  version: { id: string; revision: number; authorId: string | null; editorIds: string[] }
  dossier: Dossier
  now: Date
}

/** Tells those who may review: the heads of the town's akimat, or the region's when every one of them wrote at it. */
export async function tellReviewers(tx: Tx, reviewed: Reviewed & { by: Actor }): Promise<void> {
  const { site, version, by, now } = reviewed
  const inTown = await headsOf(tx, now, { townKey: site.townKey })
  const reviewers = inTown.filter((id) => !version.editorIds.includes(id))
  const told =
    reviewers.length > 0 ? reviewers : await headsOf(tx, now, { townKey: null, regionKey: site.town.regionKey })
  const author = by.kind === 'person' ? by.name : ''
  const common = aboutOf(reviewed)
  await tell(tx, {
    ...common,
    event: 'site_submitted',
    circle: { reviewers: told },
    dedupeKey: `site_submitted:${version.id}:${version.revision}`,
    facts: { ...common.facts, by: author },
    letter: (reader) => ({ template: 'site_submitted', data: { ...letterOf(reviewed, reader), by: author } }),
  })
}

type ImportedSites = {
  importId: string
  townKey: string
  regionKey: string
  count: number
  editorIds: string[]
  by: Actor
  now: Date
}

/** Tells those who may review, once for all sites of an import; who is told follows `tellReviewers`. */
export async function tellReviewersOfImport(tx: Tx, sites: ImportedSites): Promise<void> {
  const { townKey, regionKey, editorIds, by, now } = sites
  const inTown = await headsOf(tx, now, { townKey })
  const reviewers = inTown.filter((id) => !editorIds.includes(id))
  const told = reviewers.length > 0 ? reviewers : await headsOf(tx, now, { townKey: null, regionKey })
  const author = by.kind === 'person' ? by.name : ''
  const path = '/akimat?view=in_review'
  await tell(tx, {
    event: 'sites_submitted',
    circle: { reviewers: told },
    about: `import:${sites.importId}`,
    dedupeKey: `sites_submitted:${sites.importId}:${townKey}:${now.getTime()}`,
    facts: { count: sites.count },
    ...{ path, now },
    letter: ({ name, locale }) => ({
      template: 'sites_submitted',
      data: { name, count: sites.count, by: author, link: pathIn(locale, path) },
    }),
  })
}

/** Tells the author of the outcome; `remark` is null when the version was published. */
export async function tellAuthor(tx: Tx, reviewed: Reviewed, remark: string | null): Promise<void> {
  const { version } = reviewed
  const event = remark === null ? 'site_published' : 'site_returned'
  await tell(tx, {
    ...aboutOf(reviewed),
    event,
    circle: { author: version.authorId === null ? [] : [version.authorId] },
    dedupeKey: `${event}:${version.id}:${version.revision}`,
    letter: (reader) => {
      const data = letterOf(reviewed, reader)
      return remark === null
        ? { template: 'site_published', data }
        : { template: 'site_returned', data: { ...data, remark } }
    },
  })
}

/** The heads of an akimat who may come in. */
async function headsOf(tx: Tx, now: Date, akimat: { townKey: string | null; regionKey?: string }): Promise<string[]> {
  const members = await tx.member.findMany({
    where: { role: 'akimat_head', organization: { kind: 'akimat', ...akimat }, user: notBanned(now) },
    select: { userId: true },
  })
  return members.map(({ userId }) => userId)
}

function aboutOf({ site: { number }, dossier, now }: Reviewed) {
  const path = `/akimat/sites/${number}`
  return { about: `site:${number}`, path, facts: { number, site: dossier.identity.name }, now }
}

function letterOf({ site: { number }, dossier }: Reviewed, { name, locale }: Reader) {
  return { name, number, site: dossier.identity.name, link: pathIn(locale, `/akimat/sites/${number}`) }
}
