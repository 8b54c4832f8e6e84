import { railAccesses, siteKinds, tenures } from '#app/domain/sites/choices'
import { sectorKeys } from '#app/domain/towns/model'
import { distanceM, isInside, type BBox, type LngLat } from '#app/domain/kernel/geo'
import { toBits, toZoneCode, zoneCodes } from './codes'
import type { Columns } from './columns'
import { askedUtilities, type Criteria, type FacetName, type OpenReason } from './model'
import { priceColumn } from './price-column'
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
  /** The same test as data, for the sweeps; without it every row is asked by `test`. */
  sweep?: SweepData
  /** No row with a point outside this box can fit. */
  reach?: BBox
}

/**
 * `codes`: the answer to each code of a column. `range`: between the bounds, both rounded like the column; rows that
 * `asksEach` marks are asked by `test`. `box`: inside the `reach`.
 */
export type SweepData =
  | { by: 'codes'; column: Uint16Array; answers: Uint8Array }
  | { by: 'range'; column: Float32Array; low: number; high: number; asksEach: Uint8Array | null }
  | { by: 'box' }

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
  const { keys } = columns
  const add = (
    facet: FacetName,
    asked: readonly unknown[],
    column: Uint16Array,
    codes: number,
    answerTo: (code: number) => Fit,
  ) => {
    if (asked.length === 0) return
    const answers = Uint8Array.from({ length: codes }, (_, code) => answerTo(code))
    const reason = facet === 'tenure' || facet === 'zone' ? facet : null
    const test = (row: number) => answers[column[row] as number] as Fit
    conditions.push({ facet, reason, isQuantity: false, test, sweep: { by: 'codes', column, answers } })
  }
  const among = (list: readonly string[], asked: readonly string[]) => (code: number) =>
    yesNo(asked.includes(list[code] ?? ''))
  add('kind', criteria.kinds, columns.kind, siteKinds.length, among(siteKinds, criteria.kinds))
  add('region', criteria.regions, columns.region, keys.region.length, among(keys.region, criteria.regions))
  add('town', criteria.towns, columns.town, keys.town.length, among(keys.town, criteria.towns))
  const sectors = toBits(sectorKeys, criteria.sectors)
  add('sector', criteria.sectors, columns.sectors, 1 << sectorKeys.length, (bits) => yesNo((bits & sectors) !== 0))
  const wanted = toBits(tenures, criteria.tenures)
  add('tenure', criteria.tenures, columns.tenures, 1 << tenures.length, (bits) =>
    bits === 0 ? fit.open : yesNo((bits & wanted) !== 0),
  )
  add('zone', criteria.zones, columns.zone, zoneCodes.undetermined + 1, (code) =>
    code === zoneCodes.undetermined ? fit.open : yesNo(criteria.zones.some((zone) => toZoneCode(zone) === code)),
  )
  const incentives = criteria.incentives.map((key) => keys.incentive.indexOf(key))
  add('incentive', criteria.incentives, columns.incentives, keys.incentiveSets.length, (code) =>
    yesNo(keys.incentiveSets[code]?.some((key) => incentives.includes(key)) ?? false),
  )
  return conditions
}

function rangeConditions(criteria: Criteria, columns: Columns): Condition[] {
  const conditions: Condition[] = []
  const add = (
    reason: OpenReason,
    column: Float32Array,
    min: number | null,
    max: number | null,
    isOpen: Uint8Array | null = null,
  ) => {
    if (min === null && max === null) return
    const [low, high] = [Math.fround(min ?? 0), Math.fround(max ?? Infinity)]
    const test = (row: number) => {
      const value = column[row] as number
      return isOpen?.[row] === 1 ? testGrowing(value, low, high) : testRange(value, low, high)
    }
    const sweep = { by: 'range', column, low, high, asksEach: isOpen } as const
    conditions.push({ facet: null, reason, isQuantity: true, test, sweep })
  }
  add('area', columns.area, criteria.areaMin, criteria.areaMax, columns.isAreaOpen)
  add('plot', columns.plot, criteria.plotMin, criteria.plotMax)
  for (const kind of askedUtilities) add(kind, columns.free[kind], criteria.free[kind], null)
  if (criteria.price) add('price', priceColumn(columns, criteria.price.kind), null, criteria.price.max)
  add('height', columns.height, criteria.heightMin, null, columns.isHeightOpen)
  return conditions
}

function testRange(value: number, low: number, high: number): Fit {
  if (Number.isNaN(value)) return fit.open
  return yesNo(value !== absent && value >= low && value <= high)
}

/** Silent buildings can only add to what is known: enough is enough, too much is too much, the rest is open. */
function testGrowing(value: number, low: number, high: number): Fit {
  if (high !== Infinity) return value > high ? fit.no : fit.open
  return value !== absent && value >= low ? fit.yes : fit.open
}

function railConditions({ rail }: Criteria, columns: Columns): Condition[] {
  if (rail === null) return []
  const most = rail.kind === 'within_km' ? Math.fround(rail.km) : 0
  const test = (row: number): Fit => {
    const access = columns.rail[row]
    if (access === railCode.unknown) return fit.open
    if (access === railCode.onSite) return fit.yes
    if (rail.kind === 'on_site') return fit.no
    if (access === railCode.adjacent) return fit.yes
    if (rail.kind === 'adjacent' || access !== railCode.distance) return fit.no
    return testRange(columns.railKm[row] ?? Number.NaN, 0, most)
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
  return [{ facet: null, reason: 'point', isQuantity: false, test, sweep: { by: 'box' }, reach: bbox }]
}

/** The drawn area, and the distance from a point: a site without a place leaves both open. */
function shapeConditions({ ring, near }: Criteria, columns: Columns): Condition[] {
  const conditions: Condition[] = []
  const add = (holds: (place: LngLat) => boolean, reach?: BBox) => {
    const test = (row: number): Fit => {
      const place: LngLat = [columns.lng[row] ?? Number.NaN, columns.lat[row] ?? Number.NaN]
      return Number.isNaN(place[0]) || Number.isNaN(place[1]) ? fit.open : yesNo(holds(place))
    }
    conditions.push({ facet: null, reason: 'point', isQuantity: false, test, reach })
  }
  if (ring) {
    const box = ringBox(ring)
    add((place) => isInside(box, place) && isInsideRing(ring, place), box)
  }
  if (near && near.withinKm !== null) {
    const { point, withinKm } = near
    add((place) => distanceM(point, place) <= withinKm * 1000, boxAroundCircle(point, withinKm))
  }
  return conditions
}

/** A box that holds the circle; none for circles near a pole or the antimeridian, which boxes cannot hold. */
function boxAroundCircle([lng, lat]: LngLat, km: number): BBox | undefined {
  const high = km / kmPerDegree
  const farthest = Math.abs(lat) + high
  const wide = high / Math.cos((farthest * Math.PI) / 180)
  if (farthest > 80 || Math.abs(lng) + wide > 180) return undefined
  return [lng - wide, lat - high, lng + wide, lat + high]
}

/** A little less than a degree of latitude is anywhere, so that the box is rather too large. */
const kmPerDegree = 110
