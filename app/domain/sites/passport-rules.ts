import type { Dossier, Freshness, SiteStatus } from './model'

/**
 * Whether an object of state property has stood idle for more than a year at `now`, so that it may be given to a small or
 * medium business under art. 234 of the Entrepreneurial Code (trust management or lease, after a year free transfer).
 * `unknown` when ownership or the month is not stated. The month is taken as a whole: idle since its last day.
 */
export function fallsUnderArticle234(rights: Dossier['rights'], now: Date): 'yes' | 'no' | 'unknown' {
  if (rights.ownership === 'private' || rights.ownership === 'quasi_state') return 'no'
  if (rights.ownership === 'unknown' || rights.idleSince === null) return 'unknown'
  const [year = 0, month = 0] = rights.idleSince.split('-').map(Number)
  // The first day of the month after next year's same month: the whole month and a year have passed.
  return now.getTime() >= Date.UTC(year + 1, month, 1) ? 'yes' : 'no'
}

/** Whether an inquiry can be sent: the site is offered, or reserved for somebody who may still step back. */
export function canInquire(status: SiteStatus): boolean {
  return status === 'published' || status === 'reserved'
}

/** What has to be said on top of the passport before anything else; null when all is well. */
export function passportWarning(status: SiteStatus, freshness: Freshness): WarningCode | null {
  if (status === 'withdrawn' || status === 'occupied' || status === 'reserved') return status
  return freshness === 'stale' || freshness === 'lapsed' ? freshness : null
}

export type WarningCode = 'reserved' | 'occupied' | 'withdrawn' | 'stale' | 'lapsed'
