import type { Person } from '#app/domain/accounts/model'
import { localDateOf } from '#app/domain/kernel/local-date'
import { no, yes, type Verdict } from '#app/domain/kernel/verdict'
import { listIncentives } from '#app/domain/towns/queries.server'
import { inTransaction, type Tx } from '#app/platform/db/client.server'
import { database } from '#app/platform/db/database.server'
import { Prisma } from '#app/platform/db/generated/client'
import { notFound } from '#app/platform/http/not-found.server'
import { randomUUID } from 'node:crypto'
import { chooseFor, refuseSecond, type AlikeRow, type Chosen } from './chosen-row'
import { lockBatch } from './lock-batch.server'
import type { DuplicateChoice, Duplicates, Problem } from './model'
import { importsOf } from './own-imports.server'
import { changeOf } from './stager.server'
import { ontoOf, readTargets, siteAlike, type Target } from './territory.server'
import { takeTurns } from './turns.server'

/** So many rows are changed at once: each change carries a dossier. */
const ROWS_AT_ONCE = 100

/**
 * Decides what becomes of rows that look like another site: leave them out, make a site of each all the same, or put what
 * they say onto the site they look like. Null as `rowNumber` decides for all of them; `update` leaves those alone that look
 * only like rows of the same file. A row whose values the choice does not allow stays out with its problems. Gives the
 * number of rows that changed; says `not_ready` when the import is no longer a preview.
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
  if (choice === 'skip') return leaveOut(id, rowNumber)
  const rows = await db.importRow.findMany({
    where: { batchId: id, ...(rowNumber === null ? {} : { rowNumber }), NOT: { duplicates: { equals: [] } } },
    select: { id: true },
    orderBy: { rowNumber: 'asc' },
  })
  let changed = 0
  for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) {
    const ids = rows.slice(at, at + ROWS_AT_ONCE).map((row) => row.id)
    const count = await choosePart(actor, id, ids, choice, now)
    if (count === null) return no('not_ready')
    changed += count
  }
  return yes({ rows: changed })
}

/** Leaves rows out, and forgets what an earlier choice found wrong with them. */
function leaveOut(id: string, rowNumber: number | null): Promise<Verdict<{ rows: number }, 'not_ready'>> {
  return inTransaction(database(), async (tx) => {
    if ((await lockBatch(tx, id))?.state !== 'ready') return no('not_ready')
    const rows = await tx.$executeRaw`
      UPDATE "ImportRow" SET "action" = 'skip', "problems" = COALESCE(
        (SELECT jsonb_agg(p) FROM jsonb_array_elements("problems") p WHERE p->>'level' = 'note'), '[]')
      WHERE "batchId" = ${id}::uuid AND "duplicates" <> '[]' AND (${rowNumber}::int IS NULL OR "rowNumber" = ${rowNumber}::int)`
    return yes({ rows })
  })
}

type Made = { id: string; row: AlikeRow; target: Target | null; chosen: Chosen }

/** Null when the import is no longer a preview. The dossiers are computed before the transaction, which holds others up. */
async function choosePart(
  actor: Person,
  batchId: string,
  ids: string[],
  choice: 'create' | 'update',
  now: Date,
): Promise<number | null> {
  const made = await makeRows(actor, ids, choice, now)
  return inTransaction(database(), async (tx) => {
    if ((await lockBatch(tx, batchId))?.state !== 'ready') return null
    const taken = await takenSites(tx, batchId, made)
    let changed = 0
    for (const { id, row, target, chosen } of made) {
      const first = target === null ? undefined : taken.get(target.siteId)
      const isSecond = first !== undefined && first !== row.rowNumber
      const data = dataOf(isSecond ? refuseSecond(row, first) : chosen, target)
      if (target !== null && data.action !== 'skip') taken.set(target.siteId, row.rowNumber)
      await tx.importRow.updateMany({ where: { id, batchId }, data })
      if (data.action !== 'skip') changed += 1
    }
    return changed
  })
}

async function makeRows(actor: Person, ids: string[], choice: 'create' | 'update', now: Date): Promise<Made[]> {
  const found = await database().importRow.findMany({ where: { id: { in: ids } }, orderBy: { rowNumber: 'asc' } })
  const rows = found.map(({ id, rowNumber, kind, duplicates, problems }) => {
    return { id, rowNumber, kind, duplicates: duplicates as Duplicates, problems: problems as Problem[] }
  })
  const numbers = rows.flatMap(({ duplicates }) => siteAlike(duplicates)?.siteNumber ?? [])
  const targets = choice === 'update' ? await readTargets(actor, numbers) : new Map<string, Target>()
  const context = { today: localDateOf(now), incentives: (await listIncentives()).map(({ key }) => key) }
  const mayGoOn = takeTurns()
  const made: Made[] = []
  for (const { id, ...row } of rows) {
    await mayGoOn()
    const target = targets.get(siteAlike(row.duplicates)?.siteNumber ?? '') ?? null
    if (choice === 'update' && target === null) continue
    made.push({ id, row, target, chosen: chooseFor(row, target && ontoOf(target), context) })
  }
  return made
}

/** Rows of the import that change the sites already, by the id of the site. */
async function takenSites(tx: Tx, batchId: string, made: Made[]): Promise<Map<string, number>> {
  const siteIds = made.flatMap(({ target }) => target?.siteId ?? [])
  const rows = await tx.importRow.findMany({
    where: { batchId, siteId: { in: siteIds }, action: { in: ['update', 'unchanged'] } },
    select: { siteId: true, rowNumber: true },
  })
  return new Map(rows.map(({ siteId, rowNumber }) => [siteId ?? '', rowNumber]))
}

function dataOf({ dossier, problems }: Chosen, target: Target | null): Prisma.ImportRowUpdateManyMutationInput {
  if (dossier === null) return { action: 'skip', problems }
  if (target === null) {
    const base = { baseVersionId: null, baseRevision: null, siteNumber: null }
    return { ...base, action: 'create', siteId: randomUUID(), dossier, problems }
  }
  const change = changeOf(target, dossier) as Prisma.ImportRowUpdateManyMutationInput
  return { dossier: Prisma.DbNull, ...change, siteNumber: target.number, problems }
}
