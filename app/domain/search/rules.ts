import type { BBox } from '#app/domain/kernel/geo'
import { readCard } from './cards'
import type { Columns } from './columns'
import { compileConditions, fit, type Condition } from './conditions'
import { makeFacetCounter, type FacetCounter } from './facets'
import { freshnessEdges, readFreshness, type FreshnessEdges } from './freshness'
import {
  facetNames,
  type Criteria,
  type FacetName,
  type Facets,
  type Figures,
  type OpenCard,
  type OpenReason,
  type SearchAnswer,
} from './model'
import { makeOrder, type RowMarks } from './order'
import { readQuery, scoreText } from './text'

/** Positions of the rows that fit, and of those that would if they said more; not in order. */
export type Pass = { hits: number[]; open: number[]; facets: Facets; marks: RowMarks; edges: FreshnessEdges }

/** How many open sites an answer carries at most. */
export const openLimit = 100

/**
 * One pass over the catalogue: who fits, who leaves something open, and the count every facet value would give.
 * A site fits when it meets every criterion; it is open when it breaks none but does not answer all. Lapsed sites are
 * in neither (domain.md, Freshness).
 */
export function passThrough(columns: Columns, criteria: Criteria, now: Date): Pass {
  const edges = freshnessEdges(now)
  const query = readQuery(criteria.q)
  const conditions = compileConditions(criteria, columns)
  const counter = makeFacetCounter(columns)
  const size = columns.rows.length
  const marks: RowMarks = { score: new Float64Array(size), isStale: new Uint8Array(size) }
  const hits: number[] = []
  const open: number[] = []
  columns.rows.forEach(({ text }, row) => {
    const freshness = readFreshness(columns.confirmByMs[row] ?? Number.NaN, edges)
    if (freshness === 'lapsed') return
    const score = scoreText(text, query)
    if (score === 0) return
    const isStale = freshness === 'stale'
    marks.score[row] = score
    marks.isStale[row] = Number(isStale)
    const result = testRow(conditions, row, isStale, criteria.onlyFresh)
    if (result.misses === 0) (result.opens === 0 ? hits : open).push(row)
    countFacets(counter, result, row, !isStale)
  })
  return { hits, open, facets: counter.finish(), marks, edges }
}

type RowResult = { misses: number; opens: number; facet: FacetName | null }

/** `facet` is that of the last criterion that is not met. Stops at the second miss: nothing can count the row then. */
function testRow(conditions: Condition[], row: number, isStale: boolean, onlyFresh: boolean): RowResult {
  const result: RowResult = { misses: 0, opens: 0, facet: null }
  if (onlyFresh && isStale) {
    result.misses = 1
    result.facet = 'fresh'
  }
  for (const condition of conditions) {
    const answer = testCondition(condition, row, isStale)
    if (answer === fit.yes) continue
    result.facet = condition.facet
    if (answer === fit.open) result.opens += 1
    else if (++result.misses > 1) break
  }
  return result
}

function testCondition(condition: Condition, row: number, isStale: boolean) {
  const answer = condition.test(row)
  return isStale && condition.isQuantity && answer === fit.yes ? fit.open : answer
}

/** A row counts in a facet when it meets everything but, perhaps, the criterion of that facet itself. */
function countFacets(counter: FacetCounter, { misses, opens, facet }: RowResult, row: number, isFresh: boolean): void {
  if (misses + opens === 0) for (const name of facetNames) counter.count(name, row, isFresh)
  else if (misses + opens === 1 && facet !== null) counter.count(facet, row, isFresh)
}

/** The page asked for, its facets, and the sites that leave something open. */
export function answerSearch(columns: Columns, criteria: Criteria, now: Date): SearchAnswer {
  const pass = passThrough(columns, criteria, now)
  const order = makeOrder(criteria, columns, pass.marks)
  const start = (criteria.page - 1) * criteria.size
  const items = pass.hits.sort(order).slice(start, start + criteria.size)
  const open = pass.open.sort(order).slice(0, openLimit)
  const conditions = compileConditions(criteria, columns)
  return {
    total: pass.hits.length,
    page: criteria.page,
    size: criteria.size,
    items: items.map((row) => readCard(columns, row, pass.edges)),
    open: open.map((row) => makeOpenCard(columns, row, pass.edges, conditions)),
    openTotal: pass.open.length,
    facets: pass.facets,
    extent: boxAround(columns, pass.hits),
  }
}

function makeOpenCard(columns: Columns, row: number, edges: FreshnessEdges, conditions: Condition[]): OpenCard {
  const card = readCard(columns, row, edges)
  const isStale = card.freshness === 'stale'
  const open = new Set<OpenReason>()
  for (const condition of conditions) {
    if (condition.test(row) === fit.open && condition.reason) open.add(condition.reason)
    else if (isStale && condition.isQuantity) open.add('stale')
  }
  return { ...card, open: [...open] }
}

/** Box around the points of rows; null when none has a point. */
export function boxAround(columns: Columns, rows: readonly number[]): BBox | null {
  let box: BBox | null = null
  for (const row of rows) {
    const lng = columns.lng[row] ?? Number.NaN
    const lat = columns.lat[row] ?? Number.NaN
    if (Number.isNaN(lng) || Number.isNaN(lat)) continue
    if (box === null) box = [lng, lat, lng, lat]
    box = [Math.min(box[0], lng), Math.min(box[1], lat), Math.max(box[2], lng), Math.max(box[3], lat)]
  }
  return box
}

const latelyMs = 30 * 86_400_000

/** Sums over all published sites that have not lapsed; `confirmedLately` are those of the last 30 days. */
export function sumFigures(columns: Columns, now: Date): Figures {
  const edges = freshnessEdges(now)
  const figures: Figures = { sites: 0, freeAreaM2: 0, freePowerKw: 0, confirmedLately: 0 }
  const known = (value: number | undefined) => (value !== undefined && value > 0 ? value : 0)
  columns.rows.forEach((row, index) => {
    const freshness = readFreshness(row.confirmByMs, edges)
    if (freshness === 'lapsed') return
    figures.sites += 1
    if (row.confirmedMs >= now.getTime() - latelyMs) figures.confirmedLately += 1
    if (freshness === 'stale') return
    figures.freeAreaM2 += known(columns.area[index])
    figures.freePowerKw += known(columns.free.electricity[index])
  })
  return figures
}
