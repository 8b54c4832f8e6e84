import type { LocalDate } from '#app/domain/kernel/local-date'
import { utilityKinds, type UtilityKind } from '#app/domain/kernel/quantity'
import type { Presence } from '#app/domain/sites/choices'
import type { Dossier, Utility } from '#app/domain/sites/model'
import { unknownUtility } from '#app/domain/sites/empty-dossier'
import type { Random } from '#seeds/builders/random'
import type { Archetype } from './demo-data'
import { inventProvenance } from './provenance'

type Context = { random: Random; archetype: Archetype; townName: string; isLand: boolean; confirmedOn: LocalDate }

const steps: Record<UtilityKind, number> = {
  electricity: 10,
  water: 1,
  sewer: 1,
  heat: 0.1,
  gas: 5,
  steam: 0.5,
  telecom: 100,
}

const operatorWords: Record<UtilityKind, string> = {
  electricity: 'Энерго',
  water: 'Су',
  sewer: 'Су',
  heat: 'Жылу',
  gas: 'Газ',
  steam: 'Жылу',
  telecom: 'Байланыс',
}

/** The networks of an invented site: some free, some used up, some absent, some that nobody knows about. */
export function inventUtilities(context: Context): Dossier['utilities'] {
  return Object.fromEntries(utilityKinds.map((kind) => [kind, inventUtility(kind, context)])) as Dossier['utilities']
}

function inventUtility(kind: UtilityKind, context: Context): Utility {
  const { random } = context
  const presence = choosePresence(kind, context)
  if (presence === 'unknown') return unknownUtility()
  if (presence === 'none') {
    return {
      ...unknownUtility(),
      presence,
      distanceM: random.chance(0.5) ? random.between(600, 6000, 100) : null,
      provenance: random.chance(0.6)
        ? inventProvenance(random, context.confirmedOn, ['document', 'visual'])
        : unknownUtility().provenance,
    }
  }
  return {
    ...unknownUtility(),
    presence,
    ...inventCapacity(kind, presence, context),
    distanceM: inventDistance(presence, random),
    operator: random.chance(0.85) ? `${context.townName} ${operatorWords[kind]}` : '',
    provenance: inventProvenance(random, context.confirmedOn, [
      'network_company',
      'network_company',
      'document',
      'survey',
      'visual',
      'estimate',
    ]),
  }
}

function choosePresence(kind: UtilityKind, { random, archetype, isLand }: Context): Presence {
  const rare = kind === 'steam' || (kind === 'gas' && archetype.ranges.gas === null)
  if (rare) {
    return random.weigh<Presence>([
      ['none', 62],
      ['unknown', 30],
      ['planned', 8],
    ])
  }
  if (isLand) {
    return random.weigh<Presence>([
      ['at_boundary', kind === 'electricity' ? 84 : 60],
      ['planned', 14],
      ['unknown', 14],
      ['none', kind === 'electricity' ? 0 : 10],
    ])
  }
  return random.weigh<Presence>([
    ['connected', kind === 'electricity' ? 86 : 66],
    ['at_boundary', 8],
    ['planned', 5],
    ['unknown', kind === 'electricity' ? 4 : 14],
    ['none', kind === 'electricity' ? 0 : 7],
  ])
}

type Capacity = Pick<Utility, 'installed' | 'used' | 'reserved' | 'free'>

/** What is installed splits into used, reserved and free; on some sites only a part of it is known. */
function inventCapacity(kind: UtilityKind, presence: Presence, { random, archetype }: Context): Capacity {
  const [low, high] = capacityRange(kind, archetype)
  const step = steps[kind]
  const installed = Math.max(step, random.between(low, high, step))
  if (presence === 'planned') return { installed, used: null, reserved: null, free: null }
  const used = tidy(installed * random.between(0.05, 0.38, 0.01), step)
  const reserved = random.chance(0.45) ? tidy(installed * random.between(0.05, 0.2, 0.01), step) : 0
  const free = tidy(installed - used - reserved, step)
  return random.weigh<Capacity>([
    [{ installed, used, reserved, free }, 70],
    [{ installed: null, used: null, reserved: null, free }, 14],
    [{ installed, used: null, reserved: null, free: null }, 9],
    [{ installed, used: installed, reserved: 0, free: 0 }, 7],
  ])
}

function capacityRange(kind: UtilityKind, { ranges }: Archetype): readonly [number, number] {
  if (kind === 'telecom') return [100, 1000]
  if (kind === 'steam') return [1, 12]
  return ranges[kind] ?? [20, 200]
}

function inventDistance(presence: Presence, random: Random): number {
  if (presence === 'connected') return random.chance(0.5) ? 0 : random.between(20, 300, 10)
  if (presence === 'at_boundary') return random.between(20, 450, 10)
  return random.between(400, 3500, 100)
}

function tidy(value: number, step: number): number {
  return Number((Math.round(value / step) * step).toFixed(4))
}
