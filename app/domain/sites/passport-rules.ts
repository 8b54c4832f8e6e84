import type { AccessLevel, SiteStatus } from './choices'
import type { Freshness } from './model'

/** Whether an inquiry can be sent: the site is offered, or reserved for somebody who may still step back. */
export function canInquire(status: SiteStatus): boolean {
  return status === 'published' || status === 'reserved'
}

/** Whether the reader gets a paper only from the responsible body, which shows it in answer to an inquiry. */
export function isOnRequest({ access }: { access: AccessLevel }, openLevels: readonly AccessLevel[]): boolean {
  return access === 'on_request' && !openLevels.includes(access)
}

/** What has to be said on top of the passport before anything else; null when all is well. */
export function passportWarning(status: SiteStatus, freshness: Freshness): WarningCode | null {
  if (status === 'withdrawn' || status === 'occupied' || status === 'reserved') return status
  return freshness === 'stale' || freshness === 'lapsed' ? freshness : null
}

export type WarningCode = 'reserved' | 'occupied' | 'withdrawn' | 'stale' | 'lapsed'
