import type { BBox } from '#app/domain/kernel/geo'
import { blockRows, blockWords } from './blocks'
import type { Columns } from './columns'
import { compileConditions, fit, type Condition } from './conditions'
import { confirmedRows, type ConfirmedRows } from './confirmed-rows'
import { Extent } from './extent'
import { columnFacets, FacetCounter, type ColumnFacet } from './facets'
import { freshnessEdges, type FreshnessEdges } from './freshness'
import type { Criteria, Facets } from './model'
import { bitsOf, wordRows, wordsFor, writeRows, type RowBits } from './row-bits'
import { addWord, makeRowSet, type RowSet } from './row-set'
import { makeAsked, makeSweep, type Asked, type Sweep } from './sweeps'
import { readQuery } from './text'
import type { TextMatch } from './text-index'

/** The rows that fit, and those that would if they said more; `match` is that of a text. */
export type Pass = {
  hits: RowSet
  open: RowSet
  match: TextMatch | null
  facets: Facets
  extent: BBox | null
  edges: FreshnessEdges
}

/** A condition with the room for its answers; `broken` are rows of the block that miss it or leave it open. */
type Step = { sweep: Sweep; facet: ColumnFacet | null; isQuantity: boolean; broken: RowBits }

/** What one pass works with. */
type Work = {
  columns: Columns
  steps: readonly Step[]
  /** Boxes outside of which nothing fits. */
  reaches: readonly BBox[]
  confirmed: ConfirmedRows
  /** Rows that have the words; null when none are asked for. */
  worded: RowBits | null
  onlyFresh: boolean
  hits: RowSet
  open: RowSet
  counter: FacetCounter
  extent: Extent
}

const words = () => new Int32Array(blockWords)

/**
 * Room for one block: what of it is asked, and of each word the rows that miss a facet, that leave something open which
 * no facet counts, that break one facet at least, and two. A pass never waits, so the next one may use the same.
 */
const desk = {
  rows: makeAsked(),
  ...{ missed: words(), unsaid: words(), once: words(), twice: words() },
  broken: columnFacets.map(words),
  list: new Uint32Array(blockRows),
}

/**
 * One pass over the catalogue: who fits, who leaves something open, and the count every facet value would give.
 * A site fits when it meets every criterion; it is open when it breaks none but does not answer all. Lapsed sites are
 * in neither (domain.md, Freshness).
 */
export function passThrough(columns: Columns, criteria: Criteria, now: Date): Pass {
  const edges = freshnessEdges(now)
  const query = readQuery(criteria.q)
  const match = query.length === 0 ? null : columns.text.find(query, columns.isLive, columns.size)
  const work = prepare(columns, criteria, edges, match)
  for (let block = 0; block * blockRows < columns.size; block++) {
    if (work.reaches.some((box) => columns.blocks.isOutside(block, box))) continue
    if (!askBlock(work, block)) continue
    sortOut(work, desk.rows)
  }
  const { hits, open, counter, extent } = work
  return { ...{ hits, open, match, edges }, facets: counter.finish(hits.freshCount), extent: extent.box }
}

function prepare(columns: Columns, criteria: Criteria, edges: FreshnessEdges, match: TextMatch | null): Work {
  const conditions = inBestOrder(compileConditions(criteria, columns), columns.size)
  const size = wordsFor(columns.size)
  return {
    ...{ columns, onlyFresh: criteria.onlyFresh, confirmed: confirmedRows(columns, edges) },
    worded: match && bitsOf(match.rows, columns.size),
    steps: conditions.map((condition) => makeStep(condition, columns)),
    reaches: conditions.flatMap(({ reach }) => (reach ? [reach] : [])),
    ...{ hits: makeRowSet(size), open: makeRowSet(size) },
    ...{ counter: new FacetCounter(columns), extent: new Extent(columns) },
  }
}

function makeStep(condition: Condition, columns: Columns): Step {
  const { isQuantity } = condition
  const facet = condition.facet === 'fresh' ? null : condition.facet
  const broken = facet === null ? desk.unsaid : (desk.broken[columnFacets.indexOf(facet)] as RowBits)
  return { sweep: makeSweep(condition, columns), facet, isQuantity, broken }
}

/** Rows that a condition is tried on before the pass. */
const trials = 48

/** Facets first: they cost a few words. Then what takes rows out, the conditions that take most of them first. */
function inBestOrder(conditions: readonly Condition[], size: number): Condition[] {
  const step = Math.max(1, Math.floor(size / trials))
  const rank = ({ facet, test }: Condition) => {
    if (facet !== null) return -1
    let kept = 0
    for (let row = 0; row < size; row += step) if (test(row) !== fit.no) kept += 1
    return kept
  }
  return conditions
    .map((condition) => ({ condition, rank: rank(condition) }))
    .sort((left, right) => left.rank - right.rank)
    .map(({ condition }) => condition)
}

