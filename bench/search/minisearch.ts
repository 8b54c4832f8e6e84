import { readQuery } from '#app/domain/search/text'
import MiniSearch from 'minisearch'
import type { Contestant } from './answer'
import { drawCircles } from './circles'
import { readItems, type Item } from './items'
import { Judge } from './judge'

const words = (text: string) => text.split(' ').filter((word) => word !== '')

/** An index of folded words: the texts are folded when the items are made. */
export function indexWords(items: readonly Item[]): MiniSearch<Item> {
  const index = new MiniSearch<Item>({
    fields: ['name', 'place'],
    tokenize: words,
    processTerm: (term) => term,
    searchOptions: { combineWith: 'AND', prefix: (term) => !/^\d+$/.test(term) },
  })
  index.addAll(items)
  return index
}

/** `minisearch` with its filter, `supercluster` for the map. */
export function createMiniSearch(): Contestant {
  let items: Item[] = []
  let index: MiniSearch<Item> | null = null
  return {
    load: (rows) => {
      items = readItems(rows)
      index = indexWords(items)
    },
    answer: ({ criteria, zoom }) => {
      const judge = new Judge(criteria)
      const words = readQuery(criteria.q).map(({ stem }) => stem)
      const query = words.length === 0 ? MiniSearch.wildcard : words.join(' ')
      index?.search(query, { filter: ({ id }) => judge.take(itemOf(items, id as number)) })
      const { hits, ...answer } = judge.finish()
      return { ...answer, circles: drawCircles(hits, zoom) }
    },
  }
}

/** The item with that id. */
export function itemOf(items: readonly Item[], id: number): Item {
  const item = items[id - 1]
  if (!item) throw new RangeError(`no item ${id}`)
  return item
}
