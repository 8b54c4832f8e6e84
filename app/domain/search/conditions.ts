import { railAccesses, siteKinds, tenures, type PriceKind } from '#app/domain/sites/choices'
import { sectorKeys } from '#app/domain/towns/model'
import { distanceM, isInside, type LngLat } from '#app/domain/kernel/geo'
import { toBits, zoneCodes, type Columns } from './columns'
import { askedUtilities, zoneChoices, type Criteria, type FacetName, type OpenReason } from './model'
import { isInsideRing, ringBox } from './ring'
import { absent } from './row'

/** How a site answers one criterion: it does not fit, it fits, or it does not say. */
export const fit = { no: 0, yes: 1, open: 2 } as const
export type Fit = (typeof fit)[keyof typeof fit]

export type Condition = {
  /** The facet whose values are alternatives to this criterion. */
  facet: FacetName | null
  /** What is open when the answer is `open`; null for criteria that every site answers. */
  reason: OpenReason | null
  /** Values confirmed too long ago do not count as met. */
  isQuantity: boolean
  test: (row: number) => Fit
}

const yesNo = (holds: boolean): Fit => (holds ? fit.yes : fit.no)

const railCode = {
  onSite: railAccesses.indexOf('on_site'),
  adjacent: railAccesses.indexOf('adjacent'),
  distance: railAccesses.indexOf('distance'),
  unknown: railAccesses.indexOf('unknown'),
}

/** The criteria as tests on rows; freshness and text are not here, they are asked of every row anyway. */
export function compileConditions(criteria: Criteria, columns: Columns): Condition[] {
  return [
    ...keyConditions(criteria, columns),
    ...rangeConditions(criteria, columns),
    ...railConditions(criteria, columns),
    ...boxConditions(criteria, columns),
    ...shapeConditions(criteria, columns),
  ]
}

function keyConditions(criteria: Criteria, columns: Columns): Condition[] {
  const conditions: Condition[] = []
  const add = (
    facet: FacetName,
    asked: readonly unknown[],
    test: Condition['test'],
    reason: OpenReason | null = null,
  ) => {
    if (asked.length > 0) conditions.push({ facet, reason, isQuantity: false, test })
  }
  const among = (column: ArrayLike<number>, codes: readonly number[]) => {
    const wanted = new Set(codes)
    return (row: number) => yesNo(wanted.has(column[row] ?? -1))
  }
  const positions = (keys: readonly string[], asked: readonly string[]) => asked.map((key) => keys.indexOf(key))
  add('kind', criteria.kinds, among(columns.kind, positions(siteKinds, criteria.kinds)))
  add('region', criteria.regions, among(columns.region, positions(columns.keys.region, criteria.regions)))
  add('town', criteria.towns, among(columns.town, positions(columns.keys.town, criteria.towns)))
  const sectors = toBits(sectorKeys, criteria.sectors)
  add('sector', criteria.sectors, (row) => yesNo(((columns.sectors[row] ?? 0) & sectors) !== 0))
  const wantedTenures = toBits(tenures, criteria.tenures)
  const testTenure = (row: number) => {
    const offered = columns.tenures[row] ?? 0
    return offered === 0 ? fit.open : yesNo((offered & wantedTenures) !== 0)
  }
  add('tenure', criteria.tenures, testTenure, 'tenure')
  const zones = new Set(criteria.zones.map((zone) => zoneChoices.indexOf(zone) + 1))
  const testZone = (row: number) =>
    columns.zone[row] === zoneCodes.undetermined ? fit.open : yesNo(zones.has(columns.zone[row] ?? 0))
  add('zone', criteria.zones, testZone, 'zone')
  const incentives = criteria.incentives.map((key) => columns.incentives[columns.keys.incentive.indexOf(key)])
  add('incentive', criteria.incentives, (row) => yesNo(incentives.some((column) => column?.[row] === 1)))
  return conditions
}

