import { parseLocalDate } from '#app/domain/kernel/local-date'
import { z } from 'zod'

/** Messages are keys of the words. */
const day = (missing: string) =>
  z.string(missing).transform((text, context) => {
    const read = parseLocalDate(text)
    if (read.ok) return read.value
    context.addIssue({ code: 'custom', message: missing })
    return z.NEVER
  })

export const AbsenceSchema = z.object({
  form: z.uuid('inquiries.error.form'),
  userId: z.uuid('spk.absence.error.who'),
  firstDay: day('spk.absence.error.day'),
  lastDay: day('spk.absence.error.day'),
  reason: z
    .string()
    .trim()
    .max(200, 'inquiries.error.too_long')
    .regex(/^[^\p{Cc}]*$/u, 'inquiries.error.one_line')
    .optional()
    .transform((text) => text ?? ''),
  standInId: z
    .uuid('spk.absence.error.who')
    .optional()
    .transform((id) => id ?? null),
})
export type AbsenceInput = z.infer<typeof AbsenceSchema>

export const CancelAbsenceSchema = z.object({ absence: z.uuid() })
