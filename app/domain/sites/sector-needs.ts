import type { UtilityKind } from '#app/domain/kernel/quantity'
import { sectorKeys, type SectorKey } from '#app/domain/towns/model'

/**
 * What investors of a sector ask first: beginnings of the names of fields, entries of lists without their place. Our own
 * judgement from the criteria of the site passport (what each sector cannot start without), no source.
 */
const asked: Record<SectorKey, readonly string[]> = {
  manufacturing: [
    'utilities.electricity',
    'utilities.water',
    'utilities.sewer',
    'utilities.heat',
    'utilities.gas',
    'buildings.totalAreaM2',
    'buildings.freeAreaM2',
    'buildings.clearHeightM',
    'buildings.cranes',
    'buildings.columnGrid',
    'buildings.floorLoadTM2',
    'buildings.condition',
    'transport.railAccess',
    'land.sanitaryZoneM',
    'environment',
    'zone',
  ],
  agriculture: [
    'utilities.water',
    'utilities.sewer',
    'utilities.electricity',
    'utilities.heat',
    'land.plotHa',
    'land.freeHa',
    'land.category',
    'land.slopePct',
    'land.flood',
    'environment.contamination',
    'transport.roadSurface',
  ],
  logistics: [
    'transport',
    'buildings.clearHeightM',
    'buildings.gateCount',
    'buildings.floorLoadTM2',
    'buildings.columnGrid',
    'land.freeHa',
    'land.largestPieceHa',
  ],
  it: ['utilities.telecom', 'utilities.electricity', 'utilities.heat', 'buildings.condition', 'buildings.yearBuilt'],
  tourism: [
    'utilities.water',
    'utilities.sewer',
    'utilities.heat',
    'utilities.telecom',
    'transport.airport',
    'transport.roadSurface',
    'environment.contamination',
    'photos',
    'land.designatedUse',
  ],
  services: ['utilities.water', 'utilities.sewer', 'utilities.heat', 'buildings.condition', 'photos', 'rights.price'],
  science: ['utilities.electricity', 'utilities.telecom', 'utilities.heat', 'buildings.use', 'buildings.asbestos'],
  energy: ['utilities.electricity', 'land.freeHa', 'land.largestPieceHa', 'land.slopePct', 'land.category'],
}

/** Everybody asks this; it says nothing about a sector. */
const askedByAll = ['identity', 'responsible', 'offeredFor']

/**
 * Sectors whose investors ask for the field, those that the site is offered for first; none for what everybody asks.
 */
export function sectorsAsking(field: string, offered: readonly SectorKey[]): SectorKey[] {
  const name = field.replace(/^buildings\.\d+\./, 'buildings.')
  const asks = (sector: SectorKey) =>
    asked[sector].some((start) => name === start || name.startsWith(`${start}.`) || isKilometres(name, start))
  if (askedByAll.some((start) => name.startsWith(start))) return []
  const asking = sectorKeys.filter(asks)
  return [...asking.filter((key) => offered.includes(key)), ...asking.filter((key) => !offered.includes(key))]
}

/** `transport.airportKm` belongs to `transport.airport`. */
function isKilometres(name: string, start: string): boolean {
  return name === `${start}Km`
}

/** Beginnings that the table names, for the test that they lead to fields. */
export function namedStarts(): string[] {
  return [...new Set(Object.values(asked).flat())]
}

/** Weight of each utility in the completeness: what most investors ask for first. Our own judgement, no source. */
export const utilityWeights: Record<UtilityKind, number> = {
  electricity: 3,
  water: 2,
  sewer: 2,
  heat: 2,
  gas: 1,
  steam: 0,
  telecom: 1,
}
