import { utilityKinds, type UtilityKind } from '#app/domain/kernel/quantity'
import type { Building, Dossier, Freshness, SiteKind, Utility, ZoneVerdict } from './model'

/** Days after a confirmation until the data must be confirmed again, is due, and leaves public search (domain.md). */
export const confirmation = { periodDays: 90, noticeDays: 14, graceDays: 30 } as const

const dayMs = 86_400_000

/** Freshness of published data confirmed at `confirmedAt`, as seen at `now`. Never confirmed counts as lapsed. */
export function freshnessOf(confirmedAt: Date | null, now: Date): Freshness {
  if (confirmedAt === null) return 'lapsed'
  const age = (now.getTime() - confirmedAt.getTime()) / dayMs
  if (age <= confirmation.periodDays - confirmation.noticeDays) return 'fresh'
  if (age <= confirmation.periodDays) return 'due'
  if (age <= confirmation.periodDays + confirmation.graceDays) return 'stale'
  return 'lapsed'
}

/**
 * Free capacity of a utility in its unit: the stated free value, else what remains of the installed one,
 * 0 when the utility is absent, null when it is not known. A planned utility has nothing free yet.
 */
export function freeCapacity(utility: Utility): number | null {
  if (utility.presence === 'none' || utility.presence === 'planned') return 0
  if (utility.free !== null) return utility.free
  return remaining(utility)
}

/** Installed − used − reserved, when all three are known; never below 0; else null. */
export function remaining(utility: Utility): number | null {
  if (utility.installed === null || utility.used === null || utility.reserved === null) return null
  return Math.max(0, roundQuantity(utility.installed - utility.used - utility.reserved))
}

/** A sum or difference of quantities without the dust of binary fractions: 0.3 − 0.1 is 0.2. Six decimals stay. */
export function roundQuantity(value: number): number {
  return Math.round(value * 1e6) / 1e6
}

/** Sum over the buildings of the free area, else of the total area; null when no building says either. */
export function floorAreaM2(buildings: readonly Building[]): number | null {
  const areas = buildings.map((building) => building.freeAreaM2 ?? building.totalAreaM2)
  const known = areas.filter((area) => area !== null)
  return known.length === 0 ? null : known.reduce((sum, area) => sum + area, 0)
}

/**
 * Small industrial zone: what follows from the answers given.
 * The oblast akimat decides (Law 242-VI art. 14(3)); tenants are manufacturing SMEs (order 693); area limits and lease
 * terms are not known to us, so nothing is derived from them.
 */
export function zoneVerdict(zone: Dossier['zone']): ZoneVerdict {
  if (zone.manufacturing_tenants === 'no' || zone.holder_consents === 'no') return 'not_eligible'
  if (zone.akimat_decision === 'yes') return 'eligible'
  if (zone.manufacturing_tenants === 'yes' && zone.production_premises === 'yes') return 'eligible_if'
  return 'undetermined'
}

/** A dossier in which nothing is known yet. */
export function emptyDossier(kind: SiteKind): Dossier {
  const text = () => ({ kk: '', ru: '', en: '' })
  return {
    identity: { name: text(), description: text(), address: text(), cadastralNumbers: [], point: null },
    rights: {
      ownership: 'unknown',
      tenures: [],
      priceKind: null,
      price: null,
      priceNegotiable: false,
      idleSince: null,
      encumbrances: text(),
    },
    land: { plotHa: null },
    buildings: kind === 'land' ? [] : [emptyBuilding()],
    utilities: Object.fromEntries(utilityKinds.map((utility) => [utility, unknownUtility()])) as Record<
      UtilityKind,
      Utility
    >,
    transport: {
      roadSurface: 'unknown',
      highwayKm: null,
      highway: '',
      railAccess: 'unknown',
      railKm: null,
      railSidingM: null,
      railStation: '',
    },
    offeredFor: { sectors: [], note: text(), incentives: [] },
    zone: {
      akimat_decision: 'unknown',
      production_premises: 'unknown',
      manufacturing_tenants: 'unknown',
      holder_consents: 'unknown',
    },
    photos: [],
  }
}

export function emptyBuilding(): Building {
  return { totalAreaM2: null, freeAreaM2: null, yearBuilt: null, floors: null, clearHeightM: null, wearPct: null }
}

export function unknownUtility(): Utility {
  return {
    presence: 'unknown',
    installed: null,
    used: null,
    reserved: null,
    free: null,
    distanceM: null,
    operator: '',
    provenance: { source: null, reference: '', asOf: null, validUntil: null },
  }
}
