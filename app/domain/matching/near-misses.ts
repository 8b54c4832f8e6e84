import type { Columns } from '#app/domain/search/columns'
import { readFreshness, type FreshnessEdges } from '#app/domain/search/freshness'
import type { RankBound } from '#app/domain/search/ranks'
import { wordRows } from '#app/domain/search/row-bits'
import type { Freshness } from '#app/domain/sites/model'
import { largestShortfall, shortfallOf } from './levels'
import type { Counted } from './musts'
import type { Selection } from './selection'

/** Fresher is larger. */
const freshnessRank: Record<Freshness, number> = { fresh: 3, due: 2, stale: 1, lapsed: 0 }

/** Ranks are 0 to 3; what comes before them is counted by fours. */
export const rankStep = 4

/** What decides between rows that are equally good, below `rankStep`. */
export function rankOf({ confirmByMs }: Columns, row: number, edges: FreshnessEdges): number {
  return freshnessRank[readFreshness(confirmByMs[row] as number, edges)]
}

/**
 * Takes the near misses of a block. Most lack far more than those that are shown, which is seen from the ranks of their
 * quantities, 32 at a time; of the others nothing is added up beyond that.
 */
export class NearMisses {
  readonly #best: Selection
  readonly #columns: Columns
  readonly #edges: FreshnessEdges
  readonly #counted: readonly Counted[]
  /** Of each must, the rank of the last quantity that may still be near enough. */
  /** By criterion, the farthest values that are still taken; null where there are no ranks. */
  #lasts: (RankBound | null)[] = []
  #farthest = Infinity

  constructor(best: Selection, columns: Columns, edges: FreshnessEdges, counted: readonly Counted[]) {
    this.#best = best
    this.#columns = columns
    this.#edges = edges
    this.#counted = counted
    this.#narrow()
  }

  /** Offers rows of one word of the catalogue, which is the word `at` of the block. */
  offer(rows: number, word: number, at: number): void {
    for (let rest = this.#dropFar(rows, word, at); rest !== 0; rest &= rest - 1) {
      const bit = rest & -rest
      const row = word * wordRows + 31 - Math.clz32(bit)
      const gap = this.#gapOf(row, at, bit)
      if (gap > this.#farthest) continue
      this.#best.offer(row, rankOf(this.#columns, row, this.#edges) - rankStep * gap)
      this.#narrow()
    }
  }

  /** Shortfalls above `farthest` are not taken any more, whatever the freshness of the row. */
  #narrow(): void {
    const farthest = (freshnessRank.fresh - this.#best.worst()) / rankStep
    if (farthest === this.#farthest) return
    this.#farthest = farthest
    this.#lasts = this.#counted.map((must) => must.ranks?.boundAt(lastValue(must, farthest)) ?? null)
  }

  #dropFar(rows: number, word: number, at: number): number {
    if (this.#farthest >= largestShortfall) return rows
    let close = rows
    for (let index = 0; index < this.#counted.length && close !== 0; index++) {
      const { broken, bound } = this.#counted[index] as Counted
      const last = this.#lasts[index] as RankBound | null
      const missing = close & (broken[at] as number)
      if (missing === 0 || last === null) continue
      const above = last.above(word)
      close &= ~(missing & (bound === 'min' ? ~(above | last.same(word)) : above))
    }
    return close
  }

  /** Sum of the shortfalls of a row in millionths; when it is too much, anything that is. */
  #gapOf(row: number, at: number, bit: number): number {
    let gap = 0
    for (let index = 0; index < this.#counted.length; index++) {
      const { broken, line, column } = this.#counted[index] as Counted
      if (((broken[at] as number) & bit) === 0) continue
      gap += shortfallOf(line, column[row] as number)
      if (gap > this.#farthest) break
    }
    return gap
  }
}

/** A value beyond which the shortfall is more than `farthest` millionths, however it is rounded. */
function lastValue({ line, bound }: Counted, farthest: number): number {
  const reach = (line.asked * (farthest + 1)) / 1e6
  return bound === 'min' ? line.asked - reach : line.asked + reach
}
