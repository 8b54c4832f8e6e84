import { parseLocalDate, type LocalDate } from '#app/domain/kernel/local-date'
import { z } from 'zod'

/** Messages are keys of the words. */
const day = z.string('calendar.error.day').transform((text, context): LocalDate => {
  const verdict = parseLocalDate(text.trim())
  if (verdict.ok) return verdict.value
  context.addIssue({ code: 'custom', message: 'calendar.error.day' })
  return z.NEVER
})

const line = (missing: string) =>
  z
    .string(missing)
    .trim()
    .min(3, missing)
    .max(300, 'calendar.error.too_long')
    .regex(/^[^\p{Cc}]*$/u, 'calendar.error.one_line')

/** A day that is worked or not against the reference data; nobody believes it without its reason and source. */
export const OverrideSchema = z.object({
  form: z.uuid('calendar.error.form'),
  date: day,
  working: z.enum(['yes', 'no'], 'calendar.error.working').transform((word) => word === 'yes'),
  reason: line('calendar.error.reason'),
  source: line('calendar.error.source'),
})

export const CalendarOrderSchema = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('remove'), form: z.uuid(), date: day }),
  z.object({ intent: z.literal('undo'), form: z.uuid(), id: z.uuid() }),
])

/** Shape of the columns `CalendarChange.before` and `.after`. */
export const StoredOverrideSchema = z
  .object({ isWorking: z.boolean(), reason: z.string(), source: z.string() })
  .nullable()

/** The year that is looked at, and the day that was chosen in it; what is unreadable is left out. */
export const YearQuerySchema = z.object({
  year: z.coerce.number().int().min(2020).max(2100).optional().catch(undefined),
  day: z.string().max(10).optional().catch(undefined),
  done: z.string().optional(),
})
