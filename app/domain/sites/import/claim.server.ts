import { inTransaction, type Db, type Tx } from '#app/platform/db/client.server'
import { database } from '#app/platform/db/database.server'
import type { Prisma } from '#app/platform/db/generated/client'
import { randomUUID } from 'node:crypto'

/** An import that nobody has touched for so long belongs to a process that died; the reader of tables may be silent for a minute. */
export const silentAfterMs = 120_000

/** One run that reads an import. */
export type Claim = { id: string; readerId: string }

/** Another run reads the import, or somebody cancelled it: what this one has computed is void. */
export class ClaimLost extends Error {}

/**
 * Takes an import that waits to be read, or whose reader has died. Of several processes one gets it; null for the others,
 * and for an import that is not to be read.
 */
export async function claimReading(id: string, now: Date): Promise<Claim | null> {
  const readerId = randomUUID()
  const { count } = await database().importBatch.updateMany({
    where: { id, OR: [{ state: 'queued' }, { state: 'reading', updatedAt: silentSince(now) }] },
    data: { state: 'reading', readerId, readAt: now, rowsDone: 0, rowsTotal: 0, updatedAt: now },
  })
  return count === 0 ? null : { id, readerId }
}

/** Writes to the import and, in a transaction, locks it until its end. Throws `ClaimLost` when this run no longer reads it. */
export async function writeAsReader(
  tx: Tx | Db,
  { id, readerId }: Claim,
  data: Prisma.ImportBatchUpdateManyMutationInput,
): Promise<void> {
  const { count } = await tx.importBatch.updateMany({ where: { id, readerId, state: 'reading' }, data })
  if (count === 0) throw new ClaimLost()
}

/**
 * Sends imports on whose process has died, calling `queue` for each in the transaction that takes it from the dead one.
 * Without an id: all of them.
 */
export async function wakeSilent(
  queue: (tx: Tx, id: string) => Promise<void>,
  now: Date,
  only?: string,
): Promise<void> {
  const updatedAt = silentSince(now)
  const stopped = await database().importBatch.findMany({
    where: { id: only, state: { in: ['queued', 'reading', 'confirmed'] }, updatedAt },
    select: { id: true, state: true },
  })
  for (const { id, state } of stopped) {
    const next = state === 'reading' ? 'queued' : state
    await inTransaction(database(), async (tx) => {
      const taken = await tx.importBatch.updateMany({
        where: { id, state, updatedAt },
        data: { state: next, updatedAt: now },
      })
      if (taken.count > 0) await queue(tx, id)
    })
  }
}

function silentSince(now: Date) {
  return { lt: new Date(now.getTime() - silentAfterMs) }
}
