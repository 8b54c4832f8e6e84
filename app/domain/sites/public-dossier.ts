import { unitOf, utilityKinds } from '#app/domain/kernel/quantity'
import { localDateOf, type LocalDate } from '#app/domain/kernel/local-date'
import { termsOf } from './confirmation'
import type { Building, Commitment, Dossier, Provenance, Utility, ZoneVerdict } from './model'
import type { Surroundings } from './passport/source'
import { papersOf } from './public-files'
import type { PublicSite } from './public-site'
import { capacityToDraw, commitmentState, floorAreaM2, freshnessOf, wholeFloorAreaM2 } from './rules'
import { withholdInternal } from './withhold-internal'

type Told = {
  regionKey: string | null
  zoneVerdict: ZoneVerdict
  relatives: Surroundings
  origin: string
  now: Date
}

/**
 * The public dossier as the API gives it. Quantities carry their units in the names, `source` tells where a value comes
 * from; null means unknown, and so does the choice `unknown`.
 */
export function presentDossier(site: PublicSite, { regionKey, zoneVerdict, relatives, origin, now }: Told) {
  const dossier = withholdInternal(site.dossier)
  const { identity, land, offeredFor, zone, buildings, utilities } = dossier
  const today = localDateOf(now)
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
    kato: identity.kato || null,
    point: identity.point,
    outline: identity.outline,
    cadastral_numbers: identity.cadastralNumbers,
    sectors: offeredFor.sectors,
    sectors_note: offeredFor.note,
    oked: offeredFor.oked,
    incentives: offeredFor.incentives,
    area_m2: wholeFloorAreaM2(buildings),
    area_known_m2: floorAreaM2(buildings),
    plot_ha: land.plotHa,
    rights: presentRights(dossier),
    land: presentLand(dossier),
    buildings: buildings.map(presentBuilding),
    utilities: Object.fromEntries(
      utilityKinds.map((kind) => [kind, { unit: unitOf[kind], ...presentUtility(utilities[kind]) }]),
    ),
    transport: presentTransport(dossier),
    environment: presentEnvironment(dossier),
    commitments: dossier.commitments.map((commitment) => presentCommitment(commitment, today)),
    zone: { verdict: zoneVerdict, answers: zone },
    not_applicable: dossier.notApplicable,
    part_of: relatives.whole?.number ?? null,
    parts: relatives.parts.map((part) => part.number),
    bundle: relatives.bundle && {
      name: relatives.bundle.name,
      with: relatives.bundle.sites.map((other) => other.number),
    },
    ...presentFiles(site, dossier, origin),
    ...presentFreshness(site, dossier, now),
    published_at: site.publishedAt?.toISOString() ?? null,
    ended_at: site.endedAt?.toISOString() ?? null,
    updated_at: site.changedAt.toISOString(),
    url: `${origin}/kk/sites/${site.number}`,
  }
}

function presentFreshness({ confirmedAt, confirmBy, confirmations }: PublicSite, dossier: Dossier, now: Date) {
  return {
    freshness: freshnessOf(confirmBy, now),
    confirmed_at: confirmedAt?.toISOString() ?? null,
    confirm_by: confirmBy?.toISOString() ?? null,
    groups: termsOf(dossier, { confirmations, confirmedAt }).map((term) => ({
      group: term.group,
      freshness: freshnessOf(term.confirmBy, now),
      confirmed_at: term.confirmedAt?.toISOString() ?? null,
      confirm_by: term.confirmBy?.toISOString() ?? null,
    })),
  }
}

/** Photographs that everybody may see; papers with an address only when everybody may open them. */
function presentFiles({ photos, files }: PublicSite, dossier: Dossier, origin: string) {
  return {
    photos: photos.map(({ fileId, alt, widths, width, height }) => ({
      alt,
      width,
      height,
      sources: widths.map((size) => ({ width: size, url: `${origin}/files/${fileId}/${size}` })),
    })),
    papers: papersOf(dossier, files).map(({ fileId, kind, title, access, format, bytes }) => ({
      ...{ kind, title, access, format, bytes },
      url: access === 'public' ? `${origin}/files/${fileId}` : null,
    })),
  }
}

function presentSource({ source, reference, asOf, validUntil }: Provenance) {
  return { kind: source, reference, as_of: asOf, valid_until: validUntil }
}

