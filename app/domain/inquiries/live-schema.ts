import { z } from 'zod'
import { KeySchema, NumberSchema, PartRefSchema } from './schema'

/** What an open page listens to: its case or inquiry, and for how many milliseconds it may have missed something. */
export const LiveSchema = z
  .object({
    part: z.string().max(30).optional(),
    number: NumberSchema.optional(),
    key: KeySchema.optional(),
    age: z.coerce.number().int().min(0).max(3_600_000).catch(0),
  })
  .transform(({ part, number, key, age }, context) => {
    const [of, sequence] = (part ?? '').split('/')
    const ref = part === undefined ? null : PartRefSchema.safeParse({ number: of, part: sequence })
    if (ref?.success === false) {
      context.addIssue({ code: 'custom', message: 'inquiries.error.form' })
      return z.NEVER
    }
    const inquiry = number === undefined ? null : { number, key: key ?? null }
    return { part: ref?.data ?? null, inquiry, age }
  })
