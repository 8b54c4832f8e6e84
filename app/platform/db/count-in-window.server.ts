import type { Db, Tx } from './client.server'

/** What was counted under a key in a running window, and when the window began (epoch ms). */
export type Counted = { count: number; startedAt: number }

/**
 * Counts one more under `key` in a window of `windowMs`, in one atomic statement, so that several nodes count together.
 * The first one after the window has passed begins a new one. Keys must not tell who they are about: hash them.
 */
export async function countInWindow(db: Db | Tx, key: string, windowMs: number, now: Date): Promise<Counted> {
  const nowMs = now.getTime()
  const oldest = nowMs - windowMs
  const rows = await db.$queryRaw<{ count: number; lastRequest: bigint }[]>`
    INSERT INTO "rateLimit" AS counter ("key", "count", "lastRequest") VALUES (${key}, 1, ${nowMs}::bigint)
    ON CONFLICT ("key") DO UPDATE SET
      "count" = CASE WHEN counter."lastRequest" <= ${oldest}::bigint THEN 1 ELSE counter."count" + 1 END,
      "lastRequest" = CASE WHEN counter."lastRequest" <= ${oldest}::bigint THEN ${nowMs}::bigint ELSE counter."lastRequest" END
    RETURNING "count", "lastRequest"`
  const row = rows[0]
  return { count: Number(row?.count ?? 1), startedAt: Number(row?.lastRequest ?? nowMs) }
}
