import type { SiteStatus } from '#app/domain/sites/choices'
import type { EditorRemark } from '#app/domain/sites/editor-data'
import type { EndReason, OfferStatus } from '#app/domain/sites/lifecycle'
import type { Freshness } from '#app/domain/sites/model'
import type { OwnSite } from '#app/domain/sites/own-site'

/** What was just done with a site, as its address says. */
export const siteDone = [
  'submitted',
  'returned',
  'published',
  'discarded',
  'decided',
  'changed',
  ...(['offered', 'reserved', 'occupied', 'withdrawn'] as const),
] as const

export type SiteBarData = {
  number: string
  status: SiteStatus
  statusNote: string | null
  endReason: EndReason | null
  openState: OwnSite['openState']
  isPublic: boolean
  isEnded: boolean
  freshness: Freshness | null
  confirmBy: string | null
  canEdit: boolean
  canReview: boolean
  isOwnWork: boolean
  /** What can become of the site, for those who may say so. */
  ways: readonly OfferStatus[]
  remarks: EditorRemark[]
  done: (typeof siteDone)[number] | null
  isDiscarding: boolean
}
