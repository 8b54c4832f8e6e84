import { distanceM } from '#app/domain/kernel/geo'
import { compareNumbers } from './cards'
import type { Columns } from './columns'
import type { Criteria } from './model'
import { originOf } from './origin'
import type { Pass } from './pass'
import { priceColumn } from './price-column'
import { selectRange } from './select'

/**
 * The rows at `from` to before `to` in the order of the criteria: sites confirmed too long ago come last whatever is
 * sorted by, unknown values come last among the others, and ties are broken by the last confirmation and then the
 * number, so that pages never overlap.
 */
export function pickRows(
  columns: Columns,
  criteria: Criteria,
  pass: Pass,
  list: 'hits' | 'open',
  { from, to }: { from: number; to: number },
): number[] {
  const rows = pass[list]
  const fresh = list === 'hits' ? pass.freshHits : pass.freshOpen
  const pick = (part: Uint32Array, start: number, end: number) =>
    start < part.length && end > start ? selectPart(columns, criteria, pass, part, start, end) : []
  return [
    ...pick(rows.subarray(0, fresh), from, Math.min(to, fresh)),
    ...pick(rows.subarray(fresh), Math.max(0, from - fresh), to - fresh),
  ]
}

function selectPart(
  columns: Columns,
  criteria: Criteria,
  pass: Pass,
  rows: Uint32Array,
  from: number,
  to: number,
): number[] {
  const keys = makeKeys(columns, criteria, pass, rows)
  const { confirmedMs } = columns
  const compare = (left: number, right: number) => {
    const [leftRow, rightRow] = [rows[left] as number, rows[right] as number]
    return (
      compareUnknownLast(-(confirmedMs[leftRow] as number), -(confirmedMs[rightRow] as number)) ||
      compareNumbers(columns, leftRow, rightRow)
    )
  }
  return selectRange(keys, compare, from, Math.min(to, rows.length)).map((at) => rows[at] as number)
}

/** What rows are sorted by first, the smallest first; Infinity where it is not known. */
function makeKeys(columns: Columns, criteria: Criteria, pass: Pass, rows: Uint32Array): Float64Array {
  switch (criteria.sort) {
    case 'newest':
      return readKeys(rows, columns.publishedMs, -1)
    case 'area':
      return readKeys(rows, columns.area, -1)
    case 'power':
      return readKeys(rows, columns.free.electricity, -1)
    case 'price':
      return readKeys(rows, priceColumn(columns, criteria.price?.kind ?? 'rent_m2_month'), 1)
    case 'distance':
      return readDistances(columns, criteria, rows)
    case 'relevance':
      return readKeys(rows, pass.scores ?? columns.confirmedMs, -1)
  }
}

function readKeys(rows: Uint32Array, column: Float32Array | Float64Array | Uint16Array, sign: 1 | -1): Float64Array {
  const keys = new Float64Array(rows.length)
  for (let at = 0; at < rows.length; at++) {
    const value = column[rows[at] as number] as number
    keys[at] = value >= 0 ? sign * value : Infinity
  }
  return keys
}

function readDistances({ lng, lat, places }: Columns, criteria: Criteria, rows: Uint32Array): Float64Array {
  const origin = originOf(criteria, (key) => places.towns.find((town) => town.key === key)?.point ?? null)
  return Float64Array.from(rows, (row) => {
    const metres = origin ? distanceM(origin, [lng[row] as number, lat[row] as number]) : Number.NaN
    return Number.isNaN(metres) ? Infinity : metres
  })
}

function compareUnknownLast(left: number, right: number): number {
  if (Number.isNaN(left) || Number.isNaN(right)) return Number(Number.isNaN(left)) - Number(Number.isNaN(right))
  return left - right
}
