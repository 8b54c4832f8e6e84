import { ICalCalendar, ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import type { Language } from '#app/platform/i18n/language'

/** An agreed visit as calendars take it; `revision` grows with every change, so that the entry is replaced. */
export type CalendarVisit = {
  id: string
  revision: number
  isCancelled: boolean
  start: Date
  end: Date
  summary: string
  description: string
  location: string
  /** Full address of the page about it. */
  url: string
  language: Language
}

/** The visit as an iCalendar file (RFC 5545): moments in UTC, so that every program shows them in its own zone. */
export function writeCalendar(visit: CalendarVisit): string {
  const calendar = new ICalCalendar({
    prodId: { company: 'Alan', product: 'Alan', language: visit.language.toUpperCase() },
    method: visit.isCancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH,
  })
  calendar.createEvent({
    id: `visit-${visit.id}@${new URL(visit.url).hostname}`,
    sequence: visit.revision,
    stamp: visit.start,
    start: visit.start,
    end: visit.end,
    summary: visit.summary,
    description: visit.description,
    location: visit.location,
    url: visit.url,
    status: visit.isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  })
  return calendar.toString()
}
