import { railAccesses, siteKinds, tenures } from '#app/domain/sites/choices'
import { sectorKeys } from '#app/domain/towns/model'
import { zoneCodes } from './codes'
import type { Columns } from './columns'
import { facetNames, zoneChoices, type Facets } from './model'

const railValues = ['on_site', 'adjacent'] as const
const [onSite = 0, adjacent = 0] = railValues.map((value) => railAccesses.indexOf(value))

/** Every facet but `fresh` is counted by the codes of a column. */
export const columnFacets = facetNames.filter((name) => name !== 'fresh')
export type ColumnFacet = (typeof columnFacets)[number]

/** Counts rows by the codes of their columns; what the codes mean is asked once, at the end. */
export class FacetCounter {
  readonly #columns: Columns
  readonly #codes: Record<ColumnFacet, { column: Uint16Array; counts: Uint32Array }>
  #fresh = 0

  constructor(columns: Columns) {
    this.#columns = columns
    const { keys, kind, region, town, zone, rail } = columns
    const over = (column: Uint16Array, codes: number) => ({ column, counts: new Uint32Array(codes) })
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
    for (const name of columnFacets) this.countOne(name, rows, count)
    if (isFresh) this.#fresh += count
  }

  /** Counts the first `count` of the rows under one facet. */
  countOne(name: ColumnFacet, rows: Uint32Array, count: number): void {
    const { column, counts } = this.#codes[name]
    for (let at = 0; at < count; at++) {
      const code = column[rows[at] as number] as number
      counts[code] = (counts[code] as number) + 1
    }
  }

  /** The counts by key, for every key that a row of the catalogue has. */
  finish(): Facets {
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
