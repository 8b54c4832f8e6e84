import type { Columns } from '#app/domain/search/columns'
import { freshnessEdges, readFreshness, type FreshnessEdges } from '#app/domain/search/freshness'
import type { SiteCard } from '#app/domain/search/model'
import type { Freshness } from '#app/domain/sites/model'
import { addCells, blockSize, clearSums, dropMarked, makeBlock, mark, markCells, type Block } from './block'
import { byNumber, countRows, readFacts } from './catalogue-facts'
import { makeFill, type FillCells } from './column-asks'
import { algorithm, type Brief, type Criterion, type Match, type MatchAnswer, type NearMiss } from './model'
import { isUtility } from './needs'
import { isCountable } from './parameters'
import { compileBrief, judge, momentOf, type CompiledBrief, type Judgement } from './rules'
import { makeSelection, type Selection } from './selection'

/** How many of each an answer carries at most. */
export type MatchLimits = { limit: number; openLimit: number; nearLimit: number }

export const usualLimits: MatchLimits = { limit: 20, openLimit: 20, nearLimit: 20 }

type Ask = { fill: FillCells; weight: number }

/** Asked in the order that leaves fewest rows soonest, which the sums do not depend on. */
type Asks = { final: Ask[]; counted: Ask[]; utilities: Ask[]; wishes: Ask[] }

type Found = { matches: Selection; open: Selection; near: Selection }

/** Fresher is larger. */
const freshnessRank: Record<Freshness, number> = { fresh: 3, due: 2, stale: 1, lapsed: 0 }

/** Sums of levels stay below this: twenty needs of weight 3 and level 10,000. */
const sumRange = 2 ** 20

/**
 * The answer of the whole catalogue to a brief: one pass over the columns ranks, then only the sites that are shown are
 * explained. Sites and scores are those of `judgeSite`, row by row. Lapsed sites are in no list.
 */
export function matchColumns(
  columns: Columns,
  brief: Brief,
  now: Date,
  limits: MatchLimits = usualLimits,
): MatchAnswer {
  const edges = freshnessEdges(now)
  const found = scan(columns, brief, now, edges, limits)
  const compiled = compileBrief(brief)
  const show = (row: number) => judgeRow(columns, row, compiled, now, edges)
  const { matches, open, near } = found
  return {
    algorithm,
    judgedAt: now.toISOString(),
    matches: matches.best().map((row) => toMatch(show(row))),
    total: matches.total,
    open: open.best().map((row) => toMatch(show(row))),
    openTotal: open.total,
    nearMisses: near.best().map((row) => toNearMiss(show(row))),
    nearTotal: near.total,
  }
}

/** A row of the catalogue judged by a compiled brief. */
export function judgeRow(
  columns: Columns,
  row: number,
  compiled: CompiledBrief,
  now: Date,
  edges: FreshnessEdges,
): Judgement & { card: SiteCard } {
  const { card, facts } = readFacts(columns, row, edges)
  return { card, ...judge(compiled, facts, momentOf(now)) }
}

/** What of a judgement an answer carries. */
export function toMatch({ card, low, high, outcomes }: Judgement & { card: SiteCard }): Match {
  return { card, low, high, outcomes }
}

function toNearMiss(judgement: Judgement & { card: SiteCard }): NearMiss {
  return { ...toMatch(judgement), relativeGap: judgement.relativeGap }
}

function scan(columns: Columns, brief: Brief, now: Date, edges: FreshnessEdges, limits: MatchLimits): Found {
  const asks = makeAsks(columns, brief, now)
  const order = byNumber(columns)
  const found: Found = {
    matches: makeSelection(limits.limit, order),
    open: makeSelection(limits.openLimit, order),
    near: makeSelection(limits.nearLimit, order),
  }
  const block = makeBlock()
  const rows = countRows(columns)
  for (let start = 0; start < rows; start += blockSize) {
    takeRows(block, columns, start, Math.min(rows, start + blockSize), edges)
    askMusts(block, asks, found.near)
    offerNear(block, columns, edges, found)
    for (const { fill, weight } of asks.wishes) {
      fill(block)
      addCells(block, weight)
    }
    offerRows(block, columns, edges, found)
  }
  return found
}

function makeAsks(columns: Columns, brief: Brief, now: Date): Asks {
  const moment = momentOf(now)
  const asks: Asks = { final: [], counted: [], utilities: [], wishes: [] }
  for (const { criterion, weight, isMust } of compileBrief(brief).needs) {
    asks[isMust ? kindOf(brief, criterion) : 'wishes'].push({
      fill: makeFill(columns, brief, criterion, moment),
      weight,
    })
  }
  return asks
}

/** A utility can always be brought: it is never a reason to drop a near miss, so it is asked last. */
function kindOf(brief: Brief, criterion: Criterion): 'final' | 'counted' | 'utilities' {
  if (isUtility(criterion)) return 'utilities'
  return isCountable(brief, criterion) ? 'counted' : 'final'
}

/** What breaks a must that cannot be counted is gone before anything else is asked; then what is too far off to be shown. */
function askMusts(block: Block, { final, counted, utilities }: Asks, near: Selection): void {
  for (const asks of [final, counted]) {
    for (const ask of asks) askMust(block, ask)
    if (asks.length > 0) dropMarked(block, mark.out)
  }
  for (const ask of utilities) {
    askMust(block, ask)
    countFar(block, near)
  }
}

function askMust(block: Block, { fill, weight }: Ask): void {
  fill(block)
  addCells(block, weight)
  markCells(block)
}

/** Near misses that are further off than all that are shown are only counted: a gap never becomes smaller. */
function countFar(block: Block, near: Selection): void {
  const { count, gap, marks } = block
  const farthest = (freshnessRank.fresh - near.worst()) / 4
  for (let at = 0; at < count; at += 1) {
    if (((marks[at] as number) & mark.near) === 0 || (gap[at] as number) <= farthest) continue
    marks[at] = mark.out
    near.total += 1
  }
  dropMarked(block, mark.out)
}

/** The rows of a stretch that have not lapsed. */
function takeRows(block: Block, columns: Columns, start: number, end: number, edges: FreshnessEdges): void {
  const { confirmByMs } = columns
  const { rows, stale } = block
  let count = 0
  for (let row = start; row < end; row += 1) {
    const confirmBy = confirmByMs[row] as number
    if (!(confirmBy >= edges.staleFromMs)) continue
    rows[count] = row
    stale[count] = confirmBy >= edges.dueFromMs ? 0 : 1
    count += 1
  }
  block.count = count
  clearSums(block)
}

/** Near misses are ordered by their gaps, so nothing else has to be asked of them. */
function offerNear(block: Block, columns: Columns, edges: FreshnessEdges, { near }: Found): void {
  const { count, rows, gap, marks } = block
  for (let at = 0; at < count; at += 1) {
    if (((marks[at] as number) & mark.near) === 0) continue
    const row = rows[at] as number
    near.offer(row, rankOf(columns, row, edges) - 4 * (gap[at] as number))
  }
  dropMarked(block, mark.near)
}

function offerRows(block: Block, columns: Columns, edges: FreshnessEdges, found: Found): void {
  const { count, rows, low, high, marks } = block
  for (let at = 0; at < count; at += 1) {
    const row = rows[at] as number
    const sums = (low[at] as number) * sumRange + (high[at] as number)
    const list = marks[at] === 0 ? found.matches : found.open
    list.offer(row, sums * 4 + rankOf(columns, row, edges))
  }
}

function rankOf(columns: Columns, row: number, edges: FreshnessEdges): number {
  return freshnessRank[readFreshness(columns.confirmByMs[row] as number, edges)]
}
