import { utilityKinds } from '#app/domain/kernel/quantity'
import { roundQuantity } from '#app/domain/sites/rules'
import type { Dossier, Utility } from '#app/domain/sites/model'
import type { SiteEntry } from './demo-data'
import { moveBy } from './places'

/**
 * A unit of a plant: it stands where the whole stands, has its networks and its history, and a share of its capacity.
 * `place` counts the units from 0.
 */
export function takePart(unit: Dossier, whole: Dossier, { areaM2 }: SiteEntry, place: number): Dossier {
  const [hall] = unit.buildings
  const [main] = whole.buildings
  const area = areaM2 ?? hall?.totalAreaM2 ?? 0
  const wholeArea = whole.buildings.reduce((sum, building) => sum + (building.totalAreaM2 ?? 0), 0)
  const share = wholeArea === 0 ? 0.1 : Math.min(1, area / wholeArea)
  const point = whole.identity.point && moveBy(whole.identity.point, { eastKm: 0.05 * (place + 1), northKm: 0.03 })
  return {
    ...unit,
    identity: { ...unit.identity, address: whole.identity.address, cadastralNumbers: [], point },
    rights: { ...whole.rights, steps: unit.rights.steps, ...priceOf(unit) },
    buildings: hall
      ? [{ ...hall, name: main?.name ?? '', totalAreaM2: area, freeAreaM2: area, yearBuilt: main?.yearBuilt ?? null }]
      : [],
    utilities: Object.fromEntries(
      utilityKinds.map((kind) => [kind, shareOf(whole.utilities[kind], share)]),
    ) as Dossier['utilities'],
    transport: whole.transport,
    environment: whole.environment,
    commitments: [],
  }
}

/** A hall is let by the square metre; what the whole costs says nothing about it. */
function priceOf({ rights }: Dossier): Pick<Dossier['rights'], 'tenures' | 'priceKind' | 'price' | 'priceNegotiable'> {
  const isRent = rights.priceKind === 'rent_m2_month'
  return {
    tenures: ['lease'],
    priceKind: isRent ? 'rent_m2_month' : null,
    price: isRent ? rights.price : null,
    priceNegotiable: true,
  }
}

/** What is free for the unit, rounded down so that the units together never have more than the whole. */
function shareOf(utility: Utility, share: number): Utility {
  const { free } = utility
  const part = free === null ? null : Math.floor(free * share * 10) / 10
  return {
    ...utility,
    ...{ installed: null, used: null, reserved: null },
    free: part === null ? null : roundQuantity(part),
  }
}
