import type { Db } from '#app/platform/db/client.server'
import { chain, digestOf, genesis, type EntryText } from './chain.server'
import { entryText } from './entry-text.server'

const batch = 1_000

type Sealed = EntryText & { position: bigint; digest: string; hash: string; isErased: boolean }

/** A place in the chain that somebody noted before, outside the database. */
export type Anchor = { position: bigint; hash: string }

export type Verification = {
  entries: bigint
  /** Of them, those that no longer say what they said of a person */
  erased: number
  /** Written in the last seconds, or while no process of the product ran */
  unsealed: number
  head: Anchor
  broken: null | { position: bigint; id: string | null; why: BreakCode }
}

/**
 * missing: no entry stands in that place; altered: the entry there is not the one that was chained; cut_off: the chain ends
 * earlier or otherwise than its head says; not_as_noted: the anchor tells of another chain.
 */
export type BreakCode = 'missing' | 'altered' | 'cut_off' | 'not_as_noted'

/** Walks the whole chain, in pieces, and names its first broken link. */
export async function verifyLedger(db: Db, anchor?: Anchor): Promise<Verification> {
  const pins = await readPins(db, anchor)
  const unsealed = await db.ledgerEntry.count({ where: { position: null } })
  const walked: Verification = { entries: 0n, erased: 0, unsealed, head: { position: 0n, hash: genesis }, broken: null }
  for (;;) {
    const rows = await readAfter(db, walked.head.position)
    for (const row of rows) {
      const why = judge(row, walked.head, pins)
      if (why !== null) return breakAt(walked, why, row.id)
      walked.head = { position: row.position, hash: row.hash }
      walked.entries += 1n
      if (row.isErased) walked.erased += 1
    }
    if (rows.length < batch) break
  }
  const missed = pins.find(({ position }) => position > walked.head.position)
  if (missed !== undefined) return breakAt(walked, missed.why)
  const isHeadless = walked.entries > 0n && (await db.ledgerHead.count()) === 0
  return isHeadless ? breakAt(walked, 'cut_off') : walked
}

/** What is known of the chain beside its entries. */
type Pin = Anchor & { why: BreakCode }

async function readPins(db: Db, anchor?: Anchor): Promise<Pin[]> {
  const head = await db.ledgerHead.findUnique({ where: { id: 1 } })
  return [
    ...(head ? [{ position: head.position, hash: head.hash, why: 'cut_off' as const }] : []),
    ...(anchor ? [{ ...anchor, why: 'not_as_noted' as const }] : []),
  ]
}

function breakAt(walked: Verification, why: BreakCode, id: string | null = null): Verification {
  const position = walked.head.position + 1n
  return { ...walked, broken: { position, id: why === 'missing' ? null : id, why } }
}

function readAfter(db: Db, position: bigint): Promise<Sealed[]> {
  return db.$queryRaw<Sealed[]>`
    SELECT ${entryText}, "position", "digest", "hash", "erasedAt" IS NOT NULL AS "isErased" FROM "LedgerEntry"
    WHERE "position" > ${position} ORDER BY "position" LIMIT ${batch}::int`
}

function judge(row: Sealed, before: Anchor, pins: readonly Pin[]): BreakCode | null {
  const position = before.position + 1n
  if (row.position !== position) return 'missing'
  const isAsSaid = row.isErased ? row.before === null && row.after === null : digestOf(row) === row.digest
  if (!isAsSaid || chain(before.hash, position, row, row.digest) !== row.hash) return 'altered'
  return pins.find((pin) => pin.position === position && pin.hash !== row.hash)?.why ?? null
}
