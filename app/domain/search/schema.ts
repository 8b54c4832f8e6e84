import { parseBBox } from '#app/domain/kernel/geo'
import { largestTenge } from '#app/domain/kernel/money'
import { pageSizes, readPage } from '#app/domain/kernel/page'
import { largestCapacity, parseNumber } from '#app/domain/kernel/quantity'
import { priceKinds, siteKinds, tenures } from '#app/domain/sites/choices'
import { sectorKeys } from '#app/domain/towns/model'
import { askedUtilities, freeParameters, sorts, zoneChoices, type Criteria, type RailWish } from './model'
import { hasOrigin } from './origin'
import { parsePoint, parseRing } from './ring'
import { readQuery } from './text'

/** Keys that a search may name; they are data, so the caller brings them. */
export type KnownKeys = {
  regions: readonly string[]
  towns: readonly string[]
  incentives: readonly string[]
}

/** A parameter that was not used, as it stood in the address. */
export type Ignored = { name: string; value: string }

export type ReadCriteria = { criteria: Criteria; ignored: Ignored[] }

/** Largest values that can be asked for, in the unit of the parameter. */
export const largest = {
  areaM2: 100_000_000,
  plotHa: 1_000_000,
  heightM: 200,
  railKm: 1000,
  nearKm: 5000,
  textLength: 200,
} as const

/** What is named of an address that says more wrongly than anybody reads, and how much of each value. */
const mostIgnored = { parameters: 100, letters: 300 } as const

/** Price kind of `price_max` when the address does not name one. */
const defaultPriceKind = 'rent_month'

/** Criteria that ask for nothing: every published site, best first. */
export function emptyCriteria(): Criteria {
  return {
    q: '',
    sectors: [],
    kinds: [],
    regions: [],
    towns: [],
    tenures: [],
    zones: [],
    incentives: [],
    areaMin: null,
    areaMax: null,
    plotMin: null,
    plotMax: null,
    free: { electricity: null, water: null, sewer: null, heat: null, gas: null, telecom: null },
    rail: null,
    heightMin: null,
    price: null,
    onlyFresh: false,
    bbox: null,
    ring: null,
    near: null,
    sort: 'relevance',
    page: 1,
    size: pageSizes.default,
  }
}

/**
 * Criteria from the parameters of an address. What cannot be read, lies out of range or is not known is not used and
 * is named in `ignored`; an empty value, as an untouched form field sends it, counts as absent. `otherNames` are
 * parameters that belong to the page and not to the search.
 */
export function readCriteria(
  params: URLSearchParams,
  known: KnownKeys,
  otherNames: readonly string[] = [],
): ReadCriteria {
  const reader = makeReader(params, otherNames)
  const page = readPage({ page: reader.one('page'), size: reader.one('size') })
  for (const name of page.ignored) reader.ignore(name, params.get(name) ?? '')
  const area = readRange(reader, 'area', largest.areaM2)
  const plot = readRange(reader, 'plot', largest.plotHa)
  const criteria: Criteria = {
    q: readText(reader),
    sectors: reader.list('sector', sectorKeys),
    kinds: reader.list('kind', siteKinds),
    regions: reader.list('region', known.regions),
    towns: reader.list('town', known.towns),
    tenures: reader.list('tenure', tenures),
    zones: reader.list('zone', zoneChoices),
    incentives: reader.list('incentive', known.incentives),
    areaMin: area.min,
    areaMax: area.max,
    plotMin: plot.min,
    plotMax: plot.max,
    free: Object.fromEntries(
      askedUtilities.map((kind) => [kind, reader.number(freeParameters[kind], largestCapacity[kind])]),
    ) as Criteria['free'],
    rail: readRail(reader),
    heightMin: reader.number('height_min', largest.heightM),
    price: readPrice(reader),
    onlyFresh: reader.choice('fresh', ['fresh', 'any'] as const) === 'fresh',
    bbox: readBox(reader),
    ring: readRing(reader),
    near: readNear(reader),
    sort: reader.choice('sort', sorts) ?? 'relevance',
    page: page.request.page,
    size: page.request.size,
  }
  if (criteria.sort === 'distance' && !hasOrigin(criteria)) {
    reader.ignore('sort', 'distance')
    criteria.sort = 'relevance'
  }
  return { criteria, ignored: reader.finish() }
}

export type Reader = ReturnType<typeof makeReader>

