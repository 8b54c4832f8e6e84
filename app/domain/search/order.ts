import { distanceM } from '#app/domain/kernel/geo'
import { compareNumbers } from './cards'
import type { Columns } from './columns'
import type { Criteria } from './model'
import { originOf } from './origin'
import type { Pass } from './pass'
import { priceColumn } from './price-column'
import { listOf, type RowBits } from './row-bits'
import { latestRows } from './recency'
import { firstOfList, firstRows, rangeOfList, type SortKey } from './select'
import type { TextMatch } from './text-index'

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
  const { fresh, stale, freshCount, staleCount } = pass[list]
  const pick = (set: RowBits, count: number, start: number, end: number) =>
    start < count && end > start ? pickPart(columns, criteria, pass, { set, count }, start, Math.min(end, count)) : []
  return [
    ...pick(fresh, freshCount, from, Math.min(to, freshCount)),
    ...pick(stale, staleCount, Math.max(0, from - freshCount), to - freshCount),
  ]
}

type Part = { set: RowBits; count: number }

/** Up to here the first rows are found by comparing most rows only once. */
const largestHeap = 1000

function pickPart(columns: Columns, criteria: Criteria, pass: Pass, part: Part, from: number, to: number): number[] {
  const { confirmedMs } = columns
  const tie = (left: number, right: number) =>
    compareUnknownLast(-(confirmedMs[left] as number), -(confirmedMs[right] as number)) ||
    compareNumbers(columns, left, right)
  const key = sortKey(columns, criteria, pass)
  const isWalk = key?.column === confirmedMs && part.count ** 2 > to * columns.size
  if (isWalk && to <= largestHeap) return latestRows(columns, part.set, tie, to).slice(from)
  if (key && to <= largestHeap) return firstRows(part.set, key, tie, to).slice(from)
  const rows = listOf(part.set, part.count)
  const keys = key ? readKeys(rows, key) : makeKeys(columns, criteria, pass, rows)
  return to <= largestHeap ? firstOfList(rows, keys, tie, to).slice(from) : rangeOfList(rows, keys, tie, from, to)
}

/** The column that rows are sorted by; null when something else is. */
function sortKey(columns: Columns, criteria: Criteria, { match }: Pass): SortKey | null {
  switch (criteria.sort) {
    case 'newest':
      return { column: columns.publishedMs, sign: -1 }
    case 'area':
      return { column: columns.area, sign: -1 }
    case 'power':
      return { column: columns.free.electricity, sign: -1 }
    case 'price':
      return { column: priceColumn(columns, criteria.price?.kind ?? 'rent_m2_month'), sign: 1 }
    case 'distance':
      return null
    case 'relevance':
      return match ? null : { column: columns.confirmedMs, sign: -1 }
  }
}

function readKeys(rows: Uint32Array, { column, sign }: SortKey): Float64Array {
  const keys = new Float64Array(rows.length)
  for (let at = 0; at < rows.length; at++) {
    const value = column[rows[at] as number] as number
    keys[at] = value >= 0 ? sign * value : Infinity
  }
  return keys
}

/** Distances, or how well rows have the words that are asked for; Infinity where it is not known. */
function makeKeys(columns: Columns, criteria: Criteria, { match }: Pass, rows: Uint32Array): Float64Array {
  return criteria.sort === 'relevance' && match
    ? readScores(columns, match, rows)
    : readDistances(columns, criteria, rows)
}

/** Moments in milliseconds are below this until the year 2109, and scores below `mostScore`: together 53 bits. */
const allMoments = 2 ** 42
const mostScore = 2 ** 11 - 1

/** Score and last confirmation in one number, so that few keys are equal. `rows` rise like those of the match, and all are in it. */
function readScores({ confirmedMs }: Columns, match: TextMatch, rows: Uint32Array): Float64Array {
  const keys = new Float64Array(rows.length)
  let found = 0
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] as number
    while ((match.rows[found] as number) < row) found += 1
    const ms = confirmedMs[row] as number
    keys[at] = -Math.min(match.scores[found] as number, mostScore) * allMoments - (ms >= 0 ? ms : 0)
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
