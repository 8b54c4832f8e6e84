import { countBits, listOf, type RowBits } from './row-bits'

/** Rows in two sets: those confirmed in time, and the stale ones, which come after them in every list. */
export type RowSet = { fresh: RowBits; stale: RowBits; freshCount: number; staleCount: number }

/** An empty set for so many words of rows. */
export function makeRowSet(words: number): RowSet {
  return { fresh: new Int32Array(words), stale: new Int32Array(words), freshCount: 0, staleCount: 0 }
}

/** Puts the rows of one word into the set; `stale` says which of them are. */
export function addWord(set: RowSet, word: number, rows: number, stale: number): void {
  const old = rows & stale
  const fresh = rows & ~stale
  set.fresh[word] = fresh
  set.freshCount += countBits(fresh)
  if (old === 0) return
  set.stale[word] = old
  set.staleCount += countBits(old)
}

/** How many rows there are. */
export function countOf({ freshCount, staleCount }: RowSet): number {
  return freshCount + staleCount
}

/** The rows confirmed in time, rising. */
export function listFresh({ fresh, freshCount }: RowSet): Uint32Array {
  return listOf(fresh, freshCount)
}
