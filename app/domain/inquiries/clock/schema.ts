import { parseLocalDate, type LocalDate } from '#app/domain/kernel/local-date'
import { z } from 'zod'
import { clockKeys, escalationLevels, type EventData, type EventType, type InquiryEvent } from './model'

const nothing = z.object({})
const toBody = z.object({ bodyId: z.string().min(1) })
const localDate = z.string().transform((text, context): LocalDate => {
  const verdict = parseLocalDate(text)
  if (verdict.ok) return verdict.value
  context.addIssue({ code: 'custom', message: verdict.code })
  return z.NEVER
})

const termName = z.object({ clock: z.enum(clockKeys), startedBy: z.number().int() })

/** Shape of the data that each event is stored with. */
const eventDataSchemas: { [Type in EventType]: z.ZodType<EventData[Type]> } = {
  submitted: nothing,
  confirmed: nothing,
  registered: nothing,
  routed: toBody,
  redirected: toBody,
  succeeded: z.object({ bodyId: z.string().min(1) }),
  accepted: nothing,
  message_from_investor: nothing,
  message_from_body: z.object({ isAnswer: z.boolean() }),
  internal_note: nothing,
  marked_deficient: z.object({ fixBy: localDate }),
  deficiency_fixed: nothing,
  returned: nothing,
  extended: z.object({ until: localDate }),
  extension_asked: z.object({ until: localDate }),
  extension_refused: nothing,
  declined: z.object({ reason: z.string().min(1) }),
  visit_proposed: nothing,
  visit_accepted: nothing,
  visit_times_asked: nothing,
  visit_moved: nothing,
  visit_cancelled: nothing,
  offer_made: nothing,
  contracted: nothing,
  closed_no_fit: nothing,
  withdrawn: nothing,
  unreachable: nothing,
  duplicate: nothing,
  spam: nothing,
  reopened: nothing,
  assigned: z.object({ assigneeId: z.string().nullable() }),
  warned: termName,
  breached: termName,
  escalated: termName.extend({ level: z.enum(escalationLevels) }),
  akimat_asked: nothing,
  akimat_answered: nothing,
}

/** Event from a row of the log. Throws when the row is of no known type or lacks its data: the log is ours. */
export function readEvent(row: { sequence: number; at: Date; type: string; data: unknown }): InquiryEvent {
  if (!isEventType(row.type)) throw new RangeError(`unknown event ${row.type}`)
  const data = eventDataSchemas[row.type].parse(row.data)
  return { ...data, sequence: row.sequence, at: row.at, type: row.type } as InquiryEvent
}

function isEventType(type: string): type is EventType {
  return Object.hasOwn(eventDataSchemas, type)
}
