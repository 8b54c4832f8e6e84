import { parseLocalDate, startOfDay } from '#app/domain/kernel/local-date'
import { z } from 'zod'
import { FormKey, line, optionalWords, words } from '../schema'
import { visitLengths, visitLimits } from './model'

/** A moment as the browser's own field gives it, `2026-12-03T11:00`, by the clock of Kazakhstan; empty is null. */
const moment = z
  .string()
  .optional()
  .transform((text, context): Date | null => {
    const typed = text?.trim() ?? ''
    if (typed === '') return null
    const [day = '', time = ''] = typed.split('T')
    const date = parseLocalDate(day)
    const clock = /^([01]\d|2[0-3]):([0-5]\d)(:00)?$/.exec(time)
    if (date.ok && clock) return startOfDay(date.value, Number(clock[1]) * 60 + Number(clock[2]))
    context.addIssue({ code: 'custom', message: 'inquiries.error.visit_time_bad' })
    return z.NEVER
  })

/** The form of a proposal; `visit` names the one that is moved. */
export const ProposalSchema = z
  .object({
    form: FormKey,
    visit: z.uuid().optional(),
    time1: moment,
    time2: moment,
    time3: moment,
    minutes: z.coerce
      .number()
      .refine((minutes) => visitLengths.some((length) => length === minutes), 'inquiries.error.visit_length'),
    place: line(visitLimits.place, 'inquiries.error.visit_place'),
    contact: line(visitLimits.contact, 'inquiries.error.visit_contact'),
    text: optionalWords,
  })
  .refine(({ time1, time2, time3 }) => (time1 ?? time2 ?? time3) !== null, {
    path: ['time1'],
    message: 'inquiries.error.visit_time_missing',
  })

export const CancelVisitSchema = z.object({
  form: FormKey,
  visit: z.uuid('inquiries.error.form'),
  text: words(10, 'inquiries.error.reason_short'),
})

const part = z.coerce.number().int().min(1).max(99)

export const AcceptVisitSchema = z.object({
  form: FormKey,
  part,
  visit: z.uuid('inquiries.error.form'),
  time: z.iso.datetime('inquiries.error.visit_choose').transform((text) => new Date(text)),
})

export const OtherTimesSchema = z.object({
  form: FormKey,
  part,
  visit: z.uuid('inquiries.error.form'),
  text: words(5, 'inquiries.error.visit_wishes'),
})

export const VisitIdSchema = z.uuid()
