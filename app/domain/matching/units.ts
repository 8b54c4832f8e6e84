import { unitOf } from '#app/domain/kernel/quantity'
import type { Outcome, QuantityCriterion } from './model'

/** The one unit in which a criterion is asked for "at least". */
export const unitOfCriterion: Record<QuantityCriterion, NonNullable<Outcome['unit']>> = {
  ...unitOf,
  area: 'm2',
  plot: 'ha',
  height: 'm',
  crane: 't',
}
