import type { BBox } from '#app/domain/kernel/geo'
import { blockRows } from './blocks'
import { copyChunk, fillChunk, makeChunk, type Chunk } from './chunk'
import type { Columns } from './columns'
import { compileConditions, type Condition } from './conditions'
import { Extent } from './extent'
import { columnFacets, FacetCounter, type ColumnFacet } from './facets'
import { freshnessEdges, type FreshnessEdges } from './freshness'
import type { Criteria, FacetName, Facets } from './model'
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

/** What one pass works with. */
type Work = {
  columns: Columns
  sweeps: Sweep[]
  /** Boxes outside of which nothing fits. */
  reaches: BBox[]
  /** Bits of the conditions that a value confirmed too long ago does not meet. */
  quantityBits: number
  /** Facet of a condition, by the number of its bit. */
  facetOfBit: (FacetName | null)[]
  onlyFresh: boolean
  edges: FreshnessEdges
  chunk: Chunk
  /** Rows of the chunk at hand that fit, and that break one facet only. */
  fits: Record<'fresh' | 'stale', Some>
  singles: Record<ColumnFacet, Some>
  lists: Record<'freshHits' | 'staleHits' | 'freshOpen' | 'staleOpen', RowList>
  counter: FacetCounter
  extent: Extent
}

const makeSome = (): Some => ({ rows: new Uint32Array(blockRows), count: 0 })

/** Room for the rows of one chunk. A pass never waits for anything, so the next one may use the same. */
const desk: Pick<Work, 'chunk' | 'fits' | 'singles'> = {
  chunk: makeChunk(),
  fits: { fresh: makeSome(), stale: makeSome() },
  singles: Object.fromEntries(columnFacets.map((name) => [name, makeSome()])) as Work['singles'],
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
  const { freshHits, staleHits, freshOpen, staleOpen } = work.lists
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
  // Those whose misses no facet counts come first, since they take rows out.
  const conditions = compileConditions(criteria, columns).sort(
    (left, right) => Number(left.facet !== null) - Number(right.facet !== null),
  )
  const facetOfBit: (FacetName | null)[] = conditions.map(({ facet }) => facet)
  facetOfBit[30] = 'fresh'
  const lists = {
    freshHits: new RowList(),
    staleHits: new RowList(),
    freshOpen: new RowList(),
    staleOpen: new RowList(),
  }
  return {
    ...{ columns, facetOfBit, lists, onlyFresh: criteria.onlyFresh, edges: freshnessEdges(now) },
    sweeps: conditions.map((condition, index) => makeSweep(condition, columns, 1 << index)),
    reaches: conditions.flatMap(({ reach }) => (reach ? [reach] : [])),
    quantityBits: bitsOf(conditions, ({ isQuantity }) => isQuantity),
    ...desk,
    counter: new FacetCounter(columns),
    extent: new Extent(columns),
  }
}

function bitsOf(conditions: readonly Condition[], holds: (condition: Condition) => boolean): number {
  return conditions.reduce((bits, condition, index) => (holds(condition) ? bits | (1 << index) : bits), 0)
}

/** Puts the rows of the chunk where they belong. A row counts in a facet when it breaks nothing but, perhaps, that. */
function sortOut(work: Work, block: number | null): void {
  const { chunk, edges, quantityBits, onlyFresh, fits, lists } = work
  const { confirmByMs } = work.columns
  const { rows, miss, open, count } = chunk
  const { fresh, stale } = fits
  fresh.count = stale.count = 0
  for (let at = 0; at < count; at++) {
    const row = rows[at] as number
    const confirmBy = confirmByMs[row] as number
    // A lapsed row, one that was never confirmed (NaN), or one that is gone.
    if (!(confirmBy >= edges.staleFromMs)) continue
    let missed = miss[at] as number
    let unsaid = open[at] as number
    const isStale = confirmBy < edges.dueFromMs
    if (isStale) {
      unsaid |= quantityBits & ~missed
      if (onlyFresh) missed |= freshBit
    }
    if ((missed | unsaid) === 0) {
      const fitting = isStale ? stale : fresh
      fitting.rows[fitting.count++] = row
    } else {
      if (missed === 0) (isStale ? lists.staleOpen : lists.freshOpen).push(row)
      noteSingle(work, missed | unsaid, row)
    }
  }
  takeHits(work, block)
}

/** Notes a row that breaks a single condition under the facet of that condition. */
function noteSingle({ facetOfBit, singles }: Work, bits: number, row: number): void {
  if ((bits & (bits - 1)) !== 0) return
  const facet = facetOfBit[31 - Math.clz32(bits)]
  // Whoever breaks "only confirmed in time" would not be counted under it either.
  if (!facet || facet === 'fresh') return
  const single = singles[facet]
  single.rows[single.count++] = row
}

function takeHits({ fits, lists, singles, counter, extent }: Work, block: number | null): void {
  const { fresh, stale } = fits
  for (const [fitting, list] of [
    [fresh, lists.freshHits],
    [stale, lists.staleHits],
  ] as const) {
    if (fitting.count === 0) continue
    list.append(fitting.rows, fitting.count)
    counter.countAll(fitting.rows, fitting.count, fitting === fresh)
    extent.add(fitting.rows, fitting.count, block)
  }
  for (const facet of columnFacets) {
    const single = singles[facet]
    if (single.count === 0) continue
    counter.countOne(facet, single.rows, single.count)
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
