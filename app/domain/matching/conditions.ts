import type { Columns } from '#app/domain/search/columns'
import {
  keyCondition,
  railCode,
  railCondition,
  rangeCondition,
  rowsOfKeys,
  setCondition,
  type Condition,
} from '#app/domain/search/conditions'
import { askedColumns, type AskedColumn } from '#app/domain/search/masks'
import { priceColumns } from '#app/domain/search/price-column'
import type { RowBits } from '#app/domain/search/row-bits'
import type { Brief, Criterion, Need } from './model'
import { isQuantityCriterion } from './parameters'

// The search asks the same of its rows, so a brief asks them by the same conditions; scan.test.ts holds them and the
// rules for one site together.

/** A criterion of the brief as a condition of the search. Unknown is open; what is stale or promised it does not know. */
export function conditionOf(columns: Columns, { needs }: Brief, criterion: Criterion): Condition {
  if (isQuantityCriterion(criterion)) return rangeCondition(columns, criterion, needs[criterion]?.min ?? 0, null)
  switch (criterion) {
    case 'rail':
      return railCondition(columns, (needs.rail as Need<'rail'>).wish)
    case 'highway':
      return rangeCondition(columns, 'highwayKm', null, needs.highway?.maxKm ?? 0)
    case 'price': {
      const { kind, max } = needs.price as Need<'price'>
      return rangeCondition(columns, priceColumns[kind], null, max)
    }
    case 'place': {
      const { regions, towns } = needs.place as Need<'place'>
      return setCondition([...rowsOfKeys(columns, 'region', regions), ...rowsOfKeys(columns, 'town', towns)], null)
    }
    default:
      return keyCondition(columns, criterion, needs[criterion]?.keys ?? [])
  }
}

/** The rows to which a countable criterion does not apply: they have no gap. */
export function rowsWithout({ masks }: Columns, { needs }: Brief, criterion: Criterion): RowBits {
  const without = (name: AskedColumn) => masks.absent.of(askedColumns.indexOf(name))
  if (isQuantityCriterion(criterion)) return without(criterion)
  if (criterion === 'highway') return without('highwayKm')
  if (criterion === 'rail') return masks.rail.of(railCode.none)
  return without(priceColumns[(needs.price as Need<'price'>).kind])
}
