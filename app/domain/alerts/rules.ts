import { addDays, localDateOf, msOfDay, type LocalDate } from '#app/domain/kernel/local-date'
import { parseSiteNumber } from '#app/domain/kernel/identifiers'
import { writeCriteria } from '#app/domain/search/address'
import type { Columns } from '#app/domain/search/columns'
import type { Criteria } from '#app/domain/search/model'
import { answerSearch } from '#app/domain/search/rules'
import { limits } from './model'

const hourMs = 3_600_000

/** How long the link that confirms an address works. */
export const confirmHours = 48

/** Letters that confirm an address, in an hour: to one address, and asked for from one place. */
export const hourlyLimits = { email: 3, client: 20 } as const

/** Last moment of a link sent at `now`. */
export function confirmEnd(now: Date): Date {
  return new Date(now.getTime() + confirmHours * hourMs)
}

/** Numbers of sites in a list as the cookie keeps it, in its order; what is no number is left out. */
export function readNumbers(text: string | null): string[] {
  const numbers = (text ?? '').split('.').filter((number) => parseSiteNumber(number).ok)
  return [...new Set(numbers)].slice(0, limits.cookieSites)
}

/** The list with `number` as its newest, or without it; null when there is no room for one more. */
export function changeNumbers(numbers: readonly string[], number: string, isKept: boolean): string[] | null {
  const others = numbers.filter((other) => other !== number)
  if (!isKept) return others
  return others.length < limits.cookieSites ? [number, ...others] : null
}

/** The one way to write down what a search asks for: without the page that is looked at. */
export function watchQuery(criteria: Criteria): string {
  const params = writeCriteria(criteria)
  params.delete('page')
  params.delete('size')
  return params.toString()
}

/** The hour from which a digest of the day goes out, in Almaty. */
const digestHour = 9

/** The day whose digest is due at `now`: today from nine in the morning on, before that yesterday. */
export function digestDay(now: Date): LocalDate {
  const today = localDateOf(now)
  return msOfDay(now) >= digestHour * hourMs ? today : addDays(today, -1)
}

/** Numbers of the sites of a catalogue that a saved search finds: those that meet everything that it asks for. */
export function fittingNumbers(columns: Columns, criteria: Criteria, count: number, now: Date): string[] {
  return answerSearch(columns, { ...criteria, page: 1, size: count }, now).items.map(({ number }) => number)
}
