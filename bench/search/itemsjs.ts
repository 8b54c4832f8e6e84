import { readQuery } from '#app/domain/search/text'
import itemsjs, { type Engine } from 'itemsjs'
import type MiniSearch from 'minisearch'
import { countedFacets, pageSize, type Answer, type Contestant } from './answer'
import { drawCircles } from './circles'
import { readItems, type Item } from './items'
import { Judge, orderByWords } from './judge'
import { indexWords, itemOf } from './minisearch'

/** `itemsjs` for filters and facets, `minisearch` for the words as its documentation advises, `supercluster`. */
export function createItemsJs(): Contestant {
  let items: Item[] = []
  let words: MiniSearch<Item> | null = null
  let engine: Engine<Item> | null = null
  return {
    load: (rows) => {
      items = readItems(rows)
      words = indexWords(items)
      engine = itemsjs(items, {
        native_search_enabled: false,
        aggregations: Object.fromEntries(
          countedFacets.map((name) => [name, { title: name, size: 1000, conjunction: false }]),
        ),
      })
    },
    answer: ({ criteria, zoom }) => {
      const judge = new Judge(criteria)
      const query = readQuery(criteria.q)
      const found = query.length === 0 ? items : findWords(words, items, query)
      // Quantities and what nobody says are beyond its filters: they are judged before, as its ids.
      const kept = orderByWords(
        found.filter((item) => judge.take(item)),
        query,
      )
      const result = engine?.search({
        _ids: kept.map(({ id }) => id),
        per_page: items.length,
        filters: filtersOf(criteria),
      })
      if (!result) throw new Error('nothing is loaded')
      const hits = result.data.items
      const start = (criteria.page - 1) * pageSize
      return {
        total: result.pagination.total,
        openTotal: judge.openTotal,
        numbers: hits.slice(start, start + pageSize).map(({ number }) => number),
        facets: readCounts(result.data.aggregations),
        circles: drawCircles(hits, zoom),
      }
    },
  }
}

function findWords(
  words: MiniSearch<Item> | null,
  items: readonly Item[],
  query: ReturnType<typeof readQuery>,
): Item[] {
  const found = words?.search(query.map(({ stem }) => stem).join(' ')) ?? []
  return found
    .map(({ id }) => id as number)
    .sort((left, right) => left - right)
    .map((id) => itemOf(items, id))
}

function filtersOf(criteria: Parameters<Contestant['answer']>[0]['criteria']): Record<string, string[]> {
  const { kinds, regions, towns, sectors, tenures, zones } = criteria
  const asked = { kind: kinds, region: regions, town: towns, sector: sectors, tenure: tenures, zone: zones }
  return Object.fromEntries(Object.entries(asked).filter(([, values]) => values.length > 0))
}

function readCounts(aggregations: Record<string, { buckets: { key: string; doc_count: number }[] }>): Answer['facets'] {
  const counts = Object.fromEntries(countedFacets.map((name) => [name, {}])) as Answer['facets']
  for (const name of countedFacets) {
    // It takes "not known" for a value of its own.
    for (const { key, doc_count } of aggregations[name]?.buckets ?? [])
      if (key !== 'null') counts[name][key] = doc_count
  }
  return counts
}
