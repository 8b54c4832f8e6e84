import type { BBox } from '#app/domain/kernel/geo'
import { blockRows } from './blocks'
import { copyChunk, fillChunk, makeChunk, type Chunk } from './chunk'
import type { Columns } from './columns'
import { compileConditions, fit, type Condition } from './conditions'
import { Extent } from './extent'
import { columnFacets, FacetCounter, type ColumnFacet } from './facets'
import { freshnessEdges, type FreshnessEdges } from './freshness'
import type { Criteria, Facets } from './model'
import { RowList } from './row-list'
import { makeSweep, type Sweep } from './sweeps'
import { readQuery } from './text'

/**
 * The rows that fit, and those that would if they said more, not in order: first those confirmed in time, `freshHits`
 * and `freshOpen` of them, then the stale ones. `scores` are those of a text, by row, in eighths.
 */
export type Pass = {
  hits: Uint32Array
  freshHits: number
  open: Uint32Array
  freshOpen: number
  scores: Uint16Array | null
  facets: Facets
  extent: BBox | null
  edges: FreshnessEdges
}

/** Bit of "only confirmed in time", beyond those of the conditions. */
const freshBit = 1 << 30

/** The first `count` of the rows. */
type Some = { rows: Uint32Array; count: number }

/** Rows that break a single facet. */
type Single = Some & { facet: ColumnFacet }

type Four<Part> = readonly [hits: Part, open: Part, staleHits: Part, staleOpen: Part]
type FourLists = [Uint32Array, Uint32Array, Uint32Array, Uint32Array]

/** What one pass works with. */
type Work = {
  columns: Columns
  sweeps: Sweep[]
  /** Boxes outside of which nothing fits. */
  reaches: BBox[]
  /** Bits of the conditions that a value confirmed too long ago does not meet. */
  quantityBits: number
  /** Where a row goes that breaks a single condition, by the bit of the condition; null where no facet counts it. */
  singleOfBit: (Single | null)[]
  onlyFresh: boolean
  edges: FreshnessEdges
  chunk: Chunk
  /** Rows of the chunk at hand: hits and open ones, then stale hits and stale open ones. */
  found: Four<Some>
  singles: readonly Single[]
  /** The same four for the whole pass. */
  lists: Four<RowList>
  counter: FacetCounter
  extent: Extent
}

const makeSome = (): Some => ({ rows: new Uint32Array(blockRows), count: 0 })

/** Room for the rows of one chunk. A pass never waits for anything, so the next one may use the same. */
const desk: Pick<Work, 'chunk' | 'found' | 'singles'> = {
  chunk: makeChunk(),
  found: [makeSome(), makeSome(), makeSome(), makeSome()],
  singles: columnFacets.map((facet) => ({ facet, ...makeSome() })),
}

/**
 * One pass over the catalogue: who fits, who leaves something open, and the count every facet value would give.
 * A site fits when it meets every criterion; it is open when it breaks none but does not answer all. Lapsed sites are
 * in neither (domain.md, Freshness).
 */
export function passThrough(columns: Columns, criteria: Criteria, now: Date): Pass {
  const work = prepare(columns, criteria, now)
  const query = readQuery(criteria.q)
  const match = query.length === 0 ? null : columns.text.find(query, columns.isLive, columns.size)
  const length = match ? match.rows.length : columns.size
  for (let start = 0; start < length; start += blockRows) {
    const end = Math.min(start + blockRows, length)
    const block = match ? null : start / blockRows
    if (block !== null && work.reaches.some((box) => columns.blocks.isOutside(block, box))) continue
    if (match) copyChunk(work.chunk, match.rows, start, end)
    else fillChunk(work.chunk, start, end)
    for (const sweep of work.sweeps) sweep(work.chunk)
    sortOut(work, block)
  }
  const [freshHits, freshOpen, staleHits, staleOpen] = work.lists
  return {
    ...{ freshHits: freshHits.length, freshOpen: freshOpen.length },
    hits: join(freshHits, staleHits),
    open: join(freshOpen, staleOpen),
    scores: match && match.scores,
    facets: work.counter.finish(),
    extent: work.extent.box,
    edges: work.edges,
  }
}

