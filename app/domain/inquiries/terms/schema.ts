import { parseLocalDate, type LocalDate } from '#app/domain/kernel/local-date'
import { z } from 'zod'

/** Messages are keys of the words. */
const whole = (min: number, max: number) =>
  z.coerce
    .number('terms.error.number')
    .int('terms.error.number')
    .min(min, 'terms.error.range')
    .max(max, 'terms.error.range')

/** `09:00` as minutes from midnight. */
const minutes = z.string('terms.error.time').transform((text, context): number => {
  const match = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(text.trim())
  if (match) return Number(match[1]) * 60 + Number(match[2])
  context.addIssue({ code: 'custom', message: 'terms.error.time' })
  return z.NEVER
})

const day = z.string('terms.error.day').transform((text, context): LocalDate => {
  const verdict = parseLocalDate(text.trim())
  if (verdict.ok) return verdict.value
  context.addIssue({ code: 'custom', message: 'terms.error.day' })
  return z.NEVER
})

export const PromiseSchema = z
  .object({
    /** The version that the page showed as the newest. */
    newest: z.coerce.number().int().min(0),
    from: day,
    firstAnswerDays: whole(1, 14),
    nextStepDays: whole(1, 14),
    warnPercent: whole(10, 99),
    officeStart: minutes,
    officeEnd: minutes,
    citation: z
      .string('terms.error.citation')
      .trim()
      .min(3, 'terms.error.citation')
      .max(500, 'terms.error.too_long')
      .regex(/^[^\p{Cc}]*$/u, 'terms.error.one_line'),
  })
  // A working day of less than four hours is a slip of the pen.
  .refine(({ officeStart, officeEnd }) => officeEnd - officeStart >= 240, {
    path: ['officeEnd'],
    message: 'terms.error.hours',
  })
export type PromiseForm = z.infer<typeof PromiseSchema>

export const CancelPromiseSchema = z.object({ intent: z.literal('cancel'), version: z.coerce.number().int().min(1) })

/** Minutes from midnight as `09:00`. */
export function sayTime(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
}
