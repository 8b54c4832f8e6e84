import type { Db, Tx } from '#app/platform/db/client.server'
import { createHash } from 'node:crypto'

/** Longest transaction of a seed, ms: nobody else is served yet, and a first start on a busy machine must still succeed. */
export const seedTimeMs = 120_000

/** SHA-256 of the content, the same for the same data in the same order. */
export function hashContent(content: unknown): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('hex')
}

/** The hash with which a seed was last written; null when it never was. */
export async function readSeedHash(db: Db | Tx, key: string): Promise<string | null> {
  const run = await db.seedRun.findUnique({ where: { key } })
  return run?.hash ?? null
}

/** Remembers that a seed has been written, in the transaction that writes it. */
export async function recordSeed(tx: Tx, key: string, hash: string, ranAt: Date): Promise<void> {
  await tx.seedRun.upsert({ where: { key }, create: { key, hash, ranAt }, update: { hash, ranAt } })
}

/** Lets one seeding process in at a time, until the end of the transaction. */
export async function lockSeeds(tx: Tx): Promise<void> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(20261122)::text`
}
