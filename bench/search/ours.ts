import { clusterRows } from '#app/domain/search/clusters'
import { ColumnsBuilder, type Columns } from '#app/domain/search/columns'
import { passThrough } from '#app/domain/search/pass'
import { answerSearch } from '#app/domain/search/rules'
import type { Contestant } from './answer'
import { benchNow, benchPlaces } from './generate-rows'

/**
 * The catalogue of the product; one pass for the page and the map. It also counts three more facets
 * and reads up to a hundred cards of sites that do not say.
 */
export function createOurs(): Contestant & { readonly columns: Columns | null } {
  let columns: Columns | null = null
  return {
    get columns() {
      return columns
    },
    load: (rows) => {
      const builder = new ColumnsBuilder(benchPlaces)
      for (const row of rows) builder.add(row)
      columns = builder.finish()
    },
    answer: ({ criteria, zoom }) => {
      if (columns === null) throw new Error('nothing is loaded')
      const pass = passThrough(columns, criteria, benchNow)
      const { total, openTotal, items, facets } = answerSearch(columns, criteria, benchNow, pass)
      const { clusters, pins } = clusterRows(columns, pass, zoom)
      const circles = [...clusters.map(({ count }) => count), ...pins.map(() => 1)]
      return { total, openTotal, numbers: items.map(({ number }) => number), facets, circles }
    },
  }
}
