import type { Tx } from '#app/platform/db/client.server'
import type { Layout, Remark } from './model'

export type LockedBatch = {
  state: string
  layout: Layout | null
  remarks: Remark[]
  /** When the sites were looked up that its rows were compared with. */
  readAt: Date | null
}

/** The import, locked until the transaction ends: nobody confirms, cancels or reads it meanwhile. Null when it is gone. */
export async function lockBatch(tx: Tx, id: string): Promise<LockedBatch | null> {
  const [batch] = await tx.$queryRaw<LockedBatch[]>`
    SELECT "state"::text, "layout", "remarks", "readAt" FROM "ImportBatch" WHERE "id" = ${id}::uuid FOR UPDATE`
  return batch ?? null
}
