import { readCard } from './cards'
import type { Columns } from './columns'
import { compileConditions, fit, type Condition } from './conditions'
import { freshnessEdges, readFreshness, type FreshnessEdges } from './freshness'
import type { Criteria, Figures, OpenCard, OpenReason, SearchAnswer } from './model'
import { pickRows } from './order'
import { passThrough, type Pass } from './pass'
import { countOf } from './row-set'

/** The page asked for, its facets, and as many of the sites that leave something open as a page has. */
export function answerSearch(
  columns: Columns,
  criteria: Criteria,
  now: Date,
  pass: Pass = passThrough(columns, criteria, now),
): SearchAnswer {
  const from = (criteria.page - 1) * criteria.size
  const items = pickRows(columns, criteria, pass, 'hits', { from, to: from + criteria.size })
  const open = pickRows(columns, criteria, pass, 'open', { from: 0, to: criteria.size })
  const conditions = compileConditions(criteria, columns)
  return {
    total: countOf(pass.hits),
    page: criteria.page,
    size: criteria.size,
    items: items.map((row) => readCard(columns, row, pass.edges)),
    open: open.map((row) => makeOpenCard(columns, row, pass.edges, conditions)),
    openTotal: countOf(pass.open),
    facets: pass.facets,
    extent: pass.extent,
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

const latelyMs = 30 * 86_400_000

/** Sums over all published sites that have not lapsed; `confirmedLately` are those of the last 30 days. */
export function sumFigures(columns: Columns, now: Date): Figures {
  const edges = freshnessEdges(now)
  const figures: Figures = { sites: 0, freeAreaM2: 0, freePowerKw: 0, confirmedLately: 0 }
  const { area, free, confirmByMs, confirmedMs } = columns
  const known = (value: number) => (value > 0 ? value : 0)
  for (let row = 0; row < columns.size; row++) {
    const freshness = readFreshness(confirmByMs[row] as number, edges)
    if (freshness === 'lapsed') continue
    figures.sites += 1
    if ((confirmedMs[row] as number) >= now.getTime() - latelyMs) figures.confirmedLately += 1
    if (freshness === 'stale') continue
    figures.freeAreaM2 += known(area[row] as number)
    figures.freePowerKw += known(free.electricity[row] as number)
  }
  return figures
}
