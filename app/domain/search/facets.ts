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

type Tally = { column: Uint16Array; counts: Uint32Array }

/** Counts rows by the codes of their columns; what the codes mean is asked once, at the end. */
export class FacetCounter {
  readonly #columns: Columns
  readonly #codes: Record<ColumnFacet, Tally>
  /** Columns that hold several codes in one, for rows that count under all facets. */
  readonly #offers: Tally
  readonly #places: Tally
  #fresh = 0

  constructor(columns: Columns) {
    this.#columns = columns
    const { keys, kind, region, town, zone, rail } = columns
    const over = (column: Uint16Array, codes: number) => ({ column, counts: new Uint32Array(codes) })
    this.#offers = over(columns.offer, offerCodes)
    this.#places = over(columns.place, keys.place.length)
    this.#codes = {
      sector: over(columns.sectors, 1 << sectorKeys.length),
      kind: over(kind, siteKinds.length),
      region: over(region, keys.region.length),
      town: over(town, keys.town.length),
      tenure: over(columns.tenures, 1 << tenures.length),
      zone: over(zone, zoneCodes.undetermined + 1),
      incentive: over(columns.incentives, keys.incentiveSets.length),
      rail: over(rail, railAccesses.length),
    }
  }

  /** Counts the first `count` of the rows under all facets. */
  countAll(rows: Uint32Array, count: number, isFresh: boolean): void {
    tally(this.#offers, rows, count)
    tally(this.#places, rows, count)
    tally(this.#codes.sector, rows, count)
    tally(this.#codes.incentive, rows, count)
    if (isFresh) this.#fresh += count
  }

  /** Counts the first `count` of the rows under one facet. */
  countOne(name: ColumnFacet, rows: Uint32Array, count: number): void {
    tally(this.#codes[name], rows, count)
  }

  /** Spreads the counts of several codes in one over the facets. */
  #spread(): void {
    const { kind, rail, zone, tenure, region, town } = this.#codes
    const add = ({ counts }: Tally, code: number, count: number) => (counts[code] = (counts[code] as number) + count)
    const offers = this.#offers.counts
    for (let code = 0; code < offers.length; code++) {
      const count = offers[code] as number
      if (count === 0) continue
      const offer = fromOfferCode(code)
      add(kind, offer.kind, count)
      add(rail, offer.rail, count)
      add(zone, offer.zone, count)
      add(tenure, offer.tenureBits, count)
    }
    this.#columns.keys.place.forEach(([regionCode, townCode], code) => {
      const count = this.#places.counts[code] as number
      add(region, regionCode, count)
      add(town, townCode, count)
    })
  }

  /** The counts by key, for every key that a row of the catalogue has; to be called once. */
  finish(): Facets {
    this.#spread()
    const { keys, codes } = this.#columns
    const counts = (name: ColumnFacet) => this.#codes[name].counts
    const rail = counts('rail')
    return {
      sector: byBits(sectorKeys, counts('sector')),
      kind: byCode(siteKinds, counts('kind')),
      region: byCode(keys.region, counts('region'), codes.region.uses),
      town: byCode(keys.town, counts('town'), codes.town.uses),
      tenure: byBits(tenures, counts('tenure')),
      zone: byCode(zoneChoices, counts('zone').subarray(1)),
      incentive: bySet(keys.incentiveSets, counts('incentive'), keys.incentive, codes.incentive.uses),
      // "On or beside the site" holds for a siding on the site too.
      rail: { on_site: rail[onSite] ?? 0, adjacent: (rail[onSite] ?? 0) + (rail[adjacent] ?? 0) },
      fresh: { fresh: this.#fresh },
    }
  }
}

function tally({ column, counts }: Tally, rows: Uint32Array, count: number): void {
  for (let at = 0; at < count; at++) {
    const code = column[rows[at] as number] as number
    counts[code] = (counts[code] as number) + 1
  }
}

type Counts = Record<string, number>

/** `uses` are the rows that have a key at all; keys without any are left out, and the others come in their order. */
function byCode(keys: readonly string[], counts: Uint32Array, uses?: readonly number[]): Counts {
  const entries = keys.map((key, code) => [key, counts[code] ?? 0] as const)
  if (!uses) return Object.fromEntries(entries)
  return Object.fromEntries(
    entries.filter((_, code) => (uses[code] ?? 0) > 0).sort(([left], [right]) => (left < right ? -1 : 1)),
  )
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

/** `sets` are lists of positions in `keys`. */
function bySet(
  sets: readonly (readonly number[])[],
  counts: Uint32Array,
  keys: readonly string[],
  uses: readonly number[],
): Counts {
  const sums = new Uint32Array(keys.length)
  for (let code = 0; code < counts.length; code++) {
    const count = counts[code] as number
    if (count > 0) for (const key of sets[code] ?? []) sums[key] = (sums[key] as number) + count
  }
  return byCode(keys, sums, uses)
}
