import { parseInquiryNumber } from '#app/domain/kernel/identifiers'
import { parseLocalDate, type LocalDate } from '#app/domain/kernel/local-date'
import { parseTenge } from '#app/domain/kernel/money'
import { parseNumber } from '#app/domain/kernel/quantity'
import { z } from 'zod'
import { declineReasons, missingKinds, officialSteps, reconversions } from './model'
import { FormKey, optionalLine, optionalWords, readBy, words } from './schema'

/** Most workplaces that one contract may bring. Our own bound against slips of the pen. */
const mostJobs = 1_000_000

const reason = words(10, 'inquiries.error.reason_short')

const day = (missing: string) =>
  z.string(missing).transform((text, context): LocalDate => {
    const verdict = parseLocalDate(text.trim())
    if (verdict.ok) return verdict.value
    context.addIssue({ code: 'custom', message: missing })
    return z.NEVER
  })

/** A refusal needs its reason as a code as well, so that refusals can be counted; a contract may say what it brings. */
export const StepSchema = z
  .object({
    form: FormKey,
    step: z.enum(officialSteps, 'inquiries.error.form'),
    reason: z.enum(declineReasons, 'inquiries.error.reason_missing').optional(),
    text: reason,
    contractNumber: optionalLine(60),
    contractOn: readBy(parseLocalDate),
    jobs: readBy((text) => parseNumber(text, { max: mostJobs, decimals: 0 })),
    investmentKzt: readBy(parseTenge),
    reconversion: z
      .enum(reconversions)
      .optional()
      .transform((kind) => kind ?? null),
  })
  .refine(({ step, reason: code }) => step !== 'declined' || code !== undefined, {
    path: ['reason'],
    message: 'inquiries.error.reason_missing',
  })

export const DeficiencySchema = z.object({
  form: FormKey,
  missing: z.array(z.enum(missingKinds)).min(1, 'inquiries.error.missing_none'),
  fixBy: day('inquiries.error.day_missing'),
  text: reason,
})

export const ExtensionSchema = z.object({ form: FormKey, until: day('inquiries.error.day_missing'), text: reason })

/** What the head decides; a refusal needs words, an approval may have the officer's. */
export const ExtensionDecisionSchema = z
  .object({ form: FormKey, decision: z.enum(['approve', 'refuse'], 'inquiries.error.form'), text: optionalWords })
  .refine(({ decision, text }) => decision === 'approve' || (text?.length ?? 0) >= 10, {
    path: ['text'],
    message: 'inquiries.error.refusal_short',
  })

export const DuplicateSchema = z.object({
  form: FormKey,
  of: z
    .string('inquiries.error.number_bad')
    .trim()
    .refine((number) => parseInquiryNumber(number).ok, 'inquiries.error.number_bad'),
  text: optionalWords,
})

export const SpamSchema = z.object({ form: FormKey, text: optionalWords })

export const ReopenSchema = z.object({ form: FormKey, text: optionalWords })

const part = z.coerce.number().int().min(1).max(99)

export const CompletionSchema = z.object({ form: FormKey, part, text: words(10, 'inquiries.error.completion_short') })

export const InvestorReopenSchema = z.object({ form: FormKey, part, text: words(10, 'inquiries.error.again_short') })