/** Asks the rows of a block every condition; false when none of them can count anywhere. */
function askBlock(work: Work, block: number): boolean {
  const { rows, missed, unsaid, once, twice } = desk
  if (!takeBlock(work, block, rows)) return false
  missed.fill(0)
  unsaid.fill(0)
  once.fill(0)
  twice.fill(0)
  for (const step of work.steps) {
    step.sweep(rows)
    if (step.facet !== null) markFacet(work, step)
    else dropMissed(work, step)
    if (!isAsking(rows)) return false
  }
  return true
}

function takeBlock({ columns, confirmed, worded, onlyFresh }: Work, block: number, rows: Asked): boolean {
  rows.block = block
  rows.first = block * blockWords
  rows.words = Math.min(blockWords, wordsFor(columns.size) - rows.first)
  for (let word = 0; word < rows.words; word++) {
    const at = rows.first + word
    const current = (confirmed.fresh[at] as number) | (onlyFresh ? 0 : (confirmed.stale[at] as number))
    rows.asked[word] = worded === null ? current : current & (worded[at] as number)
  }
  return isAsking(rows)
}

function isAsking({ asked, words }: Asked): boolean {
  let any = 0
  for (let word = 0; word < words; word++) any |= asked[word] as number
  return any !== 0
}

/** A row that misses one facet and breaks another counts nowhere; one that only leaves several open is an open one. */
function markFacet({ confirmed }: Work, { isQuantity, broken }: Step): void {
  const { rows, missed, once, twice } = desk
  const { first, words, asked, miss, open } = rows
  for (let word = 0; word < words; word++) {
    const out = miss[word] as number
    const stale = isQuantity ? (confirmed.stale[first + word] as number) & ~out : 0
    const breaks = out | (open[word] as number) | stale
    broken[word] = breaks
    missed[word] = (missed[word] as number) | out
    twice[word] = (twice[word] as number) | ((once[word] as number) & breaks)
    once[word] = (once[word] as number) | breaks
    asked[word] = (asked[word] as number) & ~((missed[word] as number) & (twice[word] as number))
  }
}

/** No facet counts what breaks this condition, so a row that misses it is out. Stale quantities do not count as met. */
function dropMissed({ confirmed }: Work, { isQuantity }: Step): void {
  const { rows, missed, unsaid } = desk
  const { first, words, asked, miss, open } = rows
  for (let word = 0; word < words; word++) {
    const silent =
      (unsaid[word] as number) | (open[word] as number) | (isQuantity ? (confirmed.stale[first + word] as number) : 0)
    unsaid[word] = silent
    asked[word] = (asked[word] as number) & ~(miss[word] as number) & ~(silent & (missed[word] as number))
  }
}

/** Puts the rows of the block where they belong. A row counts in a facet when it breaks nothing but, perhaps, that. */
function sortOut(work: Work, { block, first, words, asked }: Asked): void {
  const { confirmed, hits, open, counter, extent, steps } = work
  const { missed, unsaid, once, twice, list } = desk
  let count = 0
  for (let word = 0; word < words; word++) {
    const rows = asked[word] as number
    if (rows === 0) continue
    const at = first + word
    const stale = confirmed.stale[at] as number
    const broken = (unsaid[word] as number) | (once[word] as number)
    const fitting = rows & ~broken
    if (fitting !== 0) {
      addWord(hits, at, fitting, stale)
      count = writeRows(fitting, at * wordRows, list, count)
    }
    const leaving = rows & broken & ~(missed[word] as number)
    if (leaving !== 0) addWord(open, at, leaving, stale)
    asked[word] = rows & ~(unsaid[word] as number) & (once[word] as number) & ~(twice[word] as number)
  }
  if (count > 0) {
    counter.countAll(list, count)
    extent.add(list, count, block)
  }
  for (const { facet, broken } of steps) if (facet !== null) countSingle(work, facet, broken)
}

/** Counts the rows that break one facet and nothing else. */
function countSingle({ counter }: Work, facet: ColumnFacet, broken: RowBits): void {
  const { rows, list } = desk
  let count = 0
  for (let word = 0; word < rows.words; word++) {
    const alone = (rows.asked[word] as number) & (broken[word] as number)
    if (alone !== 0) count = writeRows(alone, (rows.first + word) * wordRows, list, count)
  }
  if (count > 0) counter.countOne(facet, list, count)
}
