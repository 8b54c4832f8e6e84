import { pageSizes } from '#app/domain/kernel/page'
import { askedUtilities, freeParameters, type Criteria, type RailWish } from './model'

/** Parameters of the address that asks for `criteria`, in one fixed order and without what is the default anyway. */
export function writeCriteria(criteria: Criteria): URLSearchParams {
  const params = new URLSearchParams()
  const set = (name: string, value: string | number | null) => {
    if (value !== null && value !== '') params.append(name, String(value))
  }
  const setAll = (name: string, values: readonly string[]) => values.forEach((value) => set(name, value))
  set('q', criteria.q)
  setAll('sector', criteria.sectors)
  setAll('kind', criteria.kinds)
  setAll('region', criteria.regions)
  setAll('town', criteria.towns)
  setAll('tenure', criteria.tenures)
  setAll('zone', criteria.zones)
  setAll('incentive', criteria.incentives)
  set('area_min', criteria.areaMin)
  set('area_max', criteria.areaMax)
  set('plot_min', criteria.plotMin)
  set('plot_max', criteria.plotMax)
  for (const kind of askedUtilities) set(freeParameters[kind], criteria.free[kind])
  set('rail', criteria.rail && writeRail(criteria.rail))
  set('height_min', criteria.heightMin)
  set('price_max', criteria.price && criteria.price.max)
  set('price_kind', criteria.price && criteria.price.kind)
  set('fresh', criteria.onlyFresh ? 'fresh' : null)
  set('bbox', criteria.bbox && criteria.bbox.join(','))
  set('area', criteria.ring && criteria.ring.map((corner) => corner.join(',')).join(';'))
  set('near', criteria.near && criteria.near.point.join(','))
  set('within_km', criteria.near && criteria.near.withinKm)
  set('sort', criteria.sort === 'relevance' ? null : criteria.sort)
  set('page', criteria.page === 1 ? null : criteria.page)
  set('size', criteria.size === pageSizes.default ? null : criteria.size)
  return params
}

/** Value of the `rail` parameter. */
export function writeRail(rail: RailWish): string {
  return rail.kind === 'within_km' ? `within_km=${rail.km}` : rail.kind
}

/** Path and query of the search page for `criteria`, without the language. */
export function searchPath(criteria: Criteria): string {
  const query = writeCriteria(criteria).toString()
  return query === '' ? '/sites' : `/sites?${query}`
}
