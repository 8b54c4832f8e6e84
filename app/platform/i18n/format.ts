import type { TFunction } from 'i18next'
import type { Words } from '#app/locales/words'
import { formatDate, formatDateTime, formatDayAndTime, formatLongDate, formatMonth } from './format-date'
import type { Language } from './language'

export type Unit = keyof Words['ui']['unit']

/** Between a number and what belongs to it, so that a line never breaks there. */
export const nbsp = '\u00a0'

/** Kazakh writes numbers as Russian does; the Russian data is the one that every browser carries. */
const numberLocales: Record<Language, string> = { kk: 'ru-RU', ru: 'ru-RU', en: 'en-GB' }

const numberFormats = new Map<string, Intl.NumberFormat>()

/** `1 250,5` (kk, ru) or `1,250.5` (en), at most `digits` decimals; spaces are no-break ones on every platform. */
export function formatNumber(language: Language, value: number, digits = 2): string {
  const key = `${numberLocales[language]}/${digits}`
  const found =
    numberFormats.get(key) ?? new Intl.NumberFormat(numberLocales[language], { maximumFractionDigits: digits })
  numberFormats.set(key, found)
  return found.format(value).replace(/\s/gu, nbsp)
}

/** Share 0–1 as `86 %` (kk, ru) or `86%` (en), whole percents; never 100 % for less than the whole, nor 0 % for something. */
export function formatPercent(language: Language, share: number): string {
  return `${wholePercent(share)}${language === 'en' ? '' : nbsp}%`
}

/** Interval of two shares, `64–81 %`; one number when both ends read the same. */
export function formatPercentRange(language: Language, low: number, high: number): string {
  const [from, to] = [wholePercent(low), wholePercent(high)]
  return from === to ? formatPercent(language, low) : `${from}–${formatPercent(language, high)}`
}

function wholePercent(share: number): number {
  const rounded = Math.round(share * 100)
  if (share < 1 && rounded >= 100) return 99
  return share > 0 && rounded <= 0 ? 1 : rounded
}

/** Whole tenge in full: `850 ₸`, in English `KZT 850`. */
export function formatMoneyExact(language: Language, tenge: number): string {
  return withCurrency(language, formatNumber(language, tenge))
}

function withCurrency(language: Language, amount: string): string {
  return language === 'en' ? `KZT${nbsp}${amount}` : `${amount}${nbsp}₸`
}

function formatMoney(language: Language, t: TFunction, tenge: number): string {
  const size = Math.abs(tenge)
  if (size >= 999_500_000) return withCurrency(language, large(language, tenge / 1e9, t('ui.amount.billion')))
  if (size >= 1_000_000) return withCurrency(language, large(language, tenge / 1e6, t('ui.amount.million')))
  return formatMoneyExact(language, tenge)
}

function large(language: Language, value: number, word: string): string {
  return `${formatNumber(language, value, Math.abs(value) < 100 ? 1 : 0)}${nbsp}${word}`
}

/** All formats of one language; `t` supplies the words for units, amounts and durations. */
export function makeFormat(language: Language, t: TFunction) {
  const number = (value: number, digits?: number) => formatNumber(language, value, digits)
  return {
    number,
    /** `1 250 кВт` */
    quantity: (value: number, unit: Unit) => `${number(value)}${nbsp}${t(`ui.unit.${unit}`)}`,
    unit: (unit: Unit) => t(`ui.unit.${unit}`),
    percent: (share: number) => formatPercent(language, share),
    percentRange: (low: number, high: number) => formatPercentRange(language, low, high),
    /** `24,5 млн ₸`; below a million in full. */
    money: (tenge: number) => formatMoney(language, t, tenge),
    moneyExact: (tenge: number) => formatMoneyExact(language, tenge),
    /** `12.11.2026`; takes a calendar day `YYYY-MM-DD` or a moment. */
    date: (when: string | Date) => formatDate(language, when),
    longDate: (when: string | Date) => formatLongDate(language, when),
    month: (when: string | Date) => formatMonth(language, when),
    /** `12.11.2026, 14:32` by the clock of Kazakhstan. */
    dateTime: (when: string | Date) => formatDateTime(language, when),
    /** `вт 24.11, 18:00` */
    dayAndTime: (when: string | Date) => formatDayAndTime(language, when),
    /** `5 рабочих дней`, `1,6 рабочего дня` */
    workingDays: (count: number) => t('ui.duration.working_days', { count, value: number(count, 1) }),
    days: (count: number) => t('ui.duration.days', { count, value: number(count, 1) }),
    /** `1,5 МБ`, from bytes. */
    fileSize: (bytes: number) =>
      bytes < 1_000_000
        ? `${number(Math.max(1, bytes / 1000), 0)}${nbsp}${t('ui.amount.kilobyte')}`
        : `${number(bytes / 1_000_000, 1)}${nbsp}${t('ui.amount.megabyte')}`,
  }
}

export type Format = ReturnType<typeof makeFormat>
