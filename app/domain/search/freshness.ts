import { confirmation } from '#app/domain/sites/rules'
import type { Freshness } from '#app/domain/sites/model'

const dayMs = 86_400_000

/** Ends of the term from which on a site is fresh, due and stale, as seen at one moment. */
export type FreshnessEdges = { freshFromMs: number; dueFromMs: number; staleFromMs: number }

/** The edges at `now`; the same rule as `freshnessOf` of the sites, computed once for all rows. */
export function freshnessEdges(now: Date): FreshnessEdges {
  const { noticeDays, graceDays } = confirmation
  const after = (days: number) => now.getTime() + days * dayMs
  return { freshFromMs: after(noticeDays), dueFromMs: after(0), staleFromMs: after(-graceDays) }
}

/** Freshness of a row that has to be confirmed by that moment; never confirmed (NaN) is lapsed. */
export function readFreshness(confirmByMs: number, edges: FreshnessEdges): Freshness {
  if (confirmByMs >= edges.freshFromMs) return 'fresh'
  if (confirmByMs >= edges.dueFromMs) return 'due'
  return confirmByMs >= edges.staleFromMs ? 'stale' : 'lapsed'
}
