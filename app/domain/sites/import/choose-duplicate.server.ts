import type { Person } from '#app/domain/accounts/model'
import { localDateOf } from '#app/domain/kernel/local-date'
import { no, yes, type Verdict } from '#app/domain/kernel/verdict'
import { listIncentives } from '#app/domain/towns/queries.server'
import { inTransaction } from '#app/platform/db/client.server'
import { database } from '#app/platform/db/database.server'
import { Prisma } from '#app/platform/db/generated/client'
import { notFound } from '#app/platform/http/not-found.server'
import { randomUUID } from 'node:crypto'
import type { SiteKind } from '../choices'
import { buildDossier } from './build-dossier'
import { type DuplicateChoice, type Duplicates } from './model'
import { importsOf } from './own-imports.server'
import { changeOf } from './stager.server'
import { readTargets } from './territory.server'

/** So many rows are changed at once: each change carries a dossier. */
const ROWS_AT_ONCE = 100

/**
 * Decides what becomes of rows that look like another site: leave them out, make a site of each all the same, or put what
 * they say onto the site they look like. Null as `rowNumber` decides for all of them; `update` leaves those alone that look
 * only like rows of the same file. Says `not_ready` when the import is no longer a preview.
 */
export async function chooseDuplicate(
  actor: Person,
  id: string,
  rowNumber: number | null,
  choice: DuplicateChoice,
  now = new Date(),
): Promise<Verdict<{ rows: number }, 'not_ready'>> {
  const db = database()
  const batch = await db.importBatch.findFirst({ where: { AND: [{ id }, importsOf(actor)] }, select: { state: true } })
  if (batch === null) throw notFound()
  if (batch.state !== 'ready') return no('not_ready')
  const rows = await db.importRow.findMany({
    where: { batchId: id, ...(rowNumber === null ? {} : { rowNumber }), NOT: { duplicates: { equals: [] } } },
    select: { id: true },
    orderBy: { rowNumber: 'asc' },
  })
  if (choice === 'skip') {
    await db.importRow.updateMany({ where: { id: { in: rows.map((row) => row.id) } }, data: { action: 'skip' } })
    return yes({ rows: rows.length })
  }
  let changed = 0
  for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) {
    const ids = rows.slice(at, at + ROWS_AT_ONCE).map((row) => row.id)
    changed += await choosePart(actor, ids, choice, now)
  }
  return yes({ rows: changed })
}

async function choosePart(actor: Person, ids: string[], choice: 'create' | 'update', now: Date): Promise<number> {
  const rows = await database().importRow.findMany({ where: { id: { in: ids } } })
  const incentives = (await listIncentives()).map(({ key }) => key)
  const context = { today: localDateOf(now), incentives }
  const numbers = rows.flatMap((row) => siteOf(row.duplicates)?.siteNumber ?? [])
  const targets = choice === 'update' ? await readTargets(actor, numbers) : new Map<string, never>()
  const changes = rows.flatMap((row): { id: string; data: Prisma.ImportRowUpdateInput }[] => {
    const { typed } = row.duplicates as Duplicates
    const fields = new Map(Object.entries(typed))
    if (choice === 'create') {
      const { dossier } = buildDossier(null, (row.kind ?? 'building') satisfies SiteKind, fields, context)
      const base = { baseVersionId: null, baseRevision: null, siteNumber: null }
      return [{ id: row.id, data: { ...base, action: 'create', siteId: randomUUID(), dossier } }]
    }
    const target = targets.get(siteOf(row.duplicates)?.siteNumber ?? '')
    if (target === undefined || target.isEnded || target.state === 'in_review') return []
    const { dossier } = buildDossier(target.dossier, target.kind, fields, context)
    const data = { dossier: Prisma.DbNull, ...changeOf(target, dossier), siteNumber: target.number }
    return [{ id: row.id, data: data as Prisma.ImportRowUpdateInput }]
  })
  await inTransaction(database(), async (tx) => {
    for (const { id, data } of changes) await tx.importRow.update({ where: { id }, data })
  })
  return changes.length
}

/** The first of the sites that a row looks like; rows of the same file are none. */
function siteOf(duplicates: Prisma.JsonValue) {
  return (duplicates as Duplicates).found.find(({ siteNumber }) => siteNumber !== null)
}
