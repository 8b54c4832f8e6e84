import type { NoticeEvent } from '#app/domain/notices/events'
import type { Words } from '#app/domain/notices/letter'
import type { NoticeFacts } from '#app/domain/notices/model'
import { oneLine } from '#app/domain/notices/rules'

/** What happened, in one sentence of the reader's language. Names and titles are cut, never trusted to end. */
export function sayNotice(event: NoticeEvent, facts: NoticeFacts, { t, format, say }: Words): string {
  const { number = '', title = '', by = '', site, body, field, day, at, count = 0, step } = facts
  const words = {
    number: oneLine(number, 40),
    title: oneLine(title, 100),
    by: oneLine(by, 100),
    site: site ? say(site) : '',
    body: body ? say(body) : '',
    field: field ? say(field) : '',
    day: day === undefined ? '' : format.longDate(day),
    at: at === undefined ? '' : format.dateTime(at),
  }
  // The sentences of this list end without a full stop; those of letters have one.
  if (event === 'own_step')
    return oneLine(t(`notices.inquiry_state.intro_of.${step ?? 'accepted'}`, words), 500).replace(/\.$/, '')
  if (event === 'sites_submitted' || event === 'sites_to_confirm' || event === 'cases_assigned')
    return oneLine(t(`notices.event.${event}`, { ...words, count }), 500)
  return oneLine(t(`notices.event.${event}`, words), 500)
}
