import type { Contestant } from './answer'
import { drawCircles } from './circles'
import { readItems, type Item } from './items'
import { Judge } from './judge'

/** No library: a loop over objects, as a measure of what the libraries bring. */
export function createPlainLoop(): Contestant {
  let items: Item[] = []
  return {
    load: (rows) => {
      items = readItems(rows)
    },
    answer: ({ criteria, zoom }) => {
      const judge = new Judge(criteria)
      for (const item of items) judge.take(item)
      const { hits, ...answer } = judge.finish()
      return { ...answer, circles: drawCircles(hits, zoom) }
    },
  }
}
