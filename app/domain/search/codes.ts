import { railAccesses, siteKinds, tenures } from '#app/domain/sites/choices'
import type { ZoneVerdict } from '#app/domain/sites/model'
import { zoneChoices } from './model'

/** Codes of verdicts that cannot be asked for; those that can are their position in `zoneChoices` + 1. */
export const zoneCodes = { not_eligible: 0, undetermined: 255 } as const

/** Code of a verdict in the column of zones. */
export function toZoneCode(verdict: ZoneVerdict): number {
  if (verdict === 'undetermined' || verdict === 'not_eligible') return zoneCodes[verdict]
  return zoneChoices.indexOf(verdict) + 1
}

/** The verdict of a code. */
export function fromZoneCode(code: number): ZoneVerdict {
  return zoneChoices[code - 1] ?? (code === zoneCodes.not_eligible ? 'not_eligible' : 'undetermined')
}

/** Bit set of the positions of `values` in `list`; values that are not in it are left out. */
export function toBits<Key>(list: readonly Key[], values: readonly Key[]): number {
  let bits = 0
  for (const value of values) {
    const position = list.indexOf(value)
    if (position !== -1) bits = (bits | (1 << position)) >>> 0
  }
  return bits
}

/** The values of a bit set, in the order of `list`. */
export function fromBits<Key>(list: readonly Key[], bits: number): Key[] {
  return list.filter((_, position) => (bits & (1 << position)) !== 0)
}

/** Codes of zones as they are counted: those of `zoneChoices` and "any other". */
const zoneRanks = zoneChoices.length + 1
const counted = { kind: siteKinds.length, rail: railAccesses.length, zone: zoneRanks, tenures: 1 << tenures.length }

/** How many different offers there can be. */
export const offerCodes = counted.kind * counted.rail * counted.zone * counted.tenures

/** Kind, rail, zone and tenures in one number, so that four facets are counted at once. */
export function toOfferCode(kind: number, rail: number, zone: number, tenureBits: number): number {
  const rank = zone < zoneRanks ? zone : 0
  return kind + counted.kind * (rail + counted.rail * (rank + counted.zone * tenureBits))
}

/** The codes in an offer; the zone is 0 when it cannot be asked for. */
export function fromOfferCode(code: number): { kind: number; rail: number; zone: number; tenureBits: number } {
  const withoutKind = Math.floor(code / counted.kind)
  const withoutRail = Math.floor(withoutKind / counted.rail)
  return {
    kind: code % counted.kind,
    rail: withoutKind % counted.rail,
    zone: withoutRail % counted.zone,
    tenureBits: Math.floor(withoutRail / counted.zone),
  }
}
