import type { Building, Commitment, CommitmentState, Freshness, Utility } from './model'

/**
 * Days that a confirmation holds unless the akimat promises a shorter time, how long before its end it is due, and how
 * long after it the data stay in public search (domain.md, Freshness).
 */
export const confirmation = { periodDays: 90, noticeDays: 14, graceDays: 30 } as const

const dayMs = 86_400_000

/** Freshness of published data that have to be confirmed by `confirmBy`, as seen at `now`. Never confirmed is lapsed. */
export function freshnessOf(confirmBy: Date | null, now: Date): Freshness {
  if (confirmBy === null) return 'lapsed'
  const left = (confirmBy.getTime() - now.getTime()) / dayMs
  if (left >= confirmation.noticeDays) return 'fresh'
  if (left >= 0) return 'due'
  return left >= -confirmation.graceDays ? 'stale' : 'lapsed'
}

/** Until when data hold that were confirmed as a whole at `confirmedAt`, without a term of their own. */
export function usualTerm(confirmedAt: Date | null): Date | null {
  return confirmedAt && new Date(confirmedAt.getTime() + confirmation.periodDays * dayMs)
}

/** State of a commitment on a day `YYYY-MM-DD`: missed from the day after its date on, unless it is done. */
export function commitmentState({ state, dueOn }: Pick<Commitment, 'state' | 'dueOn'>, today: string): CommitmentState {
  return state !== 'done' && dueOn !== null && dueOn < today ? 'missed' : state
}

/**
 * Free capacity of a utility in its unit: the stated free value, else what remains of the installed one,
 * 0 when the utility is absent, null when it is not known. A planned utility has nothing free yet.
 */
export function freeCapacity(utility: Utility): number | null {
  if (utility.presence === 'none' || utility.presence === 'planned') return 0
  if (utility.free !== null) return utility.free
  return remaining(utility)
}

/** Installed − used − reserved, when all three are known; never below 0; else null. */
export function remaining(utility: Utility): number | null {
  if (utility.installed === null || utility.used === null || utility.reserved === null) return null
  return Math.max(0, roundQuantity(utility.installed - utility.used - utility.reserved))
}

/** A sum or difference of quantities without the dust of binary fractions: 0.3 − 0.1 is 0.2. Six decimals stay. */
export function roundQuantity(value: number): number {
  return Math.round(value * 1e6) / 1e6
}

/** Whether every building says how large it is, so that `floorAreaM2` is the whole and not a part of it. */
export function isFloorAreaWhole(buildings: readonly Building[]): boolean {
  return buildings.every((building) => building.freeAreaM2 !== null || building.totalAreaM2 !== null)
}

/**
 * Sum over the buildings of the free area, else of the total area; null when no building says either. What silent
 * buildings have comes on top: see `isFloorAreaWhole`.
 */
export function floorAreaM2(buildings: readonly Building[]): number | null {
  const areas = buildings.map((building) => building.freeAreaM2 ?? building.totalAreaM2)
  const known = areas.filter((area) => area !== null)
  return known.length === 0 ? null : known.reduce((sum, area) => sum + area, 0)
}
