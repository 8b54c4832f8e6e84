import type { SiteStatus } from './choices'

/** Why a site is not offered any more. `discarded` is a draft that nobody ever saw. */
export const endReasons = ['taken_by_state', 'sold', 'demolished', 'not_available', 'mistake', 'discarded'] as const
export type EndReason = (typeof endReasons)[number]

/** Reasons that the akimat can give for a site that was public. */
export const givenReasons = endReasons.filter((reason) => reason !== 'discarded')

/** Where a public site can go: `published` is offering it again. */
export const offerStatuses = ['published', 'reserved', 'occupied', 'withdrawn'] as const satisfies SiteStatus[]
export type OfferStatus = (typeof offerStatuses)[number]

/** Only `withdrawn` ends a site, and even that can be taken back: the number and the page stay. */
const ways: Record<SiteStatus, readonly OfferStatus[]> = {
  draft: [],
  published: ['reserved', 'occupied', 'withdrawn'],
  reserved: ['published', 'occupied', 'withdrawn'],
  occupied: ['published', 'withdrawn'],
  withdrawn: ['published'],
}

/** What can become of a site now; nothing while it was never public. */
export function nextStatuses(status: SiteStatus, isPublic: boolean): readonly OfferStatus[] {
  return isPublic ? ways[status] : []
}

/** The stored reason; null for none and for one that nobody knows any more. */
export function readEndReason(text: string | null): EndReason | null {
  return endReasons.find((reason) => reason === text) ?? null
}
