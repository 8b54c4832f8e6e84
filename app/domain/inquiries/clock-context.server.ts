import { usualOfficeHours } from '#app/domain/kernel/working-calendar'
import { readCalendar } from '#app/domain/towns/queries.server'
import { usualTerms, type ClockContext } from './clock/model'

/** What the clocks need beside the log. Read it before a transaction begins: it has its own connection. */
export async function readClockContext(): Promise<ClockContext> {
  return { calendar: await readCalendar(), hours: usualOfficeHours, terms: usualTerms }
}
