import type { Columns } from './column-layout'
import type { FreshnessEdges } from './freshness'
import { wordsFor, type RowBits } from './row-bits'

/** Rows confirmed in time, and rows confirmed too long ago that have not lapsed. */
export type ConfirmedRows = { fresh: RowBits; stale: RowBits }

/** `from` to `until`: moments of "now" between which no row changes its state. */
type Kept = ConfirmedRows & { version: number; from: number; until: number }

const kept = new WeakMap<Columns, Kept>()

/**
 * The rows by what their freshness is worth. They are kept as long as no row changes and no row's term ends, so that a
 * search does not look at every term.
 */
export function confirmedRows(columns: Columns, edges: FreshnessEdges): ConfirmedRows {
  const now = edges.dueFromMs
  const known = kept.get(columns)
  if (known && known.version === columns.version && known.from < now && now <= known.until) return known
  const made = sortByTerm(columns, edges)
  kept.set(columns, made)
  return made
}

/** A row leaves `fresh` when now passes its term, and `stale` when now passes its term and the grace after it. */
function sortByTerm({ confirmByMs, size, version }: Columns, { dueFromMs, staleFromMs }: FreshnessEdges): Kept {
  const grace = dueFromMs - staleFromMs
  const [fresh, stale] = [new Int32Array(wordsFor(size)), new Int32Array(wordsFor(size))]
  let [from, until] = [-Infinity, Infinity]
  for (let row = 0; row < size; row++) {
    const term = confirmByMs[row] as number
    // NaN: never confirmed, or the row is gone.
    if (!(term >= staleFromMs)) {
      if (term + grace > from) from = term + grace
      continue
    }
    const bits = term >= dueFromMs ? fresh : stale
    bits[row >>> 5] = (bits[row >>> 5] as number) | (1 << (row & 31))
    const end = term >= dueFromMs ? term : term + grace
    if (end < until) until = end
    if (term < dueFromMs && term > from) from = term
  }
  return { fresh, stale, version, from, until }
}
