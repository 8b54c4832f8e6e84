import type { PriceKind } from '#app/domain/sites/choices'
import type { Columns } from './column-layout'

/** Names of the columns of the kinds of price. */
export const priceColumns = {
  rent_month: 'rentMonth',
  rent_m2_month: 'rentM2',
  purchase: 'purchase',
} as const satisfies Record<PriceKind, keyof Columns>

/** Column of a kind of price. */
export function priceColumn(
  columns: Pick<Columns, 'rentMonth' | 'rentM2' | 'purchase'>,
  kind: PriceKind,
): Float32Array {
  return columns[priceColumns[kind]]
}
