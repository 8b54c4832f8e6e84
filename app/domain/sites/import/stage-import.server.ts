import type { Person } from '#app/domain/accounts/model'
import { listIncentives } from '#app/domain/towns/queries.server'
import { localDateOf } from '#app/domain/kernel/local-date'
import { inTransaction, type Tx } from '#app/platform/db/client.server'
import { database } from '#app/platform/db/database.server'
import type { Prisma } from '#app/platform/db/generated/client'
import { isLanguage, type Language } from '#app/platform/i18n/language'
import type { SheetFacts, SheetRow } from '#app/platform/sheets/model'
import { readSheet } from '#app/platform/sheets/read-sheet.server'
import { storage } from '#app/platform/storage/storage.server'
import { writeAsReader, type Claim } from './claim.server'
import { importWords } from './import-words.server'
import { importLimits, layouts, type Remark } from './model'
import { NotTaken } from './not-taken'
import { Stager, type EarlierChoices, type StagedRow } from './stager.server'
import { readNeighbours, readTowns } from './territory.server'
import { takeTurns } from './turns.server'

const sheetLimits = {
  // The codes, the titles, and the sites.
  rows: importLimits.rows + 2,
  columns: importLimits.columns,
  unpackedBytes: 150_000_000,
  entries: 200,
  ms: 60_000,
}
/** Remarks that do not come from the file: they outlive its reading. */
const keptRemarks = new Set<Remark['code']>(['town_for_all', 'base_changed', 'alike_since'])

export type Batch = Prisma.ImportBatchGetPayload<object>

/**
 * Reads the file of an import row by row and stages what each row would do; nothing of it is a site afterwards. What an
 * earlier run has staged is replaced piece by piece, so it may be run again at any time and keeps what was chosen for likely
 * duplicates. Throws `ClaimLost` when another run takes over or somebody cancels.
 */
export async function stageImport(actor: Person, batch: Batch, claim: Claim, now = new Date()): Promise<void> {
  try {
    const { remarks, rows } = await readFile(actor, batch, claim, now)
    await writeAsReader(database(), claim, { state: 'ready', remarks, rowsDone: rows, rowsTotal: rows })
  } catch (error) {
    if (!(error instanceof NotTaken)) throw error
    await inTransaction(database(), async (tx) => {
      await writeAsReader(tx, claim, { state: 'failed', faultCode: error.code, faultParams: error.params })
      await tx.importRow.deleteMany({ where: { batchId: claim.id } })
    })
    // Nothing but another file would help.
    await storage().remove(batch.storageKey)
  }
}

async function readFile(actor: Person, batch: Batch, claim: Claim, now: Date) {
  const bytes = await storage().get(batch.storageKey)
  if (bytes === null) throw new NotTaken('file_gone')
  const choices = await earlierChoices(batch.id)
  const [towns, neighbours, incentives] = await Promise.all([readTowns(actor), readNeighbours(actor), listIncentives()])
  const kept = batch.remarks as Remark[]
  const wanted = kept.find(({ code }) => code === 'town_for_all')?.params.town
  const [onlyTown] = towns.own.size === 1 ? towns.own : []
  const townForAll = typeof wanted === 'string' && towns.own.has(wanted) ? wanted : (onlyTown ?? null)
  const stager = new Stager(actor, {
    layout: layouts.find((layout) => layout === batch.layout) ?? null,
    language: isLanguage(batch.language) ? batch.language : ('kk' satisfies Language),
    context: {
      ...{ words: importWords(), townByWord: towns.byWord, ownTowns: towns.own, townForAll },
      ...{ today: localDateOf(now), incentives: incentives.map(({ key }) => key), headings: [] },
    },
    ...{ neighbours, choices },
  })
  let facts: SheetFacts | null = null
  const begin = (begun: SheetFacts) => {
    facts = begun
    stager.begin(begun)
  }
  const outcome = await readSheet(bytes, sheetLimits, {
    begin,
    rows: (rows) => takeRows(claim, stager, rows, facts),
  })
  if (!outcome.ok) throw new NotTaken(outcome.code, inRowsOfSites(outcome.params))
  if (stager.rowCount === 0) throw new NotTaken(stager.layout === null ? 'unknown_layout' : 'no_rows')
  const before = kept.filter(({ code }) => keptRemarks.has(code))
  const remarks = JSON.parse(JSON.stringify([...before, ...stager.remarks(facts)], storable)) as Prisma.InputJsonArray
  return { remarks, rows: stager.rowCount }
}

/** The limit as it is said to people: without the headings. */
function inRowsOfSites(params: Record<string, string | number>): Record<string, string | number> {
  return 'max' in params ? { max: importLimits.rows } : params
}

async function takeRows(claim: Claim, stager: Stager, rows: SheetRow[], facts: SheetFacts | null): Promise<void> {
  await stager.prepare(rows)
  const mayGoOn = takeTurns()
  const staged: StagedRow[] = []
  for (const row of rows) {
    await mayGoOn()
    const line = stager.stage(row)
    if (line !== null) staged.push(line)
  }
  await stager.repeatChoices(staged)
  const progress = { rowsDone: stager.rowCount, rowsTotal: facts?.rows ?? 0, layout: stager.layout }
  const rowNumber = { gte: rows[0]?.number ?? 0, lte: rows.at(-1)?.number ?? 0 }
  await inTransaction(database(), async (tx) => {
    await writeAsReader(tx, claim, progress)
    await tx.importRow.deleteMany({ where: { batchId: claim.id, rowNumber } })
    if (staged.length > 0) await storeRows(tx, claim.id, staged)
  })
}

/** The database keeps no zero characters and no halves of surrogate pairs, which a shortened text may end in. */
function storable(_key: string, value: unknown): unknown {
  return typeof value === 'string' ? value.replaceAll('\u0000', '').replace(/\p{Cs}/gu, '\ufffd') : value
}

/** One statement with one parameter: a thousand parameters would take longer to compile than to store. */
async function storeRows(tx: Tx, batchId: string, rows: StagedRow[]): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO "ImportRow" ("id", "batchId", "rowNumber", "action", "siteId", "siteNumber", "townKey", "kind",
      "nameKk", "nameRu", "nameEn", "dossier", "baseVersionId", "baseRevision", "problems", "duplicates")
    SELECT gen_random_uuid(), ${batchId}::uuid, r."rowNumber", r."action"::"ImportRowAction", r."siteId", r."siteNumber",
      r."townKey", r."kind"::"SiteKind", r."nameKk", r."nameRu", r."nameEn", r."dossier", r."baseVersionId",
      r."baseRevision", COALESCE(r."problems", '[]'), COALESCE(r."duplicates", '[]')
    FROM jsonb_to_recordset(${JSON.stringify(rows, storable)}::jsonb) AS r("rowNumber" int, "action" text, "siteId" uuid,
      "siteNumber" text, "townKey" text, "kind" text, "nameKk" text, "nameRu" text, "nameEn" text, "dossier" jsonb,
      "baseVersionId" uuid, "baseRevision" int, "problems" jsonb, "duplicates" jsonb)`
}

/** What was chosen for likely duplicates before the file is read again. */
async function earlierChoices(batchId: string): Promise<EarlierChoices> {
  const rows = await database().importRow.findMany({
    where: { batchId, action: { in: ['create', 'update', 'unchanged'] }, NOT: { duplicates: { equals: [] } } },
    select: { rowNumber: true, action: true, siteId: true },
  })
  return new Map(rows.map(({ rowNumber, action, siteId }) => [rowNumber, { action, siteId }]))
}
