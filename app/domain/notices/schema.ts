import { outboxStatuses } from '#app/domain/notices/model'
import { noticeGroups, rhythms, type NoticeGroup, type Rhythm } from '#app/domain/notices/events'
import { z } from 'zod'

/** Id of a message in an address; anything else has no page. */
export const MessageIdSchema = z.uuid()

/** `?status=` of the outbox page; what is unreadable shows all. */
export const StatusSchema = z.enum(outboxStatuses).nullable().catch(null)

/** What the page of notices can be asked to do: one is read, or all that it showed. */
export const ReadSchema = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('read'), id: z.uuid() }),
  z.object({ intent: z.literal('read_all'), until: z.iso.datetime() }),
])

/** The choices of the form, group by group; a group that was not asked about is left out. */
export function readChoices(form: FormData): Partial<Record<NoticeGroup, Rhythm>> | null {
  const chosen = noticeGroups.filter((group) => form.has(group)).map((group) => [group, form.get(group)])
  const parsed = z.partialRecord(z.enum(noticeGroups), z.enum(rhythms)).safeParse(Object.fromEntries(chosen))
  return parsed.success && chosen.length > 0 ? parsed.data : null
}
