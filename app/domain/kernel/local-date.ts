import { no, yes, type Verdict } from './verdict'

/** Calendar day `YYYY-MM-DD` in Kazakhstan. Compares and sorts as text. */
export type LocalDate = string & { readonly brand: 'LocalDate' }

/** 1 Monday … 7 Sunday (ISO 8601). */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7

/**
 * The whole country is at UTC+5 since 1 March 2024, without summer time (sla.json, `time.zone`). Moments before that
 * day are read with the same offset: the product did not exist then.
 */
const offsetMs = 5 * 3_600_000
const dayMs = 86_400_000

/** The day written in `text`. Says `not_a_date` for other forms and for days that do not exist (2026-02-29). */
export function parseLocalDate(text: string): Verdict<LocalDate, 'not_a_date'> {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return no('not_a_date')
  const midnight = new Date(`${text}T00:00:00Z`)
  const exists = !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(text)
  return exists ? yes(text as LocalDate) : no('not_a_date')
}

/** The day written in `text`, which a program wrote: throws a RangeError when it is not a date. */
export function toLocalDate(text: string): LocalDate {
  const verdict = parseLocalDate(text)
  if (!verdict.ok) throw new RangeError(`not a date: ${text}`)
  return verdict.value
}

/** The day in Kazakhstan at that moment. */
export function localDateOf(instant: Date): LocalDate {
  return localDateOfUtcMidnight(new Date(instant.getTime() + offsetMs))
}

/** The moment at which the day begins in Kazakhstan; `minutes` are counted from midnight. */
export function startOfDay(date: LocalDate, minutes = 0): Date {
  return new Date(utcMidnightOf(date).getTime() - offsetMs + minutes * 60_000)
}

/** Milliseconds since midnight in Kazakhstan, 0 … 86 399 999. */
export function msOfDay(instant: Date): number {
  const ms = (instant.getTime() + offsetMs) % dayMs
  return ms < 0 ? ms + dayMs : ms
}

/** The day as a `date` column holds it: midnight UTC of the same calendar day. */
export function utcMidnightOf(date: LocalDate): Date {
  return new Date(`${date}T00:00:00Z`)
}

/** The day that a `date` column gave as midnight UTC. */
export function localDateOfUtcMidnight(midnight: Date): LocalDate {
  return midnight.toISOString().slice(0, 10) as LocalDate
}

/** The day `days` later, earlier when negative. */
export function addDays(date: LocalDate, days: number): LocalDate {
  return localDateOfUtcMidnight(new Date(utcMidnightOf(date).getTime() + days * dayMs))
}

/** The same day of the month `months` later, earlier when negative; the last day of a month that is too short. */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const day = utcMidnightOf(date)
  const firstOfMonth = Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + months, 1)
  const nextMonth = Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + months + 1, 1)
  const lastDay = Math.round((nextMonth - firstOfMonth) / dayMs)
  return localDateOfUtcMidnight(new Date(firstOfMonth + (Math.min(day.getUTCDate(), lastDay) - 1) * dayMs))
}

/** Days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return Math.round((utcMidnightOf(to).getTime() - utcMidnightOf(from).getTime()) / dayMs)
}

/** Day of the week, 1 Monday … 7 Sunday. */
export function weekdayOf(date: LocalDate): Weekday {
  return (((utcMidnightOf(date).getUTCDay() + 6) % 7) + 1) as Weekday
}

/** Year of the day. */
export function yearOf(date: LocalDate): number {
  return Number(date.slice(0, 4))
}

/** Order of days for sorting: negative when `left` is earlier. */
export function compareDates(left: LocalDate, right: LocalDate): number {
  return left < right ? -1 : left > right ? 1 : 0
}
