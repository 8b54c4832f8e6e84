import { no, yes, type Verdict } from './verdict'

const firstWeights = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]
const secondWeights = [3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2]

export type TaxNumber = { kind: 'iin' | 'bin'; digits: string }
export type TaxNumberCode = 'not_twelve_digits' | 'bad_structure' | 'bad_checksum'

/**
 * Number of a person (IIN) or of an organisation (BIN); spaces and dashes are dropped. The fifth digit tells them
 * apart: 4, 5, 6 is a kind of organisation, 0-3 the tens of a birthday (identifiers.json, `iin_bin`).
 * Says `not_twelve_digits`, `bad_structure` (a month or day that does not exist, an unknown kind) or `bad_checksum`.
 * Never ask it of everybody: the law says "if any" (APPC art. 63.2) and foreign investors have none.
 */
export function parseTaxNumber(text: string): Verdict<TaxNumber, TaxNumberCode> {
  const digits = text.replace(/[\s\u00a0-]/g, '')
  if (!/^\d{12}$/.test(digits)) return no('not_twelve_digits')
  const kind = digits.charAt(4) >= '4' ? 'bin' : 'iin'
  if (kind === 'bin' ? !isBinStructure(digits) : !isIinStructure(digits)) return no('bad_structure')
  if (controlDigit(digits) !== Number(digits.charAt(11))) return no('bad_checksum')
  return yes({ kind, digits })
}

/**
 * Control digit for the first 11 digits of an IIN or BIN; null when such a number is never issued.
 * It does not notice every change of one digit: the eleventh weight of the first pass is 11, which is 0 modulo 11, and
 * a change may move a number from one pass to the other.
 */
export function controlDigit(digits: string): number | null {
  const first = weigh(digits, firstWeights)
  if (first < 10) return first
  const second = weigh(digits, secondWeights)
  return second < 10 ? second : null
}

function weigh(digits: string, weights: number[]): number {
  return weights.reduce((sum, weight, index) => sum + weight * Number(digits.charAt(index)), 0) % 11
}

function isIinStructure(digits: string): boolean {
  const century = Number(digits.charAt(6))
  if (century > 6) return false
  const month = Number(digits.slice(2, 4))
  const day = Number(digits.slice(4, 6))
  return month >= 1 && month <= 12 && day >= 1 && day <= 31
}

function isBinStructure(digits: string): boolean {
  const month = Number(digits.slice(2, 4))
  return month >= 1 && month <= 12 && '456'.includes(digits.charAt(4))
}

/** Codes that many data sets still hold, with the code since the regions of 2022 (identifiers.json, `kato.warning`). */
const katoSince2022: Readonly<Record<string, string>> = {
  '352310000': '622010000',
  '352010000': '621810000',
  '351810000': '621010000',
  '632210000': '101810000',
  '192610000': '331810000',
}

/**
 * Code of a place in the classifier KATO and the two digits of its region.
 * Says `not_nine_digits`, or `outdated` with the code that replaced it in 2022 as `params.now`.
 */
export function parseKato(text: string): Verdict<{ code: string; region: string }, 'not_nine_digits' | 'outdated'> {
  const code = text.replace(/[\s\u00a0]/g, '')
  if (!/^\d{9}$/.test(code)) return no('not_nine_digits')
  const now = katoSince2022[code]
  return now === undefined ? yes({ code, region: code.slice(0, 2) }) : no('outdated', { now })
}

/** What was typed, without spaces around it; `isUsual` is false when it deserves a warning. */
export type CadastralNumber = { text: string; isUsual: boolean }

/**
 * Cadastral number, `RR-DDD-QQQ-PPPP` or with colons, a building after it. The format has no source of ours, so an
 * unusual number is taken with a warning and none is refused (identifiers.json, `cadastral_number`).
 */
export function readCadastralNumber(text: string): CadastralNumber {
  const tidy = text.trim().replace(/\s*([-:/])\s*/g, '$1')
  return { text: tidy, isUsual: /^\d{2}[-:]\d{3}[-:]\d{3}[-:]\d{3,5}([:/-].+)?$/.test(tidy) }
}

/**
 * Telephone number as E.164. Brackets, spaces and dashes are dropped; `8 7xx` and a bare `7xx xxx xx xx` are taken for
 * Kazakhstan (`+77…`, identifiers.json, `phone`), `00` for `+`. A number of another country needs its `+`.
 * Says `not_a_phone` for anything else.
 */
export function parsePhone(text: string): Verdict<string, 'not_a_phone'> {
  const bare = text.replace(/[\s\u00a0().\-–]/g, '').replace(/^00/, '+')
  if (/^\+?77\d{9}$/.test(bare)) return yes(`+${bare.replace('+', '')}`)
  if (/^87\d{9}$/.test(bare)) return yes(`+7${bare.slice(1)}`)
  if (/^7\d{9}$/.test(bare)) return yes(`+7${bare}`)
  return /^\+[1-9]\d{7,14}$/.test(bare) ? yes(bare) : no('not_a_phone')
}

/** Public number of a site: code of the town and running number within it. */
export type SiteNumber = { townCode: string; running: number }

/** `BLQ-0042`: the running number has at least four digits. */
export function formatSiteNumber({ townCode, running }: SiteNumber): string {
  return `${townCode}-${String(running).padStart(4, '0')}`
}

/** Parts of a site number, typed in any case. Says `not_a_site_number` for anything that `formatSiteNumber` never writes. */
export function parseSiteNumber(text: string): Verdict<SiteNumber, 'not_a_site_number'> {
  const match = /^([A-Z]{3})-(\d{4,7})$/.exec(text.trim().toUpperCase())
  if (!match?.[1] || !match[2]) return no('not_a_site_number')
  const parts = { townCode: match[1], running: Number(match[2]) }
  const isWritten = parts.running > 0 && formatSiteNumber(parts).endsWith(`-${match[2]}`)
  return isWritten ? yes(parts) : no('not_a_site_number')
}

/** Registration number of an inquiry: year of registration and running number within it. */
export type InquiryNumber = { year: number; running: number }

/** `2026-00318`: the running number has at least five digits. */
export function formatInquiryNumber({ year, running }: InquiryNumber): string {
  return `${year}-${String(running).padStart(5, '0')}`
}

/** Parts of an inquiry number. Says `not_an_inquiry_number` for anything that `formatInquiryNumber` never writes. */
export function parseInquiryNumber(text: string): Verdict<InquiryNumber, 'not_an_inquiry_number'> {
  const match = /^(20\d{2})-(\d{5,8})$/.exec(text.trim())
  if (!match?.[1] || !match[2]) return no('not_an_inquiry_number')
  const parts = { year: Number(match[1]), running: Number(match[2]) }
  const isWritten = parts.running > 0 && formatInquiryNumber(parts).endsWith(`-${match[2]}`)
  return isWritten ? yes(parts) : no('not_an_inquiry_number')
}
