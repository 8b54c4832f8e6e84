import type { PriceKind } from '#app/domain/sites/choices'
import type { Columns } from './column-layout'

/** Column of a kind of price. */
export function priceColumn(
  columns: Pick<Columns, 'rentMonth' | 'rentM2' | 'purchase'>,
  kind: PriceKind,
): Float32Array {
  return { rent_month: columns.rentMonth, rent_m2_month: columns.rentM2, purchase: columns.purchase }[kind]
}
