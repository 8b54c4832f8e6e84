import type { BBox, LngLat } from '#app/domain/kernel/geo'
import type { Localized } from '#app/domain/kernel/localized'
import type { UtilityKind } from '#app/domain/kernel/quantity'
import type { Presence, PriceKind, SiteKind, Tenure } from '#app/domain/sites/choices'
import type { Freshness, ZoneVerdict } from '#app/domain/sites/model'
import type { SectorKey } from '#app/domain/towns/model'

/** Utilities that can be asked for by quantity, with the URL parameter of each. */
export const freeParameters = {
  electricity: 'power_min',
  water: 'water_min',
  sewer: 'sewer_min',
  heat: 'heat_min',
  gas: 'gas_min',
  telecom: 'telecom_min',
} as const satisfies Partial<Record<UtilityKind, string>>
export type AskedUtility = keyof typeof freeParameters
export const askedUtilities = Object.keys(freeParameters) as AskedUtility[]

export const zoneChoices = ['eligible', 'eligible_if'] as const satisfies readonly ZoneVerdict[]
export type ZoneChoice = (typeof zoneChoices)[number]

export const sorts = ['relevance', 'newest', 'area', 'power', 'price', 'distance'] as const
export type Sort = (typeof sorts)[number]

/** Rail asked for: on the site, on or beside it, or at most so many kilometres away. */
export type RailWish = { kind: 'on_site' } | { kind: 'adjacent' } | { kind: 'within_km'; km: number }

/** Where distances are counted from, and how far a site may be; null: as far as it likes. */
export type Near = { point: LngLat; withinKm: number | null }

/** What is searched for. Values of one list are alternatives; different criteria all have to hold. */
export type Criteria = {
  q: string
  sectors: SectorKey[]
  kinds: SiteKind[]
  regions: string[]
  towns: string[]
  tenures: Tenure[]
  zones: ZoneChoice[]
  incentives: string[]
  /** Floor area, m². */
  areaMin: number | null
  areaMax: number | null
  /** Land plot, ha. */
  plotMin: number | null
  plotMax: number | null
  /** Free capacity at least, in the unit of the utility. */
  free: Record<AskedUtility, number | null>
  rail: RailWish | null
  /** Clear height, m. */
  heightMin: number | null
  /** Price at most, KZT. */
  price: { kind: PriceKind; max: number } | null
  /** Only sites whose confirmation still holds. */
  onlyFresh: boolean
  bbox: BBox | null
  /** Corners of an area drawn on the map, without the first one again at the end. */
  ring: LngLat[] | null
  near: Near | null
  sort: Sort
  page: number
  size: number
}

/** A criterion as far as a site can leave it open; `stale`: the value was met when it was confirmed too long ago. */
export type OpenReason =
  'area' | 'plot' | AskedUtility | 'rail' | 'height' | 'price' | 'tenure' | 'zone' | 'point' | 'stale'

export type UtilityCell = { presence: Presence; free: number | null; asOf: string | null }

export type CardPhoto = { fileId: string; alt: Localized; width: number; height: number; widths: number[] }

export type CardPrice = { kind: PriceKind; amount: number; isNegotiable: boolean }

/** A site as lists show it. Dates are ISO instants; `asOf` is YYYY-MM-DD. */
export type SiteCard = {
  number: string
  kind: SiteKind
  name: Localized
  townKey: string
  regionKey: string
  point: LngLat | null
  sectors: SectorKey[]
  tenures: Tenure[]
  /** Of the buildings that say theirs; null when none does. Not `isAreaWhole`: others come on top. */
  areaM2: number | null
  isAreaWhole: boolean
  plotHa: number | null
  utilities: Record<UtilityKind, UtilityCell>
  zone: ZoneVerdict
  freshness: Freshness
  confirmedAt: string | null
  /** When its first group has to be confirmed again. */
  confirmBy: string | null
  updatedAt: string
  isDemo: boolean
  photo: CardPhoto | null
  price: CardPrice | null
}

export type OpenCard = SiteCard & { open: OpenReason[] }

export const facetNames = ['sector', 'kind', 'region', 'town', 'tenure', 'zone', 'incentive', 'rail', 'fresh'] as const
export type FacetName = (typeof facetNames)[number]

/** For each value of a facet, how many sites the search would give with that value alone in its place. */
export type Facets = Record<FacetName, Record<string, number>>

export type SearchAnswer = {
  total: number
  page: number
  size: number
  items: SiteCard[]
  /** Sites that fit in everything they say but leave a criterion open; as many as asked for, `openTotal` in all. */
  open: OpenCard[]
  openTotal: number
  facets: Facets
  /** Box around all that fit; null when none does. */
  extent: BBox | null
}

export const quantityKinds = ['area', 'plot', ...askedUtilities, 'height', 'price', 'rail'] as const
export type QuantityKind = (typeof quantityKinds)[number]

/** A quantity that a site misses: `value` is what it has, in the unit of the quantity. */
export type Gap = { kind: QuantityKind; bound: 'min' | 'max'; asked: number; value: number }

export type AlmostCard = SiteCard & { gaps: Gap[] }

/** For each offered bound, how many sites the search would give with it. */
export type Presets = Record<'area' | 'electricity', Record<number, number>>

/** Sites that miss only quantities, and not by much: the nearest of `total`. */
export type AlmostAnswer = { total: number; items: AlmostCard[]; presets: Presets }

export type Cluster = { count: number; bbox: BBox; point: LngLat }
export type Pin = { number: string; kind: SiteKind; freshness: Freshness; name: Localized; point: LngLat }
export type MapAnswer = { clusters: Cluster[]; pins: Pin[] }

/** Sums over what is offered now: published and not lapsed; quantities of stale sites are left out. */
export type Figures = { sites: number; freeAreaM2: number; freePowerKw: number; confirmedLately: number }
