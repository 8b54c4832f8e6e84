import { addDays, type LocalDate } from '#app/domain/kernel/local-date'
import type { SourceKind } from '#app/domain/sites/choices'
import { noProvenance } from '#app/domain/sites/empty-dossier'
import type { Provenance } from '#app/domain/sites/model'
import type { Random } from '#seeds/builders/random'

/** Days before the confirmation on which a paper may have been written. */
const longestAge = 260

/** Where an invented value is known from: papers have a number, what was only looked at has none. */
export function inventProvenance(
  random: Random,
  confirmedOn: LocalDate,
  sources: readonly SourceKind[],
): Provenance & { asOf: LocalDate } {
  const source = random.pick(sources)
  const asOf = addDays(confirmedOn, -random.whole(0, longestAge))
  const isPaper = source === 'network_company' || source === 'document'
  return {
    source,
    reference: isPaper ? inventReference(random) : '',
    asOf,
    validUntil: source === 'network_company' && random.chance(0.5) ? addDays(asOf, 730) : null,
  }
}

export function inventReference(random: Random): string {
  return `№ ${random.whole(1, 28)}-${random.whole(1, 12)}/${random.whole(20, 960)}`
}

/** The value as often as `share` says, else what stands for not knowing. */
export function known<Value, Blank>(random: Random, share: number, value: Value, blank: Blank): Value | Blank {
  return random.chance(share) ? value : blank
}

/** Nothing is known about where from, as often as the sources of an akimat are lost. */
export function sourceOrNone(random: Random, share: number, provenance: () => Provenance): Provenance {
  return random.chance(share) ? provenance() : noProvenance()
}
