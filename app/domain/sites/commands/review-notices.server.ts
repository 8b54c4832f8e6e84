import type { Actor } from '#app/domain/accounts/model'
import { notBanned } from '#app/domain/accounts/visible-to.server'
import { queueNotice } from '#app/domain/notices/outbox.server'
import type { Tx } from '#app/platform/db/client.server'
import { isLanguage } from '#app/platform/i18n/language'
import type { Dossier } from '../model'

type Reviewed = {
  site: { id: string; number: string; townKey: string; town: { regionKey: string } }
  version: { id: string; revision: number; authorId: string | null; editorIds: string[] }
  dossier: Dossier
  now: Date
}

type Recipient = { id: string; name: string; email: string; locale: string | null }

/** Tells those who may review: the heads of the town's akimat, or the region's when every one of them wrote at it. */
export async function tellReviewers(tx: Tx, reviewed: Reviewed & { by: Actor }): Promise<void> {
  const { site, version, by, now } = reviewed
  const inTown = await headsOf(tx, now, { townKey: site.townKey })
  const reviewers = inTown.filter(({ id }) => !version.editorIds.includes(id))
  const told =
    reviewers.length > 0 ? reviewers : await headsOf(tx, now, { townKey: null, regionKey: site.town.regionKey })
  for (const person of told) {
    await queueNotice(tx, {
      template: 'site_submitted',
      locale: languageOf(person),
      to: person.email,
      dedupeKey: `site_submitted:${version.id}:${version.revision}:${person.id}`,
      data: { ...factsOf(reviewed, person), by: by.kind === 'person' ? by.name : '' },
    })
  }
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
  const reviewers = inTown.filter(({ id }) => !editorIds.includes(id))
  const told = reviewers.length > 0 ? reviewers : await headsOf(tx, now, { townKey: null, regionKey })
  for (const person of told) {
    const link = `/${languageOf(person)}/akimat?view=in_review`
    await queueNotice(tx, {
      template: 'sites_submitted',
      locale: languageOf(person),
      to: person.email,
      dedupeKey: `sites_submitted:${sites.importId}:${townKey}:${now.getTime()}:${person.id}`,
      data: { name: person.name, count: sites.count, by: by.kind === 'person' ? by.name : '', link },
    })
  }
}

/** Tells the author of the outcome; `remark` is null when the version was published. */
export async function tellAuthor(tx: Tx, reviewed: Reviewed, remark: string | null): Promise<void> {
  const { version } = reviewed
  const author = version.authorId === null ? null : await tx.user.findUnique({ where: { id: version.authorId } })
  if (author === null) return
  const common = { locale: languageOf(author), to: author.email }
  const facts = factsOf(reviewed, author)
  const key = `${version.id}:${version.revision}`
  if (remark === null) {
    await queueNotice(tx, { ...common, template: 'site_published', dedupeKey: `site_published:${key}`, data: facts })
  } else {
    const data = { ...facts, remark }
    await queueNotice(tx, { ...common, template: 'site_returned', dedupeKey: `site_returned:${key}`, data })
  }
}

/** The heads of an akimat who may come in. */
async function headsOf(
  tx: Tx,
  now: Date,
  akimat: { townKey: string | null; regionKey?: string },
): Promise<Recipient[]> {
  const members = await tx.member.findMany({
    where: { role: 'akimat_head', organization: { kind: 'akimat', ...akimat }, user: notBanned(now) },
    select: { user: { select: { id: true, name: true, email: true, locale: true } } },
  })
  return members.map((member) => member.user)
}

function languageOf({ locale }: { locale: string | null }) {
  return locale !== null && isLanguage(locale) ? locale : 'kk'
}

function factsOf({ site, dossier }: Reviewed, person: Recipient) {
  return {
    name: person.name,
    number: site.number,
    site: dossier.identity.name,
    link: `/${languageOf(person)}/akimat/sites/${site.number}`,
  }
}
