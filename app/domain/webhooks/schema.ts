import { z } from 'zod'
import { webhookKinds } from './model'

/** Messages are keys of the words. Where the address leads is checked by the command, and again at every delivery. */
const url = z
  .string('webhooks.error.url')
  .trim()
  .max(500, 'webhooks.error.too_long')
  .refine((text) => /^https?:\/\/[^\s\p{Cc}]+$/u.test(text) && URL.canParse(text), 'webhooks.error.url')

const kinds = z.array(z.enum(webhookKinds)).default([])

export const NewEndpointSchema = z.object({
  /** Id of the address, made when the form was opened: sent twice it is one. */
  form: z.uuid('webhooks.error.form'),
  organization: z.uuid('webhooks.error.form'),
  url,
  kinds,
})
export type NewEndpoint = z.infer<typeof NewEndpointSchema>

export const EndpointSchema = z.object({ url, kinds })
export type EndpointForm = z.infer<typeof EndpointSchema>

export const EndpointOrderSchema = z.discriminatedUnion('intent', [
  z.object({ intent: z.enum(['switch_on', 'switch_off', 'rotate', 'delete']) }),
  z.object({ intent: z.literal('ping'), form: z.uuid() }),
  z.object({ intent: z.literal('redeliver'), delivery: z.uuid() }),
])

export const EndpointIdSchema = z.uuid()
