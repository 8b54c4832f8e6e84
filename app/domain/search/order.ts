import { distanceM, type LngLat } from '#app/domain/kernel/geo'
import type { Columns } from './columns'
import { priceColumn } from './conditions'
import type { Criteria } from './model'
import { originOf } from './origin'

/** What the pass found out about the rows it kept. */
export type RowMarks = { score: Float64Array; isStale: Uint8Array }

type Compare = (left: number, right: number) => number

/**
 * Order of rows for the criteria: sites confirmed too long ago come last whatever is sorted by, unknown values come
 * last among the others, and ties are broken by the last confirmation and then the number, so that pages never overlap.
 */
export function makeOrder(criteria: Criteria, columns: Columns, marks: RowMarks): Compare {
  const bySort = sortKey(criteria, columns, marks)
  const number = (row: number) => columns.rows[row]?.card.number ?? ''
  return (left, right) =>
    (marks.isStale[left] ?? 0) - (marks.isStale[right] ?? 0) ||
    compareUnknownLast(bySort(left), bySort(right)) ||
    compareUnknownLast(-(columns.confirmedMs[left] ?? 0), -(columns.confirmedMs[right] ?? 0)) ||
    (number(left) < number(right) ? -1 : 1)
}

function sortKey(criteria: Criteria, columns: Columns, marks: RowMarks): (row: number) => number {
  const from = (column: Float64Array, sign: 1 | -1) => (row: number) => {
    const value = column[row] ?? Number.NaN
    return value < 0 ? Number.NaN : sign * value
  }
  switch (criteria.sort) {
    case 'newest':
      return from(columns.publishedMs, -1)
    case 'area':
      return from(columns.area, -1)
    case 'power':
      return from(columns.free.electricity, -1)
    case 'price':
      return from(priceColumn(columns, criteria.price?.kind ?? 'rent_m2_month'), 1)
    case 'distance':
      return byDistance(
        originOf(criteria, (key) => placeOfTown(columns, key)),
        columns,
      )
    case 'relevance':
      return (row) => -(marks.score[row] ?? 0)
  }
}

function byDistance(origin: LngLat | null, columns: Columns): (row: number) => number {
  return (row) => {
    const point = columns.rows[row]?.card.point
    return origin && point ? distanceM(origin, point) : Number.NaN
  }
}

function placeOfTown(columns: Columns, key: string): LngLat | null {
  return columns.places.towns.find((town) => town.key === key)?.point ?? null
}

function compareUnknownLast(left: number, right: number): number {
  if (Number.isNaN(left) || Number.isNaN(right)) return Number(Number.isNaN(left)) - Number(Number.isNaN(right))
  return left - right
}
