import { no, yes, type Verdict } from './verdict'

/** Networks of a site (domain.md, group 5), in the order in which they are shown. */
export const utilityKinds = ['electricity', 'water', 'sewer', 'heat', 'gas', 'steam', 'telecom'] as const
export type UtilityKind = (typeof utilityKinds)[number]

export type Unit = 'kW' | 'm3_day' | 'Gcal_h' | 'm3_h' | 't_h' | 'Mbit_s'

/** The one unit in which a utility's capacity is stored and asked for. Source: site_passport.json. */
export const unitOf: Record<UtilityKind, Unit> = {
  electricity: 'kW',
  water: 'm3_day',
  sewer: 'm3_day',
  heat: 'Gcal_h',
  gas: 'm3_h',
  steam: 't_h',
  telecom: 'Mbit_s',
}

/**
 * Largest capacity that one site may state. Beyond it somebody mistook the unit (W for kW, litres for m³):
 * 1 GW is a quarter of Ekibastuz GRES-1, more than any plant in a monotown draws. Our own bounds, no source.
 */
export const largestCapacity: Record<UtilityKind, number> = {
  electricity: 1_000_000,
  water: 1_000_000,
  sewer: 1_000_000,
  heat: 5_000,
  gas: 1_000_000,
  steam: 10_000,
  telecom: 1_000_000,
}

export type NumberCode = 'not_a_number' | 'negative' | 'too_small' | 'too_large' | 'too_many_decimals'

export type NumberLimits = { min?: number; max?: number; decimals?: number }

const groupingSpaces = /[\u0020\u00a0\u2007\u2009\u202f]/g
const plain = /^\d+(?:[.,]\d+)?$/
const groupedBySpaces = /^\d{1,3}(?: \d{3})+(?:[.,]\d+)?$/
const groupedByCommas = /^\d{1,3}(?:,\d{3})+\.\d+$|^\d{1,3}(?:,\d{3}){2,}$/
const groupedByDots = /^\d{1,3}(?:\.\d{3})+,\d+$|^\d{1,3}(?:\.\d{3}){2,}$/

/**
 * Number as people in Kazakhstan type it: `1 250,5`, `1250.5`, with ordinary, no-break or thin spaces between groups
 * of three. A single comma is a decimal comma (`0,125` ha is common in land papers), commas before a point are groups.
 * Letters, exponents and half a number are `not_a_number`; anything below zero is `negative`, also when `min` allows it
 * to be small. Without `max` the bound is 10^15, which a double still holds exactly.
 */
export function parseNumber(text: string, limits: NumberLimits = {}): Verdict<number, NumberCode> {
  if (text.length > 60) return no('not_a_number')
  const spaced = text.trim().replace(groupingSpaces, ' ')
  const isNegative = /^[-−–]\s?\d/.test(spaced)
  const digits = isNegative ? spaced.slice(1).trim() : spaced
  const normal = normalize(digits)
  if (normal === null) return no('not_a_number')
  if (isNegative) return no('negative')
  return checkNumber(Number(normal), limits, normal.split('.')[1]?.length ?? 0)
}

/**
 * Capacity of a utility in its unit (`unitOf`). Says no like `parseNumber`; `too_large` names the bound and the unit.
 */
export function parseQuantity(text: string, kind: UtilityKind): Verdict<number, NumberCode> {
  const verdict = parseNumber(text, { max: largestCapacity[kind] })
  if (verdict.ok || verdict.code !== 'too_large') return verdict
  return no('too_large', { max: largestCapacity[kind], unit: unitOf[kind] })
}

function normalize(digits: string): string | null {
  if (groupedBySpaces.test(digits)) return digits.replaceAll(' ', '').replace(',', '.')
  if (groupedByCommas.test(digits)) return digits.replaceAll(',', '')
  if (groupedByDots.test(digits)) return digits.replaceAll('.', '').replace(',', '.')
  return plain.test(digits) ? digits.replace(',', '.') : null
}

function checkNumber(value: number, limits: NumberLimits, decimals: number): Verdict<number, NumberCode> {
  const { min = 0, max = 1e15 } = limits
  if (value > max) return no('too_large', { max })
  if (value < min) return no('too_small', { min })
  if (limits.decimals !== undefined && decimals > limits.decimals) {
    return no('too_many_decimals', { decimals: limits.decimals })
  }
  return yes(value)
}
