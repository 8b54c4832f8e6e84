import { railAccesses, siteKinds, tenures } from '#app/domain/sites/choices'
import { sectorKeys } from '#app/domain/towns/model'
import { distanceM, isInside, type BBox, type LngLat } from '#app/domain/kernel/geo'
import type { ZoneVerdict } from '#app/domain/sites/model'
import { toZoneCode, zoneCodes } from './codes'
import type { Columns } from './columns'
import { askedColumns, flags, noTenure, quantitiesOf, type AskedColumn } from './masks'
import { askedUtilities, type Criteria, type FacetName, type OpenReason, type RailWish } from './model'
import { priceColumns } from './price-column'
import type { Ranks } from './ranks'
import { isInsideRing, ringBox } from './ring'
import { absent } from './row'
import type { RowBits } from './row-bits'

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
 * `sets`: the rows that fit, and those that do not say. `range`: between the bounds, both rounded like the column. `box`:
 * inside the `reach`. Rows that are in `ask` are asked by `test`, whatever the rest says of them.
 */
export type SweepData =
  | { by: 'sets'; yes: readonly RowBits[]; open: RowBits | null; ask: RowBits | null }
  | { by: 'range'; column: Float32Array; low: number; high: number; ranks: Ranks; open: RowBits; ask: RowBits | null }
  | { by: 'box'; open: RowBits }

const yesNo = (holds: boolean): Fit => (holds ? fit.yes : fit.no)

/** Positions of the accesses in `railAccesses`. */
export const railCode = {
  onSite: railAccesses.indexOf('on_site'),
  adjacent: railAccesses.indexOf('adjacent'),
  distance: railAccesses.indexOf('distance'),
  unknown: railAccesses.indexOf('unknown'),
  none: railAccesses.indexOf('none'),
}

/** The criteria as tests on rows; freshness and text are not here, they are asked of every row anyway. */
export function compileConditions(criteria: Criteria, columns: Columns): Condition[] {
  return [
    ...keyConditions(criteria, columns),
    ...rangeConditions(criteria, columns),
    ...(criteria.rail === null ? [] : [railCondition(columns, criteria.rail)]),
    ...boxConditions(criteria, columns),
    ...shapeConditions(criteria, columns),
  ]
}

/** Facets of which any of the keys asked for is enough. */
export type KeyFacet = Exclude<FacetName, 'fresh' | 'rail'>

function keyConditions(criteria: Criteria, columns: Columns): Condition[] {
  const asked: readonly (readonly [KeyFacet, readonly string[]])[] = [
    ['kind', criteria.kinds],
    ['region', criteria.regions],
    ['town', criteria.towns],
    ['sector', criteria.sectors],
    ['tenure', criteria.tenures],
    ['zone', criteria.zones],
    ['incentive', criteria.incentives],
  ]
  return asked.flatMap(([facet, keys]) => (keys.length === 0 ? [] : [keyCondition(columns, facet, keys)]))
}

/** That a row has one of the keys. */
export function keyCondition(columns: Columns, facet: KeyFacet, asked: readonly string[]): Condition {
  const open = facet in unsaid ? columns.masks[facet].of(unsaid[facet as keyof typeof unsaid]) : null
  const reason = facet === 'tenure' || facet === 'zone' ? facet : null
  return { ...setCondition(rowsOfKeys(columns, facet, asked), open), facet, reason }
}

/** The codes that stand for "nobody says". */
const unsaid = { tenure: noTenure, zone: zoneCodes.undetermined } as const

/** The rows that have each of the keys. */
export function rowsOfKeys({ keys, masks }: Columns, facet: KeyFacet, asked: readonly string[]): RowBits[] {
  const lists = { kind: siteKinds, sector: sectorKeys, tenure: tenures, ...keys }
  return asked.map((key) => {
    const code = facet === 'zone' ? toZoneCode(key as ZoneVerdict) : (lists[facet] as readonly string[]).indexOf(key)
    return masks[facet].of(code)
  })
}

/** That a row is in one of the sets; those in `open` do not say. */
export function setCondition(yes: readonly RowBits[], open: RowBits | null): Condition {
  const test = (row: number) =>
    yes.some((rows) => has(rows, row)) ? fit.yes : open && has(open, row) ? fit.open : fit.no
  return { facet: null, reason: null, isQuantity: false, test, sweep: { by: 'sets', yes, open, ask: null } }
}

function rangeConditions(criteria: Criteria, columns: Columns): Condition[] {
  const conditions: Condition[] = []
  const add = (reason: OpenReason, name: AskedColumn, min: number | null, max: number | null) => {
    if (min !== null || max !== null) conditions.push({ ...rangeCondition(columns, name, min, max), reason })
  }
  add('area', 'area', criteria.areaMin, criteria.areaMax)
  add('plot', 'plot', criteria.plotMin, criteria.plotMax)
  for (const kind of askedUtilities) add(kind, kind, criteria.free[kind], null)
  if (criteria.price) add('price', priceColumns[criteria.price.kind], null, criteria.price.max)
  add('height', 'height', criteria.heightMin, null)
  return conditions
}

/** What is known of these may be only a part. */
const growing = { area: flags.growingArea, height: flags.growingHeight, crane: flags.growingCrane } as const

/** That a quantity lies between bounds. */
export function rangeCondition(columns: Columns, name: AskedColumn, min: number | null, max: number | null): Condition {
  const { masks } = columns
  const column = quantitiesOf(columns, name)
  const ask = name in growing ? masks.flag.of(growing[name as keyof typeof growing]) : null
  const [low, high] = [Math.fround(min ?? 0), Math.fround(max ?? Infinity)]
  const test = (row: number) => {
    const value = column[row] as number
    return ask && has(ask, row) ? testGrowing(value, low, high) : testRange(value, low, high)
  }
  const open = masks.unknown.of(askedColumns.indexOf(name))
  const sweep: SweepData = { by: 'range', column, low, high, ranks: masks.ranks[name], open, ask }
  return { facet: null, reason: null, isQuantity: true, test, sweep }
}

/** Whether a row is in a set. */
export function has(rows: RowBits, row: number): boolean {
  return (((rows[row >>> 5] as number) >>> (row & 31)) & 1) === 1
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

/** That a railway is where it is asked for. */
export function railCondition(columns: Columns, rail: RailWish): Condition {
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
  const { rail: sets } = columns.masks
  const isCounted = rail.kind === 'within_km'
  const sweep: SweepData = {
    by: 'sets',
    yes: (rail.kind === 'on_site' ? [railCode.onSite] : [railCode.onSite, railCode.adjacent]).map((code) =>
      sets.of(code),
    ),
    open: sets.of(railCode.unknown),
    ask: isCounted ? sets.of(railCode.distance) : null,
  }
  return { facet: 'rail', reason: 'rail', isQuantity: isCounted, test, sweep }
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
  const sweep: SweepData = { by: 'box', open: columns.masks.flag.of(flags.unplaced) }
  return [{ facet: null, reason: 'point', isQuantity: false, test, sweep, reach: bbox }]
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
