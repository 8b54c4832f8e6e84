import type { Columns } from '#app/domain/search/columns'
import { freshnessEdges, type FreshnessEdges } from '#app/domain/search/freshness'
import type { SiteCard } from '#app/domain/search/model'
import { readFacts } from './catalogue-facts'
import { findRows, type MatchLimits } from './find-rows'
import { algorithm, type Brief, type Match, type MatchAnswer, type NearMiss } from './model'
import type { Moment } from './needs'
import { compileBrief, judge, momentOf, type CompiledBrief, type Judgement } from './rules'

export type { MatchLimits } from './find-rows'

export const usualLimits: MatchLimits = { limit: 20, openLimit: 20, nearLimit: 20 }

type Judged = Judgement & { card: SiteCard }

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
  const compiled = compileBrief(brief)
  const moment = momentOf(now)
  const { matches, open, near } = findRows(columns, compiled, moment, edges, limits)
  const show = (row: number) => judgeAt(columns, row, compiled, moment, edges)
  return {
    algorithm,
    judgedAt: now.toISOString(),
    matches: matches.best.best().map((row) => toMatch(show(row))),
    total: matches.total,
    open: open.best.best().map((row) => toMatch(show(row))),
    openTotal: open.total,
    nearMisses: near.best.best().map((row) => toNearMiss(show(row))),
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
): Judged {
  return judgeAt(columns, row, compiled, momentOf(now), edges)
}

function judgeAt(
  columns: Columns,
  row: number,
  compiled: CompiledBrief,
  moment: Moment,
  edges: FreshnessEdges,
): Judged {
  const { card, facts } = readFacts(columns, row, edges)
  return { card, ...judge(compiled, facts, moment) }
}

/** What of a judgement an answer carries. */
export function toMatch({ card, low, high, outcomes }: Judged): Match {
  return { card, low, high, outcomes }
}

function toNearMiss(judgement: Judged): NearMiss {
  return { ...toMatch(judgement), relativeGap: judgement.relativeGap }
}
