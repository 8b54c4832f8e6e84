import { toLocalDate } from '#app/domain/kernel/local-date'
import { makeCalendar, type CalendarDay, type CalendarDayKind } from '#app/domain/kernel/working-calendar'
import reference from '#seeds/reference/calendar.json'

const kinds: readonly CalendarDayKind[] = ['holiday', 'day_off', 'transfer', 'working_weekend']

function readKind(type: string): CalendarDayKind {
  const kind = kinds.find((known) => known === type)
  if (!kind) throw new Error(`unknown kind of day: ${type}`)
  return kind
}

/** The days of 2026 and 2027 as the reference data hold them. */
export const kazakhDays: CalendarDay[] = Object.values(reference.years).flatMap((year) =>
  year.days.map((day) => ({ date: toLocalDate(day.date), kind: readKind(day.type) })),
)

export const kazakhCalendar = makeCalendar(kazakhDays)