function rangeConditions(criteria: Criteria, columns: Columns): Condition[] {
  const conditions: Condition[] = []
  const add = (reason: OpenReason, column: Float64Array | undefined, min: number | null, max: number | null) => {
    if ((min === null && max === null) || column === undefined) return
    const test = (row: number) => testRange(column[row] ?? Number.NaN, min, max)
    conditions.push({ facet: null, reason, isQuantity: true, test })
  }
  const { areaMin, areaMax } = criteria
  if (areaMin !== null || areaMax !== null) {
    const test = (row: number) => testArea(columns, row, areaMin, areaMax)
    conditions.push({ facet: null, reason: 'area', isQuantity: true, test })
  }
  add('plot', columns.plot, criteria.plotMin, criteria.plotMax)
  for (const kind of askedUtilities) add(kind, columns.free[kind], criteria.free[kind], null)
  if (criteria.price) add('price', priceColumn(columns, criteria.price.kind), null, criteria.price.max)
  const { heightMin } = criteria
  if (heightMin !== null) {
    const test = (row: number) => {
      if ((columns.height[row] ?? absent) >= heightMin) return fit.yes
      return columns.isHeightOpen[row] === 1 ? fit.open : fit.no
    }
    conditions.push({ facet: null, reason: 'height', isQuantity: true, test })
  }
  return conditions
}

function testRange(value: number, min: number | null, max: number | null): Fit {
  if (Number.isNaN(value)) return fit.open
  return yesNo(value !== absent && (min === null || value >= min) && (max === null || value <= max))
}

/** Silent buildings can only add to what is known: enough is enough, too much is too much, the rest is open. */
function testArea(columns: Columns, row: number, min: number | null, max: number | null): Fit {
  const area = columns.area[row] ?? Number.NaN
  if (columns.isAreaOpen[row] !== 1) return testRange(area, min, max)
  if (max !== null) return area > max ? fit.no : fit.open
  return min === null || area >= min ? fit.yes : fit.open
}

/** Column of a kind of price. */
export function priceColumn(columns: Columns, kind: PriceKind): Float64Array {
  const byKind = { rent_month: columns.rentMonth, rent_m2_month: columns.rentM2, purchase: columns.purchase }
  return byKind[kind]
}

function railConditions({ rail }: Criteria, columns: Columns): Condition[] {
  if (rail === null) return []
  const test = (row: number): Fit => {
    const access = columns.rail[row]
    if (access === railCode.unknown) return fit.open
    if (access === railCode.onSite) return fit.yes
    if (rail.kind === 'on_site') return fit.no
    if (access === railCode.adjacent) return fit.yes
    if (rail.kind === 'adjacent' || access !== railCode.distance) return fit.no
    return testRange(columns.railKm[row] ?? Number.NaN, null, rail.km)
  }
  return [{ facet: 'rail', reason: 'rail', isQuantity: rail.kind === 'within_km', test }]
}

function boxConditions({ bbox }: Criteria, columns: Columns): Condition[] {
  if (bbox === null) return []
  const [west, south, east, north] = bbox
  const test = (row: number): Fit => {
    const lng = columns.lng[row] ?? Number.NaN
    const lat = columns.lat[row] ?? Number.NaN
    if (Number.isNaN(lng) || Number.isNaN(lat)) return fit.open
    return yesNo(lng >= west && lng <= east && lat >= south && lat <= north)
  }
  return [{ facet: null, reason: 'point', isQuantity: false, test }]
}

/** The drawn area, and the distance from a point: a site without a place leaves both open. */
function shapeConditions({ ring, near }: Criteria, columns: Columns): Condition[] {
  const conditions: Condition[] = []
  const add = (holds: (place: LngLat) => boolean) => {
    const test = (row: number): Fit => {
      const place: LngLat = [columns.lng[row] ?? Number.NaN, columns.lat[row] ?? Number.NaN]
      return Number.isNaN(place[0]) || Number.isNaN(place[1]) ? fit.open : yesNo(holds(place))
    }
    conditions.push({ facet: null, reason: 'point', isQuantity: false, test })
  }
  if (ring) {
    const box = ringBox(ring)
    add((place) => isInside(box, place) && isInsideRing(ring, place))
  }
  if (near && near.withinKm !== null) {
    const { point, withinKm } = near
    add((place) => distanceM(point, place) <= withinKm * 1000)
  }
  return conditions
}
