import { outboxStatuses } from '#app/domain/notices/model'
import { z } from 'zod'

/** Id of a message in an address; anything else has no page. */
export const MessageIdSchema = z.uuid()

/** `?status=` of the outbox page; what is unreadable shows all. */
export const StatusSchema = z.enum(outboxStatuses).nullable().catch(null)