function presentRights({ rights }: Dossier) {
  const { provenance } = rights
  return {
    ownership: rights.ownership,
    ownership_source: presentSource(provenance.ownership),
    tenures: rights.tenures,
    price_kind: rights.priceKind,
    price_kzt: rights.price,
    price_negotiable: rights.priceNegotiable,
    price_source: presentSource(provenance.price),
    idle_since: rights.idleSince,
    idle_since_source: presentSource(provenance.idleSince),
    encumbrance_state: rights.encumbranceState,
    encumbrances: rights.encumbrances,
    encumbrances_source: presentSource(provenance.encumbrances),
    steps: rights.steps.map(({ who, paper, workingDays, costKzt, link }) => ({
      ...{ who, paper },
      working_days: workingDays,
      cost_kzt: costKzt,
      link: link.startsWith('https://') ? link : null,
    })),
  }
}

function presentLand({ land }: Dossier) {
  return {
    plot_ha: land.plotHa,
    free_ha: land.freeHa,
    largest_piece_ha: land.largestPieceHa,
    category: land.category,
    designated_use: land.designatedUse,
    slope_pct: land.slopePct,
    flood: land.flood,
    sanitary_zone_m: land.sanitaryZoneM,
    source: presentSource(land.provenance),
  }
}

function presentTransport({ transport }: Dossier) {
  return {
    road_surface: transport.roadSurface,
    road_width_m: transport.roadWidthM,
    highway: transport.highway,
    highway_km: transport.highwayKm,
    road_source: presentSource(transport.provenance.road),
    rail_access: transport.railAccess,
    rail_km: transport.railKm,
    rail_siding_m: transport.railSidingM,
    rail_condition: transport.railCondition,
    rail_station: transport.railStation,
    station_km: transport.stationKm,
    rail_source: presentSource(transport.provenance.rail),
    airport: transport.airport,
    airport_km: transport.airportKm,
    border_crossing: transport.borderCrossing,
    border_km: transport.borderKm,
  }
}

function presentEnvironment({ environment }: Dossier) {
  return {
    past_activity: environment.pastActivity,
    past_oked: environment.pastOked,
    contamination: environment.contamination,
    hazard_class: environment.hazardClass,
    permits: environment.permits,
    source: presentSource(environment.provenance),
  }
}

/** `source`, `reference`, `as_of`, `valid_until` stand flat, as they did before other groups had sources. */
function presentUtility(utility: Utility) {
  const { source, reference, asOf, validUntil } = utility.provenance
  const { conditions } = utility
  return {
    presence: utility.presence,
    installed: utility.installed,
    used: utility.used,
    reserved: utility.reserved,
    free: capacityToDraw(utility),
    distance_m: utility.distanceM,
    operator: utility.operator,
    voltage_kv: utility.voltageKv,
    substation: utility.substation,
    reliability: utility.reliability,
    pressure_mpa: utility.pressureMpa,
    diameter_mm: utility.diameterMm,
    water_quality: utility.waterQuality,
    wear_pct: utility.wearPct,
    conditions: {
      state: conditions.state,
      number: conditions.number,
      issued_on: conditions.issuedOn,
      valid_until: conditions.validUntil,
      cost_kzt: conditions.costKzt,
    },
    source,
    reference,
    as_of: asOf,
    valid_until: validUntil,
  }
}

function presentBuilding(building: Building) {
  return {
    name: building.name,
    use: building.use,
    total_area_m2: building.totalAreaM2,
    free_area_m2: building.freeAreaM2,
    volume_m3: building.volumeM3,
    year_built: building.yearBuilt,
    floors: building.floors,
    clear_height_m: building.clearHeightM,
    column_grid_m: building.columnGrid,
    floor_load_t_m2: building.floorLoadTM2,
    cranes: building.cranes,
    crane_lift_t: building.craneLiftT,
    crane_count: building.craneCount,
    gate_count: building.gateCount,
    gate_height_m: building.gateHeightM,
    gate_width_m: building.gateWidthM,
    walls: building.walls,
    condition: building.condition,
    wear_pct: building.wearPct,
    asbestos: building.asbestos,
    surveyed_on: building.surveyedOn,
    source: presentSource(building.provenance),
  }
}

/** `added` is in `unit`, null for a work without a quantity; `state` is `missed` from the day after the date on. */
function presentCommitment(commitment: Commitment, today: LocalDate) {
  const utility = utilityKinds.find((kind) => kind === commitment.work)
  return {
    work: commitment.work,
    added: commitment.added,
    unit: utility === undefined ? null : unitOf[utility],
    note: commitment.note,
    due_on: commitment.dueOn,
    programme: commitment.programme,
    budget_kzt: commitment.budgetKzt,
    state: commitmentState(commitment, today),
    source: presentSource(commitment.provenance),
  }
}
