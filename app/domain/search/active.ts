import { askedUtilities, type AskedUtility, type Criteria, type Near, type RailWish } from './model'
import type { BBox } from '#app/domain/kernel/geo'
import type { PriceKind, SiteKind, Tenure } from '#app/domain/sites/choices'
import type { SectorKey } from '#app/domain/towns/model'
import type { ZoneChoice } from './model'
import { hasOrigin } from './origin'

/** One thing that is asked for, as a chip shows it. Lists of alternatives give a chip per value. */
export type ActiveCriterion =
  | { kind: 'text'; q: string }
  | { kind: 'sector'; key: SectorKey }
  | { kind: 'kind'; key: SiteKind }
  | { kind: 'region' | 'town' | 'incentive'; key: string }
  | { kind: 'tenure'; key: Tenure }
  | { kind: 'zone'; key: ZoneChoice }
  | { kind: 'area' | 'plot'; min: number | null; max: number | null }
  | { kind: 'free'; utility: AskedUtility; min: number }
  | { kind: 'rail'; rail: RailWish }
  | { kind: 'height'; min: number }
  | { kind: 'price'; price: { kind: PriceKind; max: number } }
  | { kind: 'fresh' }
  | { kind: 'bbox'; bbox: BBox }
  | { kind: 'ring' }
  | { kind: 'near'; near: Near }

/** `rest` is the same search without it, from the first page. */
export type Removable = { criterion: ActiveCriterion; rest: Criteria }

/** What the criteria ask for, in the order of the filter bar. */
export function listActive(criteria: Criteria): Removable[] {
  const active: Removable[] = []
  const add = (criterion: ActiveCriterion, change: Partial<Criteria>) => {
    const rest = { ...criteria, ...change, page: 1 }
    active.push({
      criterion,
      rest: rest.sort === 'distance' && !hasOrigin(rest) ? { ...rest, sort: 'relevance' } : rest,
    })
  }
  const without = <Value>(list: readonly Value[], value: Value) => list.filter((other) => other !== value)
  if (criteria.q !== '') add({ kind: 'text', q: criteria.q }, { q: '' })
  for (const key of criteria.sectors) add({ kind: 'sector', key }, { sectors: without(criteria.sectors, key) })
  for (const key of criteria.regions) add({ kind: 'region', key }, { regions: without(criteria.regions, key) })
  for (const key of criteria.towns) add({ kind: 'town', key }, { towns: without(criteria.towns, key) })
  for (const key of criteria.kinds) add({ kind: 'kind', key }, { kinds: without(criteria.kinds, key) })
  for (const utility of askedUtilities) {
    const min = criteria.free[utility]
    if (min !== null) add({ kind: 'free', utility, min }, { free: { ...criteria.free, [utility]: null } })
  }
  addRanges(criteria, add)
  for (const key of criteria.tenures) add({ kind: 'tenure', key }, { tenures: without(criteria.tenures, key) })
  for (const key of criteria.zones) add({ kind: 'zone', key }, { zones: without(criteria.zones, key) })
  for (const key of criteria.incentives)
    add({ kind: 'incentive', key }, { incentives: without(criteria.incentives, key) })
  if (criteria.onlyFresh) add({ kind: 'fresh' }, { onlyFresh: false })
  if (criteria.bbox) add({ kind: 'bbox', bbox: criteria.bbox }, { bbox: null })
  if (criteria.ring) add({ kind: 'ring' }, { ring: null })
  if (criteria.near) add({ kind: 'near', near: criteria.near }, { near: null })
  return active
}

function addRanges(criteria: Criteria, add: (criterion: ActiveCriterion, change: Partial<Criteria>) => void): void {
  const { areaMin, areaMax, plotMin, plotMax, rail, heightMin, price } = criteria
  if (areaMin !== null || areaMax !== null)
    add({ kind: 'area', min: areaMin, max: areaMax }, { areaMin: null, areaMax: null })
  if (plotMin !== null || plotMax !== null)
    add({ kind: 'plot', min: plotMin, max: plotMax }, { plotMin: null, plotMax: null })
  if (price) add({ kind: 'price', price }, { price: null })
  if (rail) add({ kind: 'rail', rail }, { rail: null })
  if (heightMin !== null) add({ kind: 'height', min: heightMin }, { heightMin: null })
}
