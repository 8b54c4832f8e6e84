import { localDateOfUtcMidnight, type LocalDate } from '#app/domain/kernel/local-date'
import { makeCalendar } from '#app/domain/kernel/working-calendar'
import type { Db, Tx } from '#app/platform/db/client.server'
import { readClockContext } from '../clock-context.server'
import type { ClockContext } from '../clock/model'

/** The clocks as they run with that day worked, not worked, or as the reference data say (null), all else as stored. */
export async function contextWith(db: Db | Tx, date: LocalDate, isWorking: boolean | null): Promise<ClockContext> {
  const context = await readClockContext()
  const [days, overrides] = await Promise.all([db.calendarDay.findMany(), db.calendarOverride.findMany()])
  const others = overrides
    .map((override) => ({ date: localDateOfUtcMidnight(override.date), isWorking: override.isWorking }))
    .filter((override) => override.date !== date)
  return {
    ...context,
    calendar: makeCalendar(
      days.map((day) => ({ date: localDateOfUtcMidnight(day.date), kind: day.kind })),
      isWorking === null ? others : [...others, { date, isWorking }],
    ),
  }
}
