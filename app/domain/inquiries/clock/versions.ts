import { localDateOf, type LocalDate } from '#app/domain/kernel/local-date'
import { dayOfArrival } from '#app/domain/kernel/working-calendar'
import type { ClockContext, ClockVersion, InquiryEvent } from './model'

/** The version in force on that day: of those that have begun, the one that began last, then the newest. */
export function versionOn(versions: readonly ClockVersion[], day: LocalDate): ClockVersion | null {
  const begun = versions.filter(({ from }) => from <= day)
  const order = (left: ClockVersion, right: ClockVersion) =>
    left.from < right.from ? 1 : left.from > right.from ? -1 : right.version - left.version
  return begun.sort(order)[0] ?? null
}

/**
 * The context of a case that arrived then, by the versions in force: office hours of the day of arrival, which decide
 * the day of registration; the promise of that day. Both stay with the case, whatever is promised later.
 */
export function contextAt(context: ClockContext, arrivedAt: Date): ClockContext {
  const { dated } = context
  if (dated === undefined || dated.versions.length === 0) return context
  const hours = versionOn(dated.versions, localDateOf(arrivedAt))?.hours ?? dated.hours
  const registeredOn = dayOfArrival(context.calendar, arrivedAt, hours)
  const promise = versionOn(dated.versions, registeredOn)?.promise
  return { ...context, hours, terms: { ...dated.terms, ...promise } }
}

/** The context of the case whose log that is; before it has arrived, the one given. */
export function contextOf(context: ClockContext, events: readonly InquiryEvent[]): ClockContext {
  const arrivals = events.filter(({ type }) => type === 'confirmed' || type === 'registered')
  const first = arrivals.sort((left, right) => left.sequence - right.sequence)[0]
  return first === undefined ? context : contextAt(context, first.at)
}
