import { inTransaction, type Db, type Tx } from '#app/platform/db/client.server'
import { database } from '#app/platform/db/database.server'
import { log } from '#app/platform/log/log.server'
import { chain, digestOf, genesis, type EntryText } from './chain.server'
import { entryText } from './entry-text.server'

/** Any number that nothing else in the project locks with. */
const sealLock = 20_261_129
const batch = 1_000
const pauseMs = 2_000

/**
 * Chains the oldest entries that are not chained yet, at most 1,000, and gives their number. One process at a time; the
 * others get 0. Entries are chained after the writes they record, so that writers never wait for each other here.
 */
export async function seal(db: Db): Promise<number> {
  return inTransaction(db, async (tx) => {
    const [lock] = await tx.$queryRaw<
      { isOurs: boolean }[]
    >`SELECT pg_try_advisory_xact_lock(${sealLock}::int) AS "isOurs"`
    if (lock?.isOurs !== true) return 0
    const entries = await readUnsealed(tx)
    if (entries.length > 0) await link(tx, entries)
    return entries.length
  })
}

/**
 * Chains in the caller’s transaction all that is not chained yet, its own writes too, once no other process chains. For erasing
 * only: what is chained can be erased, and nothing else.
 */
export async function sealWithin(tx: Tx): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${sealLock}::int)`
  for (;;) {
    const entries = await readUnsealed(tx)
    if (entries.length > 0) await link(tx, entries)
    if (entries.length < batch) return
  }
}

function readUnsealed(tx: Tx): Promise<EntryText[]> {
  return tx.$queryRaw<EntryText[]>`
    SELECT ${entryText} FROM "LedgerEntry" WHERE "position" IS NULL ORDER BY "LedgerEntry"."id" LIMIT ${batch}::int`
}

async function link(tx: Tx, entries: readonly EntryText[]): Promise<void> {
  const head = await tx.ledgerHead.findUnique({ where: { id: 1 } })
  let { position, hash } = head ?? { position: 0n, hash: genesis }
  const links = entries.map((entry) => {
    const digest = digestOf(entry)
    position += 1n
    hash = chain(hash, position, entry, digest)
    return { id: entry.id, position: String(position), digest, hash }
  })
  await tx.$executeRaw`
    UPDATE "LedgerEntry" entry SET "position" = link."position", "digest" = link."digest", "hash" = link."hash"
    FROM jsonb_to_recordset(${JSON.stringify(links)}::jsonb) AS link("id" bigint, "position" bigint, "digest" text, "hash" text)
    WHERE entry."id" = link."id"`
  const end = { position, hash, sealedAt: new Date() }
  await tx.ledgerHead.upsert({ where: { id: 1 }, create: { id: 1, ...end }, update: end })
}

/** Lets this process chain entries, some two seconds after they are written; gives the way to stop. */
export function startSealing(): () => Promise<void> {
  let isStopped = false
  let timer: NodeJS.Timeout | undefined
  let running = Promise.resolve()
  const turn = async () => {
    const count = await seal(database()).catch((error: unknown) => {
      log.warn({ err: error }, 'the ledger could not be chained; it will be tried again')
      return 0
    })
    if (!isStopped) later(count === batch ? 0 : pauseMs)
  }
  const later = (ms: number) => {
    timer = setTimeout(() => {
      running = turn()
    }, ms)
    timer.unref()
  }
  later(pauseMs)
  return async () => {
    isStopped = true
    clearTimeout(timer)
    await running
  }
}