/** Reads parameters one by one and remembers those that could not be used, and those that nobody asked for. */
export function makeReader(params: URLSearchParams, otherNames: readonly string[]) {
  const ignored: Ignored[] = []
  const asked = new Set(otherNames)
  const ignore = (name: string, value: string) => {
    if (ignored.length < mostIgnored.parameters) ignored.push({ name: shorten(name), value: shorten(value) })
  }
  const all = (name: string) => {
    asked.add(name)
    return params.getAll(name).filter((value) => value.trim() !== '')
  }
  const one = (name: string) => {
    const [first, ...others] = all(name)
    for (const value of others) if (value !== first) ignore(name, value)
    return first ?? null
  }
  const list = <Key extends string>(name: string, keys: readonly Key[]): Key[] => {
    const values = new Set(all(name))
    for (const value of values) if (!keys.some((key) => key === value)) ignore(name, value)
    return keys.filter((key) => values.has(key))
  }
  const number = (name: string, max: number): number | null => {
    const text = one(name)
    if (text === null) return null
    const verdict = parseNumber(text, { max, decimals: 6 })
    if (verdict.ok && verdict.value > 0) return verdict.value
    ignore(name, text)
    return null
  }
  const choice = <Key extends string>(name: string, keys: readonly Key[]): Key | null => {
    const text = one(name)
    const found = keys.find((key) => key === text)
    if (text !== null && found === undefined) ignore(name, text)
    return found ?? null
  }
  const finish = () => {
    for (const [name, value] of params) if (!asked.has(name)) ignore(name, value)
    return ignored
  }
  return { ignore, all, one, list, number, choice, finish }
}

function shorten(text: string): string {
  return text.slice(0, mostIgnored.letters).replace(/\p{Cc}/gu, '\uFFFD')
}

/** A range whose ends are the wrong way round would find nothing and not say why: both ends are named instead. */
function readRange(reader: Reader, name: 'area' | 'plot', largestValue: number) {
  const min = reader.number(`${name}_min`, largestValue)
  const max = reader.number(`${name}_max`, largestValue)
  if (min === null || max === null || min <= max) return { min, max }
  reader.ignore(`${name}_min`, String(min))
  reader.ignore(`${name}_max`, String(max))
  return { min: null, max: null }
}

function readText(reader: Reader): string {
  const text = reader.all('q').join(' ').trim().replace(/\s+/g, ' ')
  // A text of nothing but signs would be answered by everything.
  const isReadable = text.length <= largest.textLength && !/[\p{Cc}\uFFFD]/u.test(text) && readQuery(text).length > 0
  if (!isReadable && text !== '') reader.ignore('q', text)
  return isReadable ? text : ''
}

/** The railway that `rail` asks for. */
export function readRail(reader: Reader): RailWish | null {
  const text = reader.one('rail')
  if (text === null) return null
  if (text === 'on_site' || text === 'adjacent') return { kind: text }
  const km = /^within_km=(.+)$/.exec(text)?.[1]
  const verdict = parseNumber(km ?? '', { max: largest.railKm, decimals: 6 })
  if (verdict.ok && verdict.value > 0) return { kind: 'within_km', km: verdict.value }
  reader.ignore('rail', text)
  return null
}

/** The price that `price_max` and `price_kind` ask for. */
export function readPrice(reader: Reader): Criteria['price'] {
  const named = reader.one('price_kind')
  const kind = priceKinds.find((candidate) => candidate === (named ?? defaultPriceKind))
  if (kind === undefined) {
    const max = reader.one('price_max')
    reader.ignore('price_kind', named ?? '')
    // The sum means nothing without what it is for.
    if (max !== null) reader.ignore('price_max', max)
    return null
  }
  const max = reader.number('price_max', largestTenge)
  return max === null ? null : { kind, max }
}

function readBox(reader: Reader): Criteria['bbox'] {
  const text = reader.one('bbox')
  if (text === null) return null
  const verdict = parseBBox(text)
  if (verdict.ok) return verdict.value
  reader.ignore('bbox', text)
  return null
}

function readRing(reader: Reader): Criteria['ring'] {
  const text = reader.one('area')
  if (text === null) return null
  const verdict = parseRing(text)
  if (verdict.ok) return verdict.value
  reader.ignore('area', text)
  return null
}

function readNear(reader: Reader): Criteria['near'] {
  const text = reader.one('near')
  const verdict = text === null ? null : parsePoint(text)
  if (verdict?.ok) return { point: verdict.value, withinKm: reader.number('within_km', largest.nearKm) }
  if (text !== null) reader.ignore('near', text)
  // A distance means nothing without what it is counted from.
  const km = reader.one('within_km')
  if (km !== null) reader.ignore('within_km', km)
  return null
}
