import { createSite } from '#app/domain/sites/commands/create-site.server'
import { publishVersion, submitForReview } from '#app/domain/sites/commands/review.server'
import { saveDraft } from '#app/domain/sites/commands/save-draft.server'
import type { Actor, MemberRole } from '#app/domain/accounts/model'
import type { SiteKind } from '#app/domain/sites/choices'
import type { Dossier } from '#app/domain/sites/model'
import type { Db } from '#app/platform/db/client.server'
import { database } from '#app/platform/db/database.server'
import { addPerson, signedIn } from '#tests/builders/people'
import { randomUUID } from 'node:crypto'

/** Two towns of one region with their akimats and the region's: `akimat-balkhash`, `akimat-temirtau`, `akimat-region-karaganda`. */
export async function addAkimats(db: Db): Promise<void> {
  const names = (name: string) => ({ nameKk: `${name} kk`, nameRu: `${name} ru`, nameEn: `${name} en` })
  const source = { source: 'test', confidence: 'high' } as const
  await db.region.create({
    data: { key: 'karaganda', kato: '350000000', iso3166: 'KZ-35', ...names('karaganda'), ...source },
  })
  for (const [key, code, kato] of [
    ['balkhash', 'BLQ', '351600000'],
    ['temirtau', 'TMT', '352400000'],
  ] as const) {
    const place = { regionKey: 'karaganda', lng: 74.98, lat: 46.84, katoConfidence: 'high' } as const
    await db.town.create({ data: { key, code, kato, ...names(key), ...place, facts: { statuses: [] } } })
  }
  const akimat = (slug: string) => ({ slug: `akimat-${slug}`, kind: 'akimat', name: slug, ...names(slug) })
  await db.organization.createMany({
    data: [
      { ...akimat('balkhash'), townKey: 'balkhash', regionKey: 'karaganda' },
      { ...akimat('temirtau'), townKey: 'temirtau', regionKey: 'karaganda' },
      { ...akimat('region-karaganda'), regionKey: 'karaganda' },
    ],
  })
}

/** A person of an akimat of `addAkimats`. */
export async function addOfficial(db: Db, slug: string, role: MemberRole, name = 'Дана Ахметова') {
  const { id } = await db.organization.findUniqueOrThrow({ where: { slug } })
  const user = await addPerson(db, { name, memberOf: { organizationId: id, role } })
  return signedIn(db, user.id)
}

/** The least that may go to review. */
export function fillRequired(dossier: Dossier): Dossier {
  return {
    ...dossier,
    identity: { ...dossier.identity, name: { kk: 'Цех', ru: 'Цех', en: 'Workshop' }, point: [74.99, 46.86] },
    rights: { ...dossier.rights, tenures: ['lease'] },
    land: { ...dossier.land, plotHa: 1.2 },
    buildings: dossier.buildings.map((building) => ({ ...building, totalAreaM2: 2400 })),
    offeredFor: { ...dossier.offeredFor, sectors: ['manufacturing'] },
  }
}

/** A new draft of Balkhash with a name only. */
export async function startSite(actor: Actor, kind: SiteKind = 'building'): Promise<string> {
  const name = { kk: 'Цех', ru: 'Цех', en: '' }
  const { number } = await createSite(actor, { key: randomUUID(), townKey: 'balkhash', kind, name })
  return number
}

/** A site that the editor has handed over. */
export async function submittedSite(editor: Actor): Promise<string> {
  const number = await startSite(editor)
  await saveDraft(editor, number, null, fillRequired)
  const verdict = await submitForReview(editor, number)
  if (!verdict.ok) throw new Error(verdict.code)
  return number
}

/** Revision of the version in work, as its reviewer sees it; 0 when there is none. */
export async function revisionOf(number: string): Promise<number> {
  const version = await database().siteVersion.findFirst({
    where: { site: { number }, state: { in: ['draft', 'in_review', 'changes_requested'] } },
    select: { revision: true },
  })
  return version?.revision ?? 0
}

/** A site that the head has published as of `now`. */
export async function publishedSite(editor: Actor, head: Actor, now = new Date()): Promise<string> {
  const number = await submittedSite(editor)
  const verdict = await publishVersion(head, number, await revisionOf(number), now)
  if (!verdict.ok) throw new Error(verdict.code)
  return number
}
