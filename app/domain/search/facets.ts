import { railAccesses, siteKinds, tenures } from '#app/domain/sites/choices'
import { sectorKeys } from '#app/domain/towns/model'
import { fromOfferCode, offerCodes, zoneCodes } from './codes'
import type { Columns } from './columns'
import { facetNames, zoneChoices, type Facets } from './model'

const railValues = ['on_site', 'adjacent'] as const
const [onSite = 0, adjacent = 0] = railValues.map((value) => railAccesses.indexOf(value))

/** Every facet but `fresh` is counted by the codes of a column. */
export const columnFacets = facetNames.filter((name) => name !== 'fresh')
export type ColumnFacet = (typeof columnFacets)[number]

/** The codes in each offer, so that counts of offers are spread over the facets by looking. */
const offerParts = makeOfferParts()

/** Counts of offers and of sets of measures: there are thousands of them, so they are kept and emptied after each use. */
const kept = { offers: new Uint32Array(offerCodes), sets: new Uint32Array(0) }

/** Counts rows by the codes of their columns; what the codes mean is asked once, at the end. */
export class FacetCounter {
  readonly #columns: Columns
  readonly #counts: Record<Exclude<ColumnFacet, 'incentive'>, Uint32Array>
  /** Counts by columns that hold several codes in one, for rows that count under all facets. */
  readonly #places: Uint32Array

  constructor(columns: Columns) {
    this.#columns = columns
    const { keys } = columns
    if (kept.sets.length < keys.incentiveSets.length) kept.sets = new Uint32Array(keys.incentiveSets.length * 2)
    this.#places = new Uint32Array(keys.place.length)
    this.#counts = {
      sector: new Uint32Array(1 << sectorKeys.length),
      kind: new Uint32Array(siteKinds.length),
      region: new Uint32Array(keys.region.length),
      town: new Uint32Array(keys.town.length),
      tenure: new Uint32Array(1 << tenures.length),
      zone: new Uint32Array(zoneCodes.undetermined + 1),
      rail: new Uint32Array(railAccesses.length),
    }
  }

  /** Counts the first `count` of the rows under all facets. */
  countAll(rows: Uint32Array, count: number): void {
    const { offer, place, sectors, incentives } = this.#columns
    const places = this.#places
    const { sector } = this.#counts
    const { offers, sets } = kept
    for (let at = 0; at < count; at++) {
      const row = rows[at] as number
      const [ofOffer, ofPlace] = [offer[row] as number, place[row] as number]
      const [ofSectors, ofIncentives] = [sectors[row] as number, incentives[row] as number]
      offers[ofOffer] = (offers[ofOffer] as number) + 1
      places[ofPlace] = (places[ofPlace] as number) + 1
      sector[ofSectors] = (sector[ofSectors] as number) + 1
      sets[ofIncentives] = (sets[ofIncentives] as number) + 1
    }
  }

  /** Counts the first `count` of the rows under one facet. */
  countOne(name: ColumnFacet, rows: Uint32Array, count: number): void {
    const column = this.#columns[columnOf[name]]
    const counts = name === 'incentive' ? kept.sets : this.#counts[name]
    for (let at = 0; at < count; at++) {
      const code = column[rows[at] as number] as number
      counts[code] = (counts[code] as number) + 1
    }
  }

  /** Spreads the counts of several codes in one over the facets. */
  #spread(): void {
    const { kind, rail, zone, tenure, region, town } = this.#counts
    const { offers } = kept
    for (let code = 0; code < offers.length; code++) {
      const count = offers[code] as number
      if (count === 0) continue
      offers[code] = 0
      increase(kind, offerParts.kind[code] as number, count)
      increase(rail, offerParts.rail[code] as number, count)
      increase(zone, offerParts.zone[code] as number, count)
      increase(tenure, offerParts.tenures[code] as number, count)
    }
    this.#columns.keys.place.forEach(([regionCode, townCode], code) => {
      const count = this.#places[code] as number
      increase(region, regionCode, count)
      increase(town, townCode, count)
    })
  }

  /** The counts by key, for every key that a row of the catalogue has; to be called once. `fresh` hits are in time. */
  finish(fresh: number): Facets {
    this.#spread()
    const { keys } = this.#columns
    const used = ordersOf(this.#columns)
    const { sector, kind, region, town, tenure, zone, rail } = this.#counts
    return {
      sector: byBits(sectorKeys, sector),
      kind: byCode(siteKinds, kind),
      region: byUsed(used.region, keys.region, region),
      town: byUsed(used.town, keys.town, town),
      tenure: byBits(tenures, tenure),
      zone: byCode(zoneChoices, zone.subarray(1)),
      incentive: byUsed(used.incentive, keys.incentive, emptySets(keys.incentiveSets, keys.incentive.length)),
      // "On or beside the site" holds for a siding on the site too.
      rail: { on_site: rail[onSite] ?? 0, adjacent: (rail[onSite] ?? 0) + (rail[adjacent] ?? 0) },
      fresh: { fresh },
    }
  }
}

