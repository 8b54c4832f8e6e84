import type { LngLat } from '#app/domain/kernel/geo'
import type { Localized } from '#app/domain/kernel/localized'
import type { UtilityKind } from '#app/domain/kernel/quantity'
import type { SectorKey } from '#app/domain/towns/model'

export const siteKinds = ['building', 'complex', 'unfinished', 'land', 'premises'] as const
export type SiteKind = (typeof siteKinds)[number]

export const siteStatuses = ['draft', 'published', 'reserved', 'occupied', 'withdrawn'] as const
export type SiteStatus = (typeof siteStatuses)[number]

export const versionStates = ['draft', 'in_review', 'changes_requested', 'published', 'superseded'] as const
export type VersionState = (typeof versionStates)[number]

/** Is the utility there? `unknown` is a value of its own, distinct from `none`. */
export const presences = ['connected', 'at_boundary', 'planned', 'none', 'unknown'] as const
export type Presence = (typeof presences)[number]

export const sourceKinds = ['document', 'network_company', 'survey', 'visual', 'estimate'] as const
export type SourceKind = (typeof sourceKinds)[number]

/** Where a value comes from. Dates are YYYY-MM-DD. */
export type Provenance = {
  source: SourceKind | null
  reference: string
  asOf: string | null
  validUntil: string | null
}

/** Quantities are in the unit of the utility (kernel/quantity); null means unknown. */
export type Utility = {
  presence: Presence
  installed: number | null
  used: number | null
  reserved: number | null
  free: number | null
  /** Metres to the connection point. */
  distanceM: number | null
  operator: string
  provenance: Provenance
}

export const ownerships = ['communal', 'republican', 'quasi_state', 'private', 'unknown'] as const
export type Ownership = (typeof ownerships)[number]

/** Tenure offered (site_passport.json, "tenure"). */
export const tenures = [
  'lease',
  'lease_with_buyout',
  'sale',
  'trust_management',
  'art234_free_transfer',
  'inkind_grant',
  'ppp',
] as const
export type Tenure = (typeof tenures)[number]

/** What the price is for: rent per m² and month, rent of the whole per month, purchase of the whole. */
export const priceKinds = ['rent_m2_month', 'rent_month', 'purchase'] as const
export type PriceKind = (typeof priceKinds)[number]

export const roadSurfaces = ['asphalt', 'concrete', 'gravel', 'dirt', 'none', 'unknown'] as const
export type RoadSurface = (typeof roadSurfaces)[number]

export const railAccesses = ['on_site', 'adjacent', 'distance', 'none', 'unknown'] as const
export type RailAccess = (typeof railAccesses)[number]

/** Questions about the small industrial zone; their citations stand in `zoneQuestionSources`. */
export const zoneQuestions = [
  'akimat_decision',
  'production_premises',
  'manufacturing_tenants',
  'holder_consents',
] as const
export type ZoneQuestion = (typeof zoneQuestions)[number]
export type Answer = 'yes' | 'no' | 'unknown'

export type Building = {
  totalAreaM2: number | null
  freeAreaM2: number | null
  yearBuilt: number | null
  floors: number | null
  clearHeightM: number | null
  wearPct: number | null
}

export type Photo = { fileId: string; alt: Localized }

/** Everything an akimat says about a site. Stored as one document per version; null and `unknown` are honest answers. */
export type Dossier = {
  identity: {
    name: Localized
    description: Localized
    address: Localized
    cadastralNumbers: string[]
    point: LngLat | null
  }
  rights: {
    ownership: Ownership
    tenures: Tenure[]
    priceKind: PriceKind | null
    /** KZT, whole. */
    price: number | null
    priceNegotiable: boolean
    /** YYYY-MM */
    idleSince: string | null
    encumbrances: Localized
  }
  land: { plotHa: number | null }
  buildings: Building[]
  utilities: Record<UtilityKind, Utility>
  transport: {
    roadSurface: RoadSurface
    highwayKm: number | null
    highway: string
    railAccess: RailAccess
    railKm: number | null
    railSidingM: number | null
    railStation: string
  }
  offeredFor: { sectors: SectorKey[]; note: Localized; incentives: string[] }
  zone: Record<ZoneQuestion, Answer>
  photos: Photo[]
}

/** fresh → due (14 days before the 90 days end) → stale → lapsed (30 days later, leaves public search). */
export type Freshness = 'fresh' | 'due' | 'stale' | 'lapsed'

/** `undetermined`: nobody has said enough to decide. */
export type ZoneVerdict = 'eligible' | 'eligible_if' | 'not_eligible' | 'undetermined'
