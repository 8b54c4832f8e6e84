import type { Columns } from '#app/domain/search/columns'
import { priceColumn } from '#app/domain/search/price-column'
import { lineAtLeast, lineAtMost, worthFrom, worthlessAt, type Line } from './levels'
import type { Brief, Criterion, Need } from './model'
import { isUtility } from './needs'
import { isQuantityCriterion } from './parameters'

/** A criterion that is a line over the numbers of a column. */
export type Measured = { column: Float32Array; line: Line; bound: 'min' | 'max' }

/** How a criterion is measured; that of a railway counts where it is at a distance. Null: it is no number. */
export function measuredBy(columns: Columns, { needs }: Brief, criterion: Criterion): Measured | null {
  if (isQuantityCriterion(criterion)) {
    const column = isUtility(criterion) ? columns.free[criterion] : columns[criterion]
    return { column, line: lineAtLeast(needs[criterion]?.min ?? 0, worthFrom[criterion]), bound: 'min' }
  }
  const atMost = (column: Float32Array, most: number, until: number): Measured => ({
    ...{ column, line: lineAtMost(most, until), bound: 'max' },
  })
  if (criterion === 'highway') return atMost(columns.highwayKm, needs.highway?.maxKm ?? 0, worthlessAt.distance)
  if (criterion === 'price') {
    const { kind, max } = needs.price as Need<'price'>
    return atMost(priceColumn(columns, kind), max, worthlessAt.price)
  }
  if (criterion !== 'rail' || needs.rail?.wish.kind !== 'within_km') return null
  return atMost(columns.railKm, needs.rail.wish.km, worthlessAt.distance)
}
