import { railAccesses, siteKinds, tenures } from '#app/domain/sites/choices'
import { sectorKeys } from '#app/domain/towns/model'
import type { Columns } from './columns'
import { facetNames, zoneChoices, type FacetName, type Facets } from './model'

/** Counts by position of the facet's value. */
type Counts = Record<FacetName, Uint32Array>

const railValues = ['on_site', 'adjacent'] as const
const [onSite, adjacent] = railValues.map((value) => railAccesses.indexOf(value))

export type FacetCounter = {
  /** Counts a row under its values of one facet. */
  count: (facet: FacetName, row: number, isFresh: boolean) => void
  finish: () => Facets
}

/** Counter of all facets over the rows of `columns`. */
export function makeFacetCounter(columns: Columns): FacetCounter {
  const keys: Record<FacetName, readonly string[]> = {
    sector: sectorKeys,
    kind: siteKinds,
    region: columns.keys.region,
    town: columns.keys.town,
    tenure: tenures,
    zone: zoneChoices,
    incentive: columns.keys.incentive,
    rail: railValues,
    fresh: ['fresh'],
  }
  const counts = Object.fromEntries(facetNames.map((name) => [name, new Uint32Array(keys[name].length)])) as Counts
  const counters = makeCounters(columns, counts)
  return {
    count: (facet, row, isFresh) => counters[facet](row, isFresh),
    finish: () =>
      Object.fromEntries(
        facetNames.map((name) => [
          name,
          Object.fromEntries(keys[name].map((key, position) => [key, counts[name][position] ?? 0])),
        ]),
      ) as Facets,
  }
}

function makeCounters(columns: Columns, counts: Counts): Record<FacetName, (row: number, isFresh: boolean) => void> {
  const add = (facet: FacetName, position: number | undefined) => {
    const column = counts[facet]
    if (position !== undefined && position >= 0 && position < column.length)
      column[position] = (column[position] ?? 0) + 1
  }
  const addBits = (facet: FacetName, bits: number) => {
    for (let position = 0; position < counts[facet].length; position++) if (bits & (1 << position)) add(facet, position)
  }
  return {
    kind: (row) => add('kind', columns.kind[row]),
    region: (row) => add('region', columns.region[row]),
    town: (row) => add('town', columns.town[row]),
    sector: (row) => addBits('sector', columns.sectors[row] ?? 0),
    tenure: (row) => addBits('tenure', columns.tenures[row] ?? 0),
    zone: (row) => add('zone', (columns.zone[row] ?? 0) - 1),
    incentive: (row) =>
      columns.incentives.forEach((column, position) => column[row] === 1 && add('incentive', position)),
    // "On or beside the site" holds for a siding on the site too.
    rail: (row) => {
      const access = columns.rail[row]
      if (access === onSite) add('rail', 0)
      if (access === onSite || access === adjacent) add('rail', 1)
    },
    fresh: (row, isFresh) => isFresh && add('fresh', 0),
  }
}
