import type { Db, Tx } from '#app/platform/db/client.server'

/** What pages can listen to: a case on both sides, everything of a body, what concerns a person. */
export type Topic = `case:${string}` | `body:${string}` | `person:${string}`

/** How long a change is kept for those who were away for a moment. */
const keptMs = 3_600_000

/** Tells the open pages of every node that something changed, when the transaction of the caller commits. */
export async function noteChange(tx: Tx | Db, topics: readonly Topic[]): Promise<void> {
  const data = [...new Set(topics)].map((topic) => ({ topic }))
  if (data.length > 0) await tx.change.createMany({ data })
}

/** Which of the topics changed within the last `withinMs`. */
export async function readChanged(db: Db, topics: ReadonlySet<Topic>, withinMs: number): Promise<ReadonlySet<Topic>> {
  const at = { gt: new Date(Date.now() - Math.min(withinMs, keptMs)) }
  const where = { topic: { in: [...topics] }, at }
  const rows = await db.change.findMany({ where, distinct: ['topic'], select: { topic: true } })
  return new Set(rows.map(({ topic }) => topic as Topic))
}

/** Forgets changes that nobody waits for any more. */
export async function forgetChanges(db: Db, now = new Date()): Promise<number> {
  const { count } = await db.change.deleteMany({ where: { at: { lt: new Date(now.getTime() - keptMs) } } })
  return count
}
