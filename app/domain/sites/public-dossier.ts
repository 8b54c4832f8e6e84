import { unitOf, utilityKinds } from '#app/domain/kernel/quantity'
import type { Building, Utility } from './model'
import type { PublicSite } from './public-site'
import { floorAreaM2, freeCapacity, freshnessOf, zoneVerdict } from './rules'

/** The public dossier as the API gives it. Quantities carry their units in the names; null means unknown. */
export function presentDossier(site: PublicSite, regionKey: string | null, origin: string, now: Date) {
  const { identity, rights, land, transport, offeredFor, zone, buildings, utilities } = site.dossier
  return {
    number: site.number,
    kind: site.kind,
    status: site.status,
    demo: site.isDemo,
    name: identity.name,
    description: identity.description,
    address: identity.address,
    town: site.townKey,
    region: regionKey,
    point: identity.point,
    cadastral_numbers: identity.cadastralNumbers,
    sectors: offeredFor.sectors,
    sectors_note: offeredFor.note,
    incentives: offeredFor.incentives,
    area_m2: floorAreaM2(buildings),
    plot_ha: land.plotHa,
    rights: {
      ownership: rights.ownership,
      tenures: rights.tenures,
      price_kind: rights.priceKind,
      price_kzt: rights.price,
      price_negotiable: rights.priceNegotiable,
      idle_since: rights.idleSince,
      encumbrances: rights.encumbrances,
    },
    buildings: buildings.map(presentBuilding),
    utilities: Object.fromEntries(
      utilityKinds.map((kind) => [kind, { unit: unitOf[kind], ...presentUtility(utilities[kind]) }]),
    ),
    transport: {
      road_surface: transport.roadSurface,
      highway: transport.highway,
      highway_km: transport.highwayKm,
      rail_access: transport.railAccess,
      rail_km: transport.railKm,
      rail_siding_m: transport.railSidingM,
      rail_station: transport.railStation,
    },
    zone: { verdict: zoneVerdict(zone), answers: zone },
    photos: site.photos.map(({ fileId, alt, widths, width, height }) => ({
      alt,
      width,
      height,
      sources: widths.map((size) => ({ width: size, url: `${origin}/files/${fileId}/${size}` })),
    })),
    freshness: freshnessOf(site.confirmedAt, now),
    confirmed_at: site.confirmedAt?.toISOString() ?? null,
    published_at: site.publishedAt?.toISOString() ?? null,
    ended_at: site.endedAt?.toISOString() ?? null,
    updated_at: site.changedAt.toISOString(),
    url: `${origin}/kk/sites/${site.number}`,
  }
}

function presentUtility(utility: Utility) {
  const { source, reference, asOf, validUntil } = utility.provenance
  return {
    presence: utility.presence,
    installed: utility.installed,
    used: utility.used,
    reserved: utility.reserved,
    free: freeCapacity(utility),
    distance_m: utility.distanceM,
    operator: utility.operator,
    source,
    reference,
    as_of: asOf,
    valid_until: validUntil,
  }
}

function presentBuilding(building: Building) {
  return {
    total_area_m2: building.totalAreaM2,
    free_area_m2: building.freeAreaM2,
    year_built: building.yearBuilt,
    floors: building.floors,
    clear_height_m: building.clearHeightM,
    wear_pct: building.wearPct,
  }
}
