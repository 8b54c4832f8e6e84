import type { Person } from '#app/domain/accounts/model'
import type { LngLat } from '#app/domain/kernel/geo'
import type { Tx } from '#app/platform/db/client.server'
import { visibleTo } from '../visible-to.server'
import type { Layout, Likeness } from './model'
import { neighboursAmong } from './territory.server'
import { takeTurns } from './turns.server'

type Row = {
  rowNumber: number
  nameKk: string
  nameRu: string
  nameEn: string
  cadastral: string[] | null
  point: LngLat | null
  reference: string | null
  found: Likeness[] | null
}

type Compared = {
  id: string
  layout: Layout | null
  /** When the rows were compared with the sites there were. */
  readAt: Date | null
  /** So long a transaction may take to make a site that is then dated by its beginning. */
  patienceMs: number
}

/**
 * Whether a row that makes a site looks like one that was made since the rows were compared: another import of the same
 * table, or somebody who was quicker. Likenesses that somebody has decided about do not count.
 */
export async function isAlikeSince(
  tx: Tx,
  actor: Person,
  { id, layout, readAt, patienceMs }: Compared,
): Promise<boolean> {
  if (readAt === null) return false
  const createdAt = { gte: new Date(readAt.getTime() - patienceMs) }
  const made = await tx.site.findMany({
    where: { AND: [visibleTo(actor, 'site.edit'), { createdAt, endedAt: null }] },
    select: { id: true, createdAt: true },
  })
  if (made.length === 0) return false
  const neighbours = await neighboursAmong(
    tx,
    made.map((site) => site.id),
  )
  const newer = new Set(made.filter((site) => site.createdAt > readAt).map((site) => site.id))
  const mayGoOn = takeTurns()
  for (const row of await rowsToMake(tx, id)) {
    await mayGoOn()
    const decided = new Set(row.found?.map(({ siteId }) => siteId))
    const isNew = ({ siteId }: Likeness) =>
      siteId !== null && !decided.has(siteId) && (decided.size === 0 || newer.has(siteId))
    if (neighbours.find(knownOf(row, layout)).some(isNew)) return true
  }
  return false
}

function rowsToMake(tx: Tx, id: string): Promise<Row[]> {
  return tx.$queryRaw<Row[]>`
    SELECT "rowNumber", "nameKk", "nameRu", "nameEn", "dossier"->'identity'->'cadastralNumbers' AS cadastral,
      "dossier"->'identity'->'point' AS point, "dossier"->'land'->'provenance'->>'reference' AS reference,
      CASE WHEN "duplicates" <> '[]' THEN "duplicates"->'found' END AS found
    FROM "ImportRow" WHERE "batchId" = ${id}::uuid AND "action" = 'create'`
}

/** Only foreign registers name their sites; in our own template a reference is that of a paper. */
function knownOf({ rowNumber, nameKk, nameRu, nameEn, cadastral, point, reference }: Row, layout: Layout | null) {
  return {
    ...{ siteId: null, siteNumber: null, rowNumber, name: { kk: nameKk, ru: nameRu, en: nameEn } },
    ...{ cadastralNumbers: cadastral ?? [], point, reference: layout === 'own' ? '' : (reference ?? '') },
  }
}
