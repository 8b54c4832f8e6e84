import { BestRows, type Compare } from './best-rows'
import type { Columns } from './column-layout'
import { wordRows, type RowBits } from './row-bits'

type Confirmed = Pick<Columns, 'confirmedMs' | 'size'>

/** Second of the last confirmation; -1 when there is none. */
function secondOf(confirmedMs: Float64Array, row: number): number {
  const ms = confirmedMs[row] as number
  return ms >= 0 ? Math.floor(ms / 1000) : -1
}

/** All rows by the second of their last confirmation, the latest first and those without one last. */
export function orderByRecency({ confirmedMs, size }: Confirmed): Uint32Array {
  // Second and row in one number of at most 53 bits, so that the fast sort of typed arrays does.
  const room = 2 ** Math.max(1, Math.ceil(Math.log2(size + 1)))
  const keys = new Float64Array(size)
  for (let row = 0; row < size; row++) keys[row] = secondOf(confirmedMs, row) * -room + row
  keys.sort()
  const rows = new Uint32Array(size)
  for (let at = 0; at < size; at++) {
    const row = (keys[at] as number) % room
    rows[at] = row < 0 ? row + room : row
  }
  return rows
}

/**
 * The first `count` rows of a set by their last confirmation, the latest first, found by walking down the order instead
 * of looking at the whole set. Rows that came after the order was made stand behind all that are in it.
 */
export function latestRows(
  { confirmedMs, recency }: Pick<Columns, 'confirmedMs' | 'recency'>,
  set: RowBits,
  tie: Compare,
  count: number,
): number[] {
  const best = new BestRows(count, tie)
  const offer = (row: number) => {
    if ((((set[row >>> 5] as number) >>> (row & 31)) & 1) === 0) return
    const ms = confirmedMs[row] as number
    best.offer(row, ms >= 0 ? -ms : Infinity)
  }
  for (let row = recency.length; row < set.length * wordRows; row++) offer(row)
  for (let at = 0; at < recency.length; at++) {
    const row = recency[at] as number
    if (best.worst !== Infinity && secondOf(confirmedMs, row) < Math.floor(-best.worst / 1000)) break
    offer(row)
  }
  return best.inOrder()
}
