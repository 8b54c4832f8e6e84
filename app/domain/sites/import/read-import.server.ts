import type { Actor } from '#app/domain/accounts/model'
import type { Language } from '#app/platform/i18n/language'
import { database } from '#app/platform/db/database.server'
import { notFound } from '#app/platform/http/not-found.server'
import { silentAfterMs } from './claim.server'
import { templateWords } from './import-words.server'
import { layouts, type Duplicates, type Problem, type Remark } from './model'
import { importsOf } from './own-imports.server'
import { importViews, type ImportPage, type ImportSummary, type ImportView, type RowAction } from './preview'

/** An import of the actor's with one page of its rows; 404 for another one. Without a view: the first that has rows. */
export async function readImport(
  actor: Actor,
  id: string,
  wanted: string | null,
  language: Language,
  { skip, take }: { skip: number; take: number },
  now = new Date(),
): Promise<ImportPage> {
  const db = database()
  const isId = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(id)
  const batch = isId ? await db.importBatch.findFirst({ where: { AND: [{ id }, importsOf(actor)] } }) : null
  if (batch === null) throw notFound()
  const hasRows = batch.state === 'ready' || batch.state === 'confirmed' || batch.state === 'done'
  const { titleOf } = templateWords(language)
  const counts = await countActions(id, hasRows)
  const views = await countViews(id, counts, hasRows)
  const view = importViews.find((name) => name === wanted) ?? importViews.find((name) => views[name] > 0) ?? 'create'
  const rows = hasRows
    ? await db.importRow.findMany({
        where: whereOf(id, view),
        orderBy: { rowNumber: 'asc' },
        skip,
        take,
        omit: { dossier: true },
      })
    : []
  const drafts = { importId: id, state: { in: ['draft' as const, 'changes_requested' as const] } }
  const isWaiting = batch.state === 'queued' || batch.state === 'reading' || batch.state === 'confirmed'
  return {
    ...{
      id,
      fileName: batch.fileName,
      layout: layouts.find((layout) => layout === batch.layout) ?? null,
      state: batch.state,
      counts,
      views,
      view,
    },
    isSilent: isWaiting && now.getTime() - batch.updatedAt.getTime() > silentAfterMs,
    fault:
      batch.faultCode === null
        ? null
        : { code: batch.faultCode, params: batch.faultParams as Record<string, string | number> },
    remarks: (batch.remarks as Remark[]).filter(({ code }) => code !== 'town_for_all'),
    ...{ rowsDone: batch.rowsDone, rowsTotal: batch.rowsTotal, createdAt: batch.createdAt.toISOString() },
    drafts: batch.state === 'done' ? await db.siteVersion.count({ where: drafts }) : 0,
    lines: rows.map((row) => ({
      ...{
        rowNumber: row.rowNumber,
        action: row.action,
        siteNumber: row.siteNumber,
        townKey: row.townKey,
        kind: row.kind,
      },
      name: { kk: row.nameKk, ru: row.nameRu, en: row.nameEn },
      problems: (row.problems as Problem[]).map((problem) => ({ ...problem, column: titleOf(problem.column) })),
      likenesses: (row.duplicates as Duplicates | { found?: never }).found ?? [],
    })),
  }
}

/** The actor's imports, last first, at most twenty. */
export async function listImports(actor: Actor): Promise<ImportSummary[]> {
  const batches = await database().importBatch.findMany({
    where: { AND: [importsOf(actor), { state: { not: 'cancelled' } }] },
    orderBy: { createdAt: 'desc' },
    take: 20,
  })
  return batches.map(({ id, fileName, state, rowsTotal, createdAt }) => ({
    ...{ id, fileName, state, rowsTotal, createdAt: createdAt.toISOString() },
  }))
}

async function countActions(batchId: string, hasRows: boolean): Promise<Record<RowAction, number>> {
  const counts = { create: 0, update: 0, unchanged: 0, refused: 0, skip: 0 }
  if (!hasRows) return counts
  const groups = await database().importRow.groupBy({ by: ['action'], where: { batchId }, _count: true })
  for (const { action, _count } of groups) counts[action] = _count
  return counts
}

async function countViews(id: string, counts: Record<RowAction, number>, hasRows: boolean) {
  const count = (view: ImportView) => (hasRows ? database().importRow.count({ where: whereOf(id, view) }) : 0)
  const [problems, duplicates] = await Promise.all([count('problems'), count('duplicates')])
  return { problems, duplicates, create: counts.create, update: counts.update, unchanged: counts.unchanged }
}

function whereOf(batchId: string, view: ImportView) {
  if (view === 'problems') return { batchId, NOT: { problems: { equals: [] } } }
  if (view === 'duplicates') return { batchId, NOT: { duplicates: { equals: [] } } }
  return { batchId, action: view }
}
