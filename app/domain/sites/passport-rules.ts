import type { SiteStatus } from './choices'
import type { Freshness } from './model'

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