function prepare(columns: Columns, criteria: Criteria, now: Date): Work {
  const conditions = inBestOrder(compileConditions(criteria, columns), columns.size)
  return {
    ...{ columns, onlyFresh: criteria.onlyFresh, edges: freshnessEdges(now) },
    singleOfBit: conditions.map(({ facet }) => desk.singles.find((single) => single.facet === facet) ?? null),
    lists: [new RowList(), new RowList(), new RowList(), new RowList()],
    sweeps: conditions.map((condition, index) => makeSweep(condition, columns, 1 << index)),
    reaches: conditions.flatMap(({ reach }) => (reach ? [reach] : [])),
    quantityBits: bitsOf(conditions, ({ isQuantity }) => isQuantity),
    ...desk,
    counter: new FacetCounter(columns),
    extent: new Extent(columns),
  }
}

/** Rows that a condition is tried on before the pass. */
const trials = 48

/** Conditions whose misses no facet counts come first, since they take rows out, and of those the ones that take most. */
function inBestOrder(conditions: readonly Condition[], size: number): Condition[] {
  const step = Math.max(1, Math.floor(size / trials))
  const rank = ({ facet, test }: Condition) => {
    if (facet !== null) return Infinity
    let kept = 0
    for (let row = 0; row < size; row += step) if (test(row) !== fit.no) kept += 1
    return kept
  }
  return conditions
    .map((condition) => ({ condition, rank: rank(condition) }))
    .sort((left, right) => (left.rank < right.rank ? -1 : Number(left.rank > right.rank)))
    .map(({ condition }) => condition)
}

function bitsOf(conditions: readonly Condition[], holds: (condition: Condition) => boolean): number {
  return conditions.reduce((bits, condition, index) => (holds(condition) ? bits | (1 << index) : bits), 0)
}

/** Puts the rows of the chunk where they belong. A row counts in a facet when it breaks nothing but, perhaps, that. */
function sortOut(work: Work, block: number | null): void {
  const { chunk, quantityBits, onlyFresh, found, singleOfBit } = work
  const { staleFromMs, dueFromMs } = work.edges
  const { confirmByMs } = work.columns
  const { rows, miss, open, count } = chunk
  const [hitRows, openRows, staleHitRows, staleOpenRows] = found.map((some) => some.rows) as FourLists
  // Counted beside the lists: this loop sees every row that is left.
  let [hits, opens, staleHits, staleOpens] = [0, 0, 0, 0]
  for (let at = 0; at < count; at++) {
    const row = rows[at] as number
    const confirmBy = confirmByMs[row] as number
    // A lapsed row, one that was never confirmed (NaN), or one that is gone.
    if (!(confirmBy >= staleFromMs)) continue
    let missed = miss[at] as number
    let unsaid = open[at] as number
    const isStale = confirmBy < dueFromMs
    if (isStale) {
      unsaid |= quantityBits & ~missed
      if (onlyFresh) missed |= freshBit
    }
    const broken = missed | unsaid
    if (broken === 0) {
      if (isStale) staleHitRows[staleHits++] = row
      else hitRows[hits++] = row
      continue
    }
    if (missed === 0) {
      if (isStale) staleOpenRows[staleOpens++] = row
      else openRows[opens++] = row
    }
    if ((broken & (broken - 1)) !== 0) continue
    const single = singleOfBit[31 - Math.clz32(broken)]
    if (single) single.rows[single.count++] = row
  }
  ;[hits, opens, staleHits, staleOpens].forEach((length, index) => ((found[index] as Some).count = length))
  takeHits(work, block)
}

function takeHits({ found, lists, singles, counter, extent }: Work, block: number | null): void {
  found.forEach(({ rows, count }, index) => {
    if (count > 0) (lists[index] as RowList).append(rows, count)
  })
  const [hits, , staleHits] = found
  for (const { rows, count } of [hits, staleHits]) {
    if (count === 0) continue
    counter.countAll(rows, count, rows === hits.rows)
    extent.add(rows, count, block)
  }
  for (const single of singles) {
    if (single.count > 0) counter.countOne(single.facet, single.rows, single.count)
    single.count = 0
  }
}

function join(first: RowList, second: RowList): Uint32Array {
  if (second.length === 0) return first.rows
  const rows = new Uint32Array(first.length + second.length)
  rows.set(first.rows)
  rows.set(second.rows, first.length)
  return rows
}
