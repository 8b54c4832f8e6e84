import { writeConfirmations } from '#app/domain/sites/confirmation-schema'
import { inventConfirmations } from '#seeds/demo/confirmations'
import { siteEntries } from '#seeds/demo/demo-data'
import { drawings } from '#seeds/demo/drawings/catalogue'
import { inventDossier } from '#seeds/demo/invent-dossier'
import { createRandom } from '#seeds/builders/random'
import { stableId } from '#seeds/builders/stable-id'
import { readReference, type ReferenceTown } from '#seeds/reference/reference-data'
import { formatSiteNumber } from '#app/domain/kernel/identifiers'
import { Client } from 'pg'

const dayMs = 86_400_000
const batchSize = 1_000
/** The demo's own numbers are lower. */
const firstNumber = 1_000

type Row = { id: string; version: string; number: string; town: string; kind: string; at: Date; by: Date | null } & {
  confirmations: string
  dossier: string
}

/** Published sites with whole invented dossiers in a database that has the demo, until it has `count` of them in all. */
export async function fillSites(databaseUrl: string, count: number): Promise<void> {
  const { towns } = readReference()
  const client = new Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    // Without the ledger, which would record each of them.
    await client.query(`SET session_replication_role = replica`)
    const { rows } = await client.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM "Site" WHERE status = 'published'`,
    )
    const missing = count - (rows[0]?.n ?? 0)
    for (let start = 0; start < missing; start += batchSize) {
      const size = Math.min(batchSize, missing - start)
      await write(
        client,
        Array.from({ length: size }, (_, index) => makeSite(towns, start + index)),
      )
    }
    await client.query('VACUUM ANALYZE')
  } finally {
    await client.end()
  }
}

function makeSite(towns: readonly ReferenceTown[], position: number): Row {
  const random = createRandom(`load:${position}`)
  const town = towns[position % towns.length]
  if (!town) throw new Error('No towns')
  const running = firstNumber + Math.floor(position / towns.length)
  const { archetype, name } = random.pick(siteEntries)
  const number = formatSiteNumber({ townCode: town.code, running })
  const now = new Date()
  const ageDays = random.whole(1, 100)
  const confirmedAt = new Date(now.getTime() - ageDays * dayMs)
  const moments = { confirmedAt, now, ageDays }
  const entry = { archetype, name, town: town.key, number: running }
  const picture: Parameters<typeof inventDossier>[3] = (drawing) => ({
    ...{ fileId: stableId(drawing), alt: drawings[drawing].alt, access: 'public' },
  })
  const { kind, dossier } = inventDossier(entry, town, moments, picture)
  const confirmed = inventConfirmations(number, dossier, moments)
  return {
    ...{ id: stableId(`load:${number}`), version: stableId(`load version:${number}`), number, town: town.key, kind },
    ...{ at: confirmed.confirmedAt ?? confirmedAt, by: confirmed.confirmBy },
    confirmations: JSON.stringify(writeConfirmations({ groups: confirmed.confirmations })),
    dossier: JSON.stringify({ ...dossier, photos: [] }),
  }
}

async function write(client: Client, rows: readonly Row[]): Promise<void> {
  const columns = ['id', 'version', 'number', 'town', 'kind', 'at', 'by', 'confirmations', 'dossier'] as const
  const values = columns.map((name) => rows.map((row) => row[name]))
  await client.query(
    `WITH given AS (
       SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::timestamp[], $7::timestamp[],
         $8::jsonb[], $9::jsonb[]) AS given (id, version, number, town, kind, at, by, confirmations, dossier)
     ), versions AS (
       INSERT INTO "SiteVersion" (id, "siteId", sequence, state, dossier, "publishedAt", "createdAt", "updatedAt")
       SELECT version, id, 1, 'published', dossier, at, at, at FROM given
     )
     INSERT INTO "Site" (id, number, "townKey", kind, status, "isDemo", "confirmedAt", "confirmBy", confirmations,
       "publishedAt", "publishedVersionId", "changedAt", "createdAt")
     SELECT id, number, town, kind::"SiteKind", 'published', true, at, by, confirmations, at, version, at, at FROM given`,
    values,
  )
}
