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
  if (!isNetworkThere(utility)) return 0
  if (utility.free !== null) return utility.free
  return remaining(utility)
}

/** Whether there is a network to draw capacity from, or nobody has said that there is none. */
export function isNetworkThere({ presence }: Pick<Utility, 'presence'>): boolean {
  return presence !== 'none' && presence !== 'planned'
}

/** Free capacity where there is a network; null when it is not known, and where the answer is that there is none. */
export function capacityToDraw(utility: Utility): number | null {
  return isNetworkThere(utility) ? freeCapacity(utility) : null
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

/** The floor area of all buildings together; null while one of them does not say its own. */
export function wholeFloorAreaM2(buildings: readonly Building[]): number | null {
  return isFloorAreaWhole(buildings) ? floorAreaM2(buildings) : null
}

/** Whether all of the floor area is stated to be free, and none of it is only there. */
export function isFloorAreaFree(buildings: readonly Building[]): boolean {
  return buildings.length > 0 && buildings.every((building) => building.freeAreaM2 !== null)
}
