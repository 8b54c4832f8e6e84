import { buildingElements } from '#app/domain/sites/choices'
import type { Building, Dossier } from '#app/domain/sites/model'
import { factBlock, type FactBlock } from './fact-block'
import type { BuildingView } from './model'
import { joined, named, startSmall, type Voice } from './said'

export function viewLand(dossier: Dossier, voice: Voice, today: string): FactBlock {
  return factBlock(dossier, { group: 'land', provenance: dossier.land.provenance, today }, voice)
}

const transportRows = [
  ['roadSurface', 'roadWidthM'],
  ['highway', 'highwayKm'],
  ['railAccess', 'railKm', 'railSidingM', 'railCondition'],
  ['railStation', 'stationKm'],
  ['airport', 'airportKm'],
  ['borderCrossing', 'borderKm'],
].map((names) => names.map((name) => `transport.${name}`))

export function viewTransport(dossier: Dossier, voice: Voice, today: string): FactBlock {
  const { road, rail } = dossier.transport.provenance
  const moot = mootInTransport(dossier.transport).map((name) => `transport.${name}`)
  const block = factBlock(dossier, { group: 'transport', rows: transportRows, moot, provenance: road, today }, voice)
  const byRail = factBlock(dossier, { group: 'transport', rows: transportRows, provenance: rail, today }, voice).source
  const railLabels = ['railAccess', 'railStation'].map((name) => voice.word(`sites.field.${name}`))
  // Road and rail are told by different papers: what the paper on the rail says stands under the rail.
  const rows = block.rows.map((row) => (byRail && railLabels.includes(row.label) ? { ...row, source: byRail } : row))
  return { ...block, rows }
}

/** What need not be asked: the width of no road, the length of no siding, the way to a railway that is there. */
function mootInTransport({ roadSurface, railAccess }: Dossier['transport']): string[] {
  const hasSiding = railAccess === 'on_site' || railAccess === 'adjacent'
  return [
    ...(roadSurface === 'none' ? ['roadWidthM'] : []),
    ...(hasSiding || railAccess === 'none' ? ['railKm'] : []),
    ...(railAccess === 'none' || railAccess === 'distance' ? ['railSidingM', 'railCondition'] : []),
  ]
}

export function viewEnvironment(dossier: Dossier, voice: Voice, today: string): FactBlock {
  const { provenance } = dossier.environment
  const rows = [['environment.pastActivity', 'environment.pastOked']]
  return factBlock(dossier, { group: 'environment', rows, provenance, today }, voice)
}

const inTable = ['name', 'use', 'totalAreaM2', 'freeAreaM2', 'clearHeightM', 'floors', 'yearBuilt', 'wearPct']
const buildingRows = [
  ['cranes', 'craneCount', 'craneLiftT'],
  ['gateCount', 'gateHeightM', 'gateWidthM'],
]

/** The figures that compare buildings, and everything else that is known of each. */
export function viewBuildings(dossier: Dossier, voice: Voice, today: string): BuildingView[] {
  return dossier.buildings.map((building, index) => {
    const under = `buildings.${index}.`
    const within = (names: readonly string[]) => names.map((name) => under + name)
    const { provenance, use } = building
    const rows = buildingRows.map(within)
    const without = within(inTable)
    const moot = within([
      ...(building.cranes === 'none' ? ['craneLiftT', 'craneCount'] : []),
      ...(building.gateCount === 0 ? ['gateHeightM', 'gateWidthM'] : []),
    ])
    return {
      title: joined([`${voice.format.number(index + 1)}.`, named(building.name)], ' '),
      use: use === 'unknown' ? '' : voice.t(`dossier.choice.building_use.${use}`),
      figures: figuresOf(building, voice),
      more: withoutSilentElements(
        factBlock(dossier, { group: 'buildings', under, rows, without, moot, provenance, today }, voice),
        building,
        voice,
      ),
    }
  })
}

function figuresOf(building: Building, { format }: Voice): (string | null)[] {
  const { totalAreaM2, freeAreaM2, clearHeightM, floors, yearBuilt, wearPct } = building
  return [
    totalAreaM2 === null ? null : format.quantity(totalAreaM2, 'm2'),
    freeAreaM2 === null ? null : format.quantity(freeAreaM2, 'm2'),
    clearHeightM === null ? null : format.quantity(clearHeightM, 'm'),
    floors === null ? null : format.number(floors),
    yearBuilt === null ? null : String(yearBuilt),
    wearPct === null ? null : format.percent(wearPct / 100),
  ]
}

/** When no element of the building was looked at, one word says so instead of six. */
function withoutSilentElements(block: FactBlock, { condition }: Building, voice: Voice): FactBlock {
  if (buildingElements.some((element) => condition[element] !== 'unknown')) return block
  const labels = buildingElements.map((element) => startSmall(voice.word(`dossier.field.condition_${element}`)))
  return {
    ...block,
    unknown: [...block.unknown.filter((label) => !labels.includes(label)), voice.t('facts.condition_of_elements')],
  }
}
