import type { Actor } from '#app/domain/accounts/model'
import { may } from '#app/domain/accounts/policy'
import type { LngLat } from '#app/domain/kernel/geo'
import type { Localized } from '#app/domain/kernel/localized'
import { listTowns } from '#app/domain/towns/queries.server'
import type { Db, Tx } from '#app/platform/db/client.server'
import { database } from '#app/platform/db/database.server'
import type { SiteKind, VersionState } from '../choices'
import { openStates } from '../commands/own-version.server'
import type { Dossier } from '../model'
import { noText } from '../empty-dossier'
import { parseDossier } from '../schema'
import { visibleTo } from '../visible-to.server'
import type { Onto } from './chosen-row'
import { Neighbours, type Known } from './duplicates'
import type { Duplicates, Likeness } from './model'
import { takeTurns } from './turns.server'
import { normalWord } from './words'

/** Towns by everything they may be called in a cell; `own` are those whose sites the actor may edit. */
export type Towns = { byWord: ReadonlyMap<string, string>; own: ReadonlySet<string> }

export async function readTowns(actor: Actor): Promise<Towns> {
  const towns = await listTowns()
  const byWord = new Map<string, string>()
  for (const { key, code, name, aliases } of towns) {
    for (const word of [key, code, name.kk, name.ru, name.en, ...aliases]) byWord.set(normalWord(word), key)
  }
  const own = towns.filter(({ key, regionKey }) => may(actor, 'site.edit', { townKey: key, regionKey }))
  return { byWord, own: new Set(own.map(({ key }) => key)) }
}

type Face = {
  siteId: string
  number: string
  name: Localized | null
  cadastral: string[] | null
  point: LngLat | null
  reference: string | null
}

/** The sites of the actor's territory, as far as a row of an import may be like one of them. */
export async function readNeighbours(actor: Actor): Promise<Neighbours> {
  const where = { AND: [visibleTo(actor, 'site.edit'), { endedAt: null }] }
  const own = await database().site.findMany({ where, select: { id: true } })
  return neighboursAmong(
    database(),
    own.map(({ id }) => id),
  )
}

/** These sites, as far as a row of an import may be like one of them. */
export async function neighboursAmong(db: Db | Tx, siteIds: string[]): Promise<Neighbours> {
  // Only what is compared: whole dossiers of a region would fill the memory.
  const faces = await db.$queryRaw<Face[]>`
    SELECT DISTINCT ON (v."siteId") v."siteId", s."number",
      v."dossier"->'identity'->'name' AS name, v."dossier"->'identity'->'cadastralNumbers' AS cadastral,
      v."dossier"->'identity'->'point' AS point, v."dossier"->'land'->'provenance'->>'reference' AS reference
    FROM "SiteVersion" v JOIN "Site" s ON s."id" = v."siteId"
    WHERE v."siteId" = ANY(${siteIds}::uuid[])
      AND v."state"::text = ANY(${[...openStates, 'published']}::text[])
    ORDER BY v."siteId", v."sequence" DESC`
  const neighbours = new Neighbours()
  const mayGoOn = takeTurns()
  for (const face of faces) {
    await mayGoOn()
    neighbours.add(knownOf(face))
  }
  return neighbours
}

function knownOf({ siteId, number, name, cadastral, point, reference }: Face): Known {
  return {
    ...{ siteId, siteNumber: number, rowNumber: null, name: name ?? noText() },
    ...{ cadastralNumbers: cadastral ?? [], point, reference: reference ?? '' },
  }
}

/** A site that a row of an import changes, with the version that the change starts from. */
export type Target = {
  siteId: string
  number: string
  townKey: string
  kind: SiteKind
  isEnded: boolean
  state: VersionState
  versionId: string
  revision: number
  dossier: Dossier
}

/** The site as a row may be put onto it. */
export function ontoOf({ kind, dossier, isEnded, state }: Target): Onto {
  return { kind, dossier, isEnded, isInReview: state === 'in_review' }
}

/** The first of the sites that a row looks like; rows of the same file are none. */
export function siteAlike({ found }: Duplicates): Likeness | undefined {
  return found.find(({ siteNumber }) => siteNumber !== null)
}

/** The sites among `numbers` that the actor may edit, by number; a number without a version is left out. */
export async function readTargets(actor: Actor, numbers: string[]): Promise<Map<string, Target>> {
  const sites = await database().site.findMany({
    where: { AND: [{ number: { in: numbers } }, visibleTo(actor, 'site.edit')] },
    include: {
      publishedVersion: true,
      versions: { where: { state: { in: [...openStates] } }, orderBy: { sequence: 'desc' }, take: 1 },
    },
  })
  const targets = sites.flatMap((site): [string, Target][] => {
    const version = site.versions[0] ?? site.publishedVersion
    if (!version) return []
    const { id: siteId, number, townKey, kind, endedAt } = site
    const { id: versionId, revision, state } = version
    const dossier = parseDossier(version.dossier)
    return [[number, { siteId, number, townKey, kind, isEnded: endedAt !== null, state, versionId, revision, dossier }]]
  })
  return new Map(targets)
}
