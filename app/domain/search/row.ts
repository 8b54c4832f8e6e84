import type { LngLat } from '#app/domain/kernel/geo'
import type { Localized } from '#app/domain/kernel/localized'
import { utilityKinds } from '#app/domain/kernel/quantity'
import type { RailAccess, Tenure } from '#app/domain/sites/choices'
import type { Dossier, ZoneVerdict } from '#app/domain/sites/model'
import type { PublicPhoto, PublishedSite } from '#app/domain/sites/public-site'
import { floorAreaM2, freeCapacity, isFloorAreaWhole } from '#app/domain/sites/rules'
import type { CardPrice, SiteCard } from './model'
import { indexText, type SearchText } from './text'

/** Place of a site as far as the catalogue needs it. */
export type CatalogueTown = { key: string; regionKey: string; name: Localized; aliases: string[]; point: LngLat }
export type CatalogueRegion = { key: string; name: Localized }
export type Places = { towns: readonly CatalogueTown[]; regions: readonly CatalogueRegion[] }

/** Stands for "does not apply": a plot has no floor area. It answers no quantity, and is not unknown either. */
export const absent = -1

/** Prices per kind of price, KZT; NaN when nobody says, `absent` when it is not offered that way. */
export type RowPrices = { rent_month: number; rent_m2_month: number; purchase: number }

/** One site, read once from its dossier: what its card shows, and the values that are searched. NaN is unknown. */
export type CatalogueRow = {
  id: string
  card: Omit<SiteCard, 'freshness' | 'isAreaWhole'>
  incentives: string[]
  text: SearchText
  confirmedMs: number
  confirmByMs: number
  publishedMs: number
  /** m², or `absent` for a plot without buildings; with `isAreaOpen` it is what the buildings that say theirs have. */
  area: number
  isAreaOpen: boolean
  plot: number
  /** Largest known clear height, m, or `absent`; `isHeightOpen` when a building does not say its own. */
  height: number
  isHeightOpen: boolean
  /** Largest known lifting capacity of a crane, t, or `absent`; `isCraneOpen` when a building does not say its own. */
  crane: number
  isCraneOpen: boolean
  rail: RailAccess
  railKm: number
  highwayKm: number
  prices: RowPrices
  commitments: Dossier['commitments']
}

const rentals: readonly Tenure[] = ['lease', 'lease_with_buyout', 'trust_management', 'art234_free_transfer']
const purchases: readonly Tenure[] = ['sale', 'lease_with_buyout']

/** Reads a published site with its verdict on the zone into a row. A town that the register does not know leaves the region empty. */
export function readRow(site: PublishedSite, places: Places, zone: ZoneVerdict): CatalogueRow {
  const { dossier } = site
  const town = places.towns.find((candidate) => candidate.key === site.townKey)
  const region = places.regions.find((candidate) => candidate.key === town?.regionKey)
  const areaM2 = floorAreaM2(dossier.buildings)
  const heights = dossier.buildings.map((building) => building.clearHeightM)
  return {
    id: site.id,
    card: { ...makeCard(site, areaM2, town?.regionKey ?? ''), zone },
    incentives: dossier.offeredFor.incentives,
    text: indexText(
      Object.values(dossier.identity.name),
      [
        ...Object.values(dossier.identity.address),
        ...Object.values(town?.name ?? {}),
        ...(town?.aliases ?? []),
        ...Object.values(region?.name ?? {}),
      ],
      site.number,
    ),
    confirmedMs: site.confirmedAt?.getTime() ?? Number.NaN,
    confirmByMs: site.confirmBy?.getTime() ?? Number.NaN,
    publishedMs: site.publishedAt?.getTime() ?? 0,
    area: areaM2 ?? (site.kind === 'land' ? absent : Number.NaN),
    isAreaOpen: areaM2 !== null && !isFloorAreaWhole(dossier.buildings),
    plot: dossier.land.plotHa ?? (site.kind === 'premises' ? absent : Number.NaN),
    height: Math.max(absent, ...heights.filter((height) => height !== null)),
    isHeightOpen: heights.includes(null) || (heights.length === 0 && site.kind !== 'land'),
    ...readCranes(dossier, site.kind),
    rail: dossier.transport.railAccess,
    railKm: dossier.transport.railKm ?? Number.NaN,
    highwayKm: dossier.transport.highwayKm ?? Number.NaN,
    prices: readPrices(dossier, isFloorAreaWhole(dossier.buildings) ? areaM2 : null),
    commitments: dossier.commitments,
  }
}

function readCranes({ buildings }: Dossier, kind: PublishedSite['kind']): Pick<CatalogueRow, 'crane' | 'isCraneOpen'> {
  const lifts = buildings.map(({ cranes, craneLiftT }) => (cranes === 'none' ? absent : craneLiftT))
  return {
    crane: Math.max(absent, ...lifts.filter((lift) => lift !== null)),
    isCraneOpen: lifts.includes(null) || (lifts.length === 0 && kind !== 'land'),
  }
}

function makeCard(site: PublishedSite, areaM2: number | null, regionKey: string): Omit<CatalogueRow['card'], 'zone'> {
  const { dossier } = site
  return {
    number: site.number,
    kind: site.kind,
    name: dossier.identity.name,
    townKey: site.townKey,
    regionKey,
    point: dossier.identity.point,
    sectors: dossier.offeredFor.sectors,
    tenures: dossier.rights.tenures,
    areaM2,
    plotHa: dossier.land.plotHa,
    utilities: readCells(dossier),
    confirmedAt: site.confirmedAt?.toISOString() ?? null,
    confirmBy: site.confirmBy?.toISOString() ?? null,
    updatedAt: site.changedAt.toISOString(),
    isDemo: site.isDemo,
    photo: site.photos[0] ? copyPhoto(site.photos[0]) : null,
    price: readPrice(dossier),
  }
}

function copyPhoto({ fileId, alt, width, height, widths }: PublicPhoto): PublicPhoto {
  return { fileId, alt, width, height, widths }
}

function readCells(dossier: Dossier): SiteCard['utilities'] {
  return Object.fromEntries(
    utilityKinds.map((kind) => {
      const utility = dossier.utilities[kind]
      return [kind, { presence: utility.presence, free: freeCapacity(utility), asOf: utility.provenance.asOf }]
    }),
  ) as SiteCard['utilities']
}

function readPrice({ rights }: Dossier): CardPrice | null {
  if (rights.price === null || rights.priceKind === null) return null
  return { kind: rights.priceKind, amount: rights.price, isNegotiable: rights.priceNegotiable }
}

/** Rent per month and per m² follow from each other where the whole area is known. */
function readPrices(dossier: Dossier, areaM2: number | null): RowPrices {
  const { tenures } = dossier.rights
  const offers = (wanted: readonly Tenure[]) =>
    tenures.length === 0 || tenures.some((tenure) => wanted.includes(tenure))
  const rent = offers(rentals) ? Number.NaN : absent
  const prices = { rent_month: rent, rent_m2_month: rent, purchase: offers(purchases) ? Number.NaN : absent }
  const price = readPrice(dossier)
  if (price === null) return prices
  prices[price.kind] = price.amount
  if (areaM2 === null || areaM2 === 0) return prices
  if (price.kind === 'rent_m2_month') prices.rent_month = price.amount * areaM2
  if (price.kind === 'rent_month') prices.rent_m2_month = price.amount / areaM2
  return prices
}
