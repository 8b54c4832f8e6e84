import type { TownStatus } from './model'

/**
 * Whether the town is on the official list of monotowns on `day` (YYYY-MM-DD).
 * A status without a day has begun already: no source gives the day, but all of them lie in the past.
 */
export function isListed(statuses: readonly TownStatus[], day: string): boolean {
  const begun = statuses.filter((status) => status.validFrom === null || status.validFrom <= day)
  return begun.some((status) => status.inList) && !begun.some((status) => !status.inList)
}