const columnOf = {
  ...{ sector: 'sectors', kind: 'kind', region: 'region', town: 'town', tenure: 'tenures', zone: 'zone' },
  ...{ incentive: 'incentives', rail: 'rail' },
} as const satisfies Record<ColumnFacet, keyof Columns>

function increase(counts: Uint32Array, code: number, by: number): void {
  counts[code] = (counts[code] as number) + by
}

function makeOfferParts(): Record<'kind' | 'rail' | 'zone' | 'tenures', Uint8Array> {
  const codes = () => new Uint8Array(offerCodes)
  const parts = { kind: codes(), rail: codes(), zone: codes(), tenures: codes() }
  for (let code = 0; code < offerCodes; code++) {
    const { kind, rail, zone, tenureBits } = fromOfferCode(code)
    parts.kind[code] = kind
    parts.rail[code] = rail
    parts.zone[code] = zone
    parts.tenures[code] = tenureBits
  }
  return parts
}

/** Counts by key from the kept counts by set of keys, which are empty afterwards. */
function emptySets(sets: Columns['keys']['incentiveSets'], keys: number): Uint32Array {
  const sums = new Uint32Array(keys)
  for (let code = 0; code < sets.length; code++) {
    const count = kept.sets[code] as number
    if (count === 0) continue
    kept.sets[code] = 0
    const set = sets[code] as readonly number[]
    for (let at = 0; at < set.length; at++) increase(sums, set[at] as number, count)
  }
  return sums
}

type Counts = Record<string, number>

function byCode(keys: readonly string[], counts: Uint32Array): Counts {
  const named: Counts = {}
  for (let code = 0; code < keys.length; code++) named[keys[code] as string] = counts[code] ?? 0
  return named
}

/** Counts by the keys that a row has at all, in their order. */
function byUsed(order: readonly number[], keys: readonly string[], counts: Uint32Array): Counts {
  const named: Counts = {}
  for (const code of order) named[keys[code] as string] = counts[code] ?? 0
  return named
}

type Orders = Record<'region' | 'town' | 'incentive', number[]>
const orders = new WeakMap<Columns, Orders & { version: number }>()

/** The codes of keys that rows have, in the order of the keys: made anew when a row changes. */
function ordersOf(columns: Columns): Orders {
  const known = orders.get(columns)
  if (known?.version === columns.version) return known
  const { keys, codes, version } = columns
  const order = (name: keyof Orders) =>
    [...keys[name].keys()]
      .filter((code) => (codes[name].uses[code] ?? 0) > 0)
      .sort((left, right) => ((keys[name][left] ?? '') < (keys[name][right] ?? '') ? -1 : 1))
  const made = { region: order('region'), town: order('town'), incentive: order('incentive'), version }
  orders.set(columns, made)
  return made
}

function byBits(keys: readonly string[], counts: Uint32Array): Counts {
  const sums = new Uint32Array(keys.length)
  counts.forEach((count, bits) => {
    if (count === 0) return
    for (let position = 0; position < sums.length; position++) {
      if (bits & (1 << position)) sums[position] = (sums[position] as number) + count
    }
  })
  return byCode(keys, sums)
}
