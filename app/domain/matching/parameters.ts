import { quantityCriteria, type Brief, type Criterion, type Importance, type QuantityCriterion } from './model'

const quantities: ReadonlySet<Criterion> = new Set(quantityCriteria)

/** Word of each criterion in the parameters of an address: `power_min`, `power_weight`. */
export const wordOf = {
  sector: 'sector',
  kind: 'kind',
  place: 'place',
  area: 'area',
  plot: 'plot',
  electricity: 'power',
  water: 'water',
  sewer: 'sewer',
  heat: 'heat',
  gas: 'gas',
  steam: 'steam',
  telecom: 'telecom',
  height: 'height',
  crane: 'crane',
  rail: 'rail',
  highway: 'highway',
  tenure: 'tenure',
  price: 'price',
  zone: 'zone',
  incentive: 'incentive',
} as const satisfies Record<Criterion, string>

/** Parameter with the quantity that is asked for: `power_min`. */
export function minParameter(criterion: QuantityCriterion): string {
  return `${wordOf[criterion]}_min`
}

/** Parameter with the importance of a criterion: `power_weight`. */
export function weightParameter(criterion: Criterion): string {
  return `${wordOf[criterion]}_weight`
}

/** Importance of a criterion whose weight nobody names: what cannot be brought cheaply is a must. */
export function usualImportance(criterion: Criterion): Importance {
  return isQuantityCriterion(criterion) ? 'must' : '2'
}

/** Whether the criterion is asked for as "at least so much". */
export function isQuantityCriterion(criterion: Criterion): criterion is QuantityCriterion {
  return quantities.has(criterion)
}

/** Whether what is missing can be counted: only then is a site that breaks the criterion a near miss. */
export function isCountable({ needs }: Brief, criterion: Criterion): boolean {
  if (criterion === 'rail') return needs.rail?.wish.kind === 'within_km'
  return isQuantityCriterion(criterion) || criterion === 'highway' || criterion === 'price'
}
