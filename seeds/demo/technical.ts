import { addDays, type LocalDate } from '#app/domain/kernel/local-date'
import { unknownUtility } from '#app/domain/sites/empty-dossier'
import type { UtilityKind } from '#app/domain/kernel/quantity'
import type { TechnicalConditions, Utility } from '#app/domain/sites/model'
import type { Random } from '#seeds/builders/random'
import { inventReference, known } from './provenance'

/** Share of the technical values that the network company told. */
const knownShare = 0.6

type Context = { random: Random; confirmedOn: LocalDate }
type Technical = Partial<Utility>

/** What the network itself is like, where it means something for that utility. */
export function inventTechnical(kind: UtilityKind, utility: Utility, context: Context): Technical {
  if (utility.presence === 'unknown' || utility.presence === 'none') return {}
  const { random } = context
  return {
    ...technicalOf(kind, utility, random),
    ...(kind === 'telecom' || utility.presence === 'planned'
      ? {}
      : { wearPct: known(random, 0.45, random.whole(35, 78), null) }),
    conditions: inventConditions(kind, utility, context),
  }
}

function technicalOf(kind: UtilityKind, { installed, free }: Utility, random: Random): Technical {
  const capacity = installed ?? free ?? 0
  const some = <Value, Blank>(value: Value, blank: Blank) => known(random, knownShare, value, blank)
  switch (kind) {
    case 'electricity':
      return {
        voltageKv: some(voltageFor(capacity, random), null),
        substation: some(`ТП-${random.whole(4, 214)}`, ''),
        reliability: some(random.pick(['II', 'II', 'III'] as const), 'unknown'),
      }
    case 'water':
      return {
        waterQuality: some(random.pick(['potable', 'potable', 'technical', 'both'] as const), 'unknown'),
        pressureMpa: some(random.between(0.2, 0.5, 0.05), null),
        diameterMm: some(capacity > 80 ? random.pick([150, 200, 250]) : random.pick([50, 80, 100]), null),
      }
    case 'sewer':
      return { diameterMm: some(capacity > 80 ? random.pick([250, 300]) : random.pick([150, 200]), null) }
    case 'heat':
      return {
        pressureMpa: some(random.between(0.4, 0.9, 0.1), null),
        diameterMm: some(capacity > 2 ? random.pick([150, 200]) : random.pick([80, 100]), null),
      }
    case 'gas':
      return {
        pressureMpa: some(random.pick([0.003, 0.3, 0.6]), null),
        diameterMm: some(random.pick([57, 89, 108, 159]), null),
      }
    case 'steam':
      return { pressureMpa: some(random.between(0.6, 1.3, 0.1), null) }
    case 'telecom':
      return {}
  }
}

function voltageFor(kw: number, random: Random): number {
  if (kw > 4000) return 35
  return kw > 150 ? random.pick([6, 10]) : 0.4
}

/** Most have none; those that were given last two years, and some have run out. */
function inventConditions(kind: UtilityKind, utility: Utility, { random, confirmedOn }: Context): TechnicalConditions {
  const blank = unknownUtility().conditions
  if (kind === 'telecom') return blank
  const isConnected = utility.presence === 'connected'
  const state = random.weigh<TechnicalConditions['state']>([
    ['unknown', 34],
    ['none', isConnected ? 40 : 20],
    ['requested', isConnected ? 4 : 20],
    ['issued', 24],
  ])
  if (state !== 'issued') return { ...blank, state }
  const issuedOn = addDays(confirmedOn, -random.whole(40, 1100))
  return {
    state,
    number: inventReference(random),
    issuedOn,
    validUntil: addDays(issuedOn, 730),
    costKzt: known(random, 0.4, random.whole(6, 90) * 100_000, null),
  }
}
