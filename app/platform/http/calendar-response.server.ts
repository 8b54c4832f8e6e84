import { attachment } from './attachment'

/** An iCalendar file for one person, never kept by anything between. */
export function calendarResponse({ name, text }: { name: string; text: string }): Response {
  return new Response(text, {
    headers: {
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': attachment(`${name}.ics`),
      'Cache-Control': 'private, no-store',
    },
  })
}
