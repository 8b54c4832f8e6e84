import { addDays, type LocalDate } from '#app/domain/kernel/local-date'
import { buildingElements, type ConditionGrade } from '#app/domain/sites/choices'
import type { Building } from '#app/domain/sites/model'
import type { Random } from '#seeds/builders/random'
import { details } from './archetype-details'
import type { SiteEntry } from './demo-data'
import { inventProvenance, known, sourceOrNone } from './provenance'

/** Share of the technical values that the akimat knows. */
const knownShare = 0.6

const letters = ['А', 'Б', 'В', 'Г', 'Д'] as const

type Context = { random: Random; archetype: SiteEntry['archetype']; confirmedOn: LocalDate }

/** The invented building with what a technical passport tells beyond its sizes; other than the first serve the first. */
export function describeBuilding(building: Building, index: number, context: Context): Building {
  const { random, archetype, confirmedOn } = context
  const { use, walls } = details[archetype]
  const isHall = index === 0 || use === 'warehouse'
  const surveyedOn = random.chance(0.5) ? addDays(confirmedOn, -random.whole(20, 900)) : null
  return {
    ...building,
    name: `Литер ${letters[index] ?? index + 1}`,
    use: index === 0 ? use : random.pick([use, 'administrative', 'warehouse'] as const),
    volumeM3: inventVolume(random, building),
    walls: known(random, 0.8, random.pick(walls), 'unknown'),
    condition: inventCondition(random, building.wearPct),
    asbestos: inventAsbestos(random, building.yearBuilt),
    surveyedOn,
    ...(isHall ? inventHall(context, building) : {}),
    provenance: sourceOrNone(random, 0.75, () => {
      return { ...inventProvenance(random, confirmedOn, surveyedOn ? ['survey', 'document'] : ['document', 'visual']) }
    }),
  }
}

function inventVolume(random: Random, { totalAreaM2, clearHeightM }: Building): number | null {
  if (totalAreaM2 === null || clearHeightM === null) return null
  const volume = Math.round((totalAreaM2 * clearHeightM * 1.12) / 10) * 10
  return known(random, knownShare, volume, null)
}

/** Elements wear like the building, the roof and the networks first. */
function inventCondition(random: Random, wearPct: number | null): Building['condition'] {
  const wear = wearPct ?? random.whole(45, 70)
  const early: Partial<Record<(typeof buildingElements)[number], number>> = { roof: 10, windows: 14, networks: 12 }
  return Object.fromEntries(
    buildingElements.map((element) => {
      const grade = gradeOf(wear - 12 + (early[element] ?? 0) + random.whole(-8, 8))
      return [element, known(random, 0.7, grade, 'unknown')]
    }),
  ) as Building['condition']
}

function gradeOf(wear: number): ConditionGrade {
  if (wear < 40) return 'good'
  if (wear < 62) return 'fair'
  return wear < 82 ? 'poor' : 'ruined'
}

/** Slate roofs and pipe covers of the time before 1990 are suspected until somebody has looked. */
function inventAsbestos(random: Random, yearBuilt: number | null): Building['asbestos'] {
  if (yearBuilt !== null && yearBuilt >= 1990) return known(random, 0.7, 'none', 'unknown')
  return random.weigh<Building['asbestos']>([
    ['unknown', 46],
    ['suspected', 28],
    ['none', 20],
    ['present', 6],
  ])
}

type Hall = Partial<
  Pick<
    Building,
    'columnGrid' | 'floorLoadTM2' | 'cranes' | 'craneLiftT' | 'craneCount' | 'gateCount' | 'gateHeightM' | 'gateWidthM'
  >
>

function inventHall({ random, archetype }: Context, { totalAreaM2, clearHeightM }: Building): Hall {
  const { hall } = details[archetype]
  if (hall === null) return { cranes: known(random, 0.8, 'none', 'unknown') }
  const hasCrane = random.chance(hall.craneShare) && (clearHeightM ?? 9) >= 6
  const gateCount = Math.min(8, 1 + Math.floor((totalAreaM2 ?? 1000) / 1400))
  const gateHeight = random.between(3, Math.max(3.6, Math.min(5.4, (clearHeightM ?? 5) - 1)), 0.3)
  return {
    columnGrid: known(random, 0.65, random.pick(hall.grids), ''),
    floorLoadTM2: known(random, knownShare, random.between(...hall.floorLoad, 0.5), null),
    ...(hasCrane ? inventCrane(random) : { cranes: known(random, 0.7, 'none', 'unknown') }),
    ...(random.chance(knownShare)
      ? { gateCount, gateHeightM: gateHeight, gateWidthM: known(random, 0.8, random.pick([3, 3.6, 4, 4.2]), null) }
      : {}),
  }
}

function inventCrane(random: Random): Hall {
  return {
    cranes: 'yes',
    craneLiftT: known(random, 0.85, random.pick([3.2, 5, 10, 16, 20]), null),
    craneCount: known(random, 0.8, random.whole(1, 3), null),
  }
}

/** Questions about halls that nobody asks of a school or a clinic. */
export function notForRooms(buildings: readonly Building[], archetype: SiteEntry['archetype']): string[] {
  if (details[archetype].hall !== null) return []
  return buildings.flatMap((_, index) =>
    ['columnGrid', 'floorLoadTM2', 'gateCount'].map((field) => `buildings.${index}.${field}`),
  )
}
