import { BestRows, type Compare } from './best-rows'
import { wordRows, type RowBits } from './row-bits'

/** By what rows are sorted, the smallest first; rows without a key (NaN, negative) come last. */
export type SortKey = { column: Float32Array | Float64Array; sign: 1 | -1 }

/** The first `count` rows of a set, in order. Most rows are only compared with the last of those found so far. */
export function firstRows(set: RowBits, key: SortKey, tie: Compare, count: number): number[] {
  const best = new BestRows(count, tie)
  if (key.column instanceof Float64Array) takeExact(set, key.column, key.sign, best)
  else takeRounded(set, key.column, key.sign, best)
  return best.inOrder()
}

// Two functions with the same lines: the compiler makes each fast for one kind of array.

function takeExact(set: RowBits, column: Float64Array, sign: number, best: BestRows): void {
  let { worst } = best
  for (let word = 0; word < set.length; word++) {
    for (let rest = set[word] as number; rest !== 0; rest &= rest - 1) {
      const row = word * wordRows + 31 - Math.clz32(rest & -rest)
      const value = column[row] as number
      const key = value >= 0 ? sign * value : Infinity
      if (key <= worst) worst = best.offer(row, key)
    }
  }
}

function takeRounded(set: RowBits, column: Float32Array, sign: number, best: BestRows): void {
  let { worst } = best
  for (let word = 0; word < set.length; word++) {
    for (let rest = set[word] as number; rest !== 0; rest &= rest - 1) {
      const row = word * wordRows + 31 - Math.clz32(rest & -rest)
      const value = column[row] as number
      const key = value >= 0 ? sign * value : Infinity
      if (key <= worst) worst = best.offer(row, key)
    }
  }
}

/** The first `count` of the rows by their keys, which stand beside them. */
export function firstOfList(rows: Uint32Array, keys: Float64Array, tie: Compare, count: number): number[] {
  const best = new BestRows(count, tie)
  let { worst } = best
  for (let at = 0; at < rows.length; at++) {
    const key = keys[at] as number
    if (key <= worst) worst = best.offer(rows[at] as number, key)
  }
  return best.inOrder()
}

/**
 * Rows `from` to before `to` of the order by keys, without sorting the rest: the cost grows with the number of rows, not
 * with how far back the range lies (quickselect).
 */
export function rangeOfList(rows: Uint32Array, keys: Float64Array, tie: Compare, from: number, to: number): number[] {
  const order: Compare = (left, right) => {
    const [leftKey, rightKey] = [keys[left] as number, keys[right] as number]
    return leftKey === rightKey ? tie(rows[left] as number, rows[right] as number) : leftKey - rightKey
  }
  const positions = Uint32Array.from(keys.keys())
  moveForward(positions, order, from, positions.length)
  moveForward(positions.subarray(from), order, to - from, positions.length - from)
  return [...positions.subarray(from, to)].sort(order).map((at) => rows[at] as number)
}

/** Brings the first `count` positions of the order to the front, in any order. */
function moveForward(positions: Uint32Array, order: Compare, count: number, length: number): void {
  let low = 0
  let high = length - 1
  while (low < high) {
    const pivot = positions[(low + high) >> 1] as number
    let left = low
    let right = high
    while (left <= right) {
      while (order(positions[left] as number, pivot) < 0) left++
      while (order(positions[right] as number, pivot) > 0) right--
      if (left > right) break
      const kept = positions[left] as number
      positions[left++] = positions[right] as number
      positions[right--] = kept
    }
    if (count - 1 <= right) high = right
    else if (count - 1 >= left) low = left
    else return
  }
}
