import { confirmation } from '#app/domain/sites/rules'
import type { Freshness } from '#app/domain/sites/model'

const dayMs = 86_400_000

/** Moments of confirmation from which on a site is fresh, due and stale, as seen at one moment. */
export type FreshnessEdges = { freshFromMs: number; dueFromMs: number; staleFromMs: number }

/** The edges at `now`; the same rule as `freshnessOf` of the sites, computed once for all rows. */
export function freshnessEdges(now: Date): FreshnessEdges {
  const { periodDays, noticeDays, graceDays } = confirmation
  const before = (days: number) => now.getTime() - days * dayMs
  return {
    freshFromMs: before(periodDays - noticeDays),
    dueFromMs: before(periodDays),
    staleFromMs: before(periodDays + graceDays),
  }
}

/** Freshness of a row; never confirmed (NaN) is lapsed. */
export function readFreshness(confirmedMs: number, edges: FreshnessEdges): Freshness {
  if (confirmedMs >= edges.freshFromMs) return 'fresh'
  if (confirmedMs >= edges.dueFromMs) return 'due'
  return confirmedMs >= edges.staleFromMs ? 'stale' : 'lapsed'
}
