import { parseNumber, type NumberCode } from './quantity'
import { no, yes, type Verdict } from './verdict'

/** Whole tenge (KZT). Tiyn are not used in prices of property, so money is an integer everywhere. */
export type Tenge = number

/** 10^14 ₸: a hundred times the largest industrial project of the country, still exact in a double. Our own bound. */
export const largestTenge = 100_000_000_000_000

export type TengeCode = Exclude<NumberCode, 'too_small' | 'too_many_decimals'> | 'not_whole'

/**
 * Amount in whole tenge, typed like any number (`1 250 000`), with or without the sign `₸` after it.
 * Says `not_whole` for tiyn, else no like `parseNumber`.
 */
export function parseTenge(text: string): Verdict<Tenge, TengeCode> {
  const verdict = parseNumber(text.replace(/\s*₸\s*$/u, ''), { max: largestTenge })
  if (verdict.ok) return Number.isInteger(verdict.value) ? yes(verdict.value) : no('not_whole')
  if (verdict.code === 'too_small' || verdict.code === 'too_many_decimals') return no('not_a_number')
  return no(verdict.code, verdict.params)
}
