import { criteria, type Criterion } from './model'
import { isQuantityCriterion, minParameter, usualImportance, weightParameter, wordOf } from './parameters'

/** Parameters with the value of a criterion; its importance means nothing without one of them. */
export function valueParameters(criterion: Criterion): string[] {
  if (isQuantityCriterion(criterion)) return [minParameter(criterion)]
  if (criterion === 'place') return ['region', 'town']
  if (criterion === 'price') return ['price_max']
  return [criterion === 'highway' ? 'highway_max' : wordOf[criterion]]
}

/** The parameters without importances that nobody asked for or that are the usual ones; changes what it is given. */
export function tidyBrief(params: URLSearchParams): URLSearchParams {
  for (const criterion of criteria) {
    const weight = weightParameter(criterion)
    const isAsked = valueParameters(criterion).some((name) => params.has(name))
    if (!isAsked || params.get(weight) === usualImportance(criterion)) params.delete(weight)
  }
  if (!params.has('price_max')) params.delete('price_kind')
  return params
}

/** The parameters without a criterion: for the link that takes a need away. */
export function withoutNeed(params: URLSearchParams, criterion: Criterion): URLSearchParams {
  const rest = new URLSearchParams(params)
  for (const name of [...valueParameters(criterion), weightParameter(criterion)]) rest.delete(name)
  if (criterion === 'price') rest.delete('price_kind')
  return rest
}

/** What of the parameters of a search a brief asks for as well: not its text, place on the map, order and upper bounds. */
export function fromSearch(search: URLSearchParams): URLSearchParams {
  const names = new Set([...criteria.flatMap(valueParameters), 'price_kind'])
  return new URLSearchParams([...search].filter(([name]) => names.has(name)))
}
