import { parseInquiryNumber, parsePhone, parseSiteNumber, parseTaxNumber } from '#app/domain/kernel/identifiers'
import { looksLikeName } from '#app/domain/kernel/person-name'
import type { Verdict } from '#app/domain/kernel/verdict'
import { sectorKeys } from '#app/domain/towns/model'
import { z } from 'zod'
import { mostStars } from './rating'

/** Longest texts, in characters. */
export const textLimits = { name: 100, organization: 200, country: 60, title: 140, text: 4000 } as const

/** Sites that one inquiry may ask about. */
export const maxSites = 10

/** Tags of HTML, closed or not: nothing that people write to an office, and nothing that should travel in its letters. */
const markup = /<[/!?]?[a-z][^<>]*>|<!--|<[/]?(?:script|iframe|object|embed|img|svg|style|link|meta)\b/i
const hasNoMarkup = (text: string) => !markup.test(text)

/** Messages are keys of the words. */
export const line = (max: number, missing: string) =>
  z
    .string(missing)
    .trim()
    .min(2, missing)
    .max(max, 'inquiries.error.too_long')
    .regex(/^[^\p{Cc}]*$/u, 'inquiries.error.one_line')
    .refine(hasNoMarkup, 'inquiries.error.markup')

export const optionalLine = (max: number) =>
  z
    .string()
    .trim()
    .max(max, 'inquiries.error.too_long')
    .regex(/^[^\p{Cc}]*$/u, 'inquiries.error.one_line')
    .refine(hasNoMarkup, 'inquiries.error.markup')
    .optional()
    .transform((text) => text || null)

/** Lines end in one way, and of the characters that nobody sees only line breaks and tabs stay. */
export const words = (min: number, missing: string) =>
  z
    .string(missing)
    .transform((text) =>
      text
        .replace(/\r\n?/g, '\n')
        .replace(/[^\P{Cc}\n\t]/gu, '')
        .trim(),
    )
    .pipe(
      z
        .string()
        .min(min, missing)
        .max(textLimits.text, 'inquiries.error.too_long')
        .refine(hasNoMarkup, 'inquiries.error.markup'),
    )

/** Words that may be left out; then they are null. */
export const optionalWords = words(0, 'inquiries.error.form')
  .optional()
  .transform((text) => text || null)

/** An optional value that the kernel reads; its "no" becomes a message of the field. */
export const readBy = <Value>(read: (text: string) => Verdict<Value>) =>
  z
    .string()
    .optional()
    .transform((text, context): Value | null => {
      if (text === undefined || text.trim() === '') return null
      const verdict = read(text)
      if (verdict.ok) return verdict.value
      context.addIssue({ code: 'custom', message: `inquiries.error.${verdict.code}` })
      return z.NEVER
    })

/** Key of an opened form: sent twice it counts once. */
export const FormKey = z.uuid('inquiries.error.form')

const tick = z
  .string()
  .optional()
  .transform((text) => text === 'on')

const SiteNumbers = z
  .array(z.string().trim().toUpperCase().max(20))
  .transform((numbers) => [...new Set(numbers)].filter((number) => parseSiteNumber(number).ok))
  .pipe(z.array(z.string()).min(1, 'inquiries.error.no_site').max(maxSites, 'inquiries.error.many_sites'))

/** The inquiry as it is typed. `website` is a trap that people never see: whoever fills it in is a machine. */
export const SubmitSchema = z.object({
  form: FormKey,
  site: SiteNumbers,
  name: line(textLimits.name, 'inquiries.error.name_missing').pipe(
    z.string().refine(looksLikeName, 'inquiries.error.name_bad'),
  ),
  email: z
    .string('inquiries.error.email_missing')
    .trim()
    .max(254, 'inquiries.error.email_bad')
    .toLowerCase()
    .pipe(z.email('inquiries.error.email_bad')),
  organization: optionalLine(textLimits.organization),
  bin: readBy(parseTaxNumber).transform((number) => number?.digits ?? null),
  phone: readBy(parsePhone),
  country: optionalLine(textLimits.country),
  sector: z
    .enum(sectorKeys)
    .nullish()
    .catch(null)
    .transform((key) => key ?? null),
  title: line(textLimits.title, 'inquiries.error.title_missing').min(5, 'inquiries.error.title_missing'),
  text: words(20, 'inquiries.error.text_short'),
  consent: z.literal('on', 'inquiries.error.consent'),
  /** The brief of the page's address goes along. */
  withBrief: tick,
  /** Sent although it repeats an earlier one. */
  again: tick,
  website: z.string().optional(),
  opened: z.string().max(200).optional(),
})
export type SubmitInput = Omit<z.infer<typeof SubmitSchema>, 'consent' | 'website' | 'opened' | 'withBrief'>

/** Numbers of sites in `?site=`, unreadable ones left out. */
export function readSiteNumbers(params: URLSearchParams): string[] {
  const numbers = params.getAll('site').map((number) => number.trim().toUpperCase())
  return [...new Set(numbers)].filter((number) => parseSiteNumber(number).ok).slice(0, maxSites)
}

/** What changes the list of sites on the form; `add` is a number as it was typed. */
export type SiteEdit = { kind: 'add' | 'remove'; number: string }

/** The button that was pressed, when it was not the one that sends the form. */
export function readSiteEdit(form: FormData): SiteEdit | null {
  const [kind, number = ''] = textOf(form, 'intent').split(':')
  if (kind === 'remove') return { kind, number }
  return kind === 'add' ? { kind, number: textOf(form, 'add').trim().toUpperCase().slice(0, 20) } : null
}

function textOf(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}

/** Secret of a link; anything else opens nothing. */
export const KeySchema = z.string().regex(/^[\w-]{20,100}$/)

/** Reference on the page after sending: the submission key that the inquiry was stored with. */
export const SentSchema = z.string().regex(/^[\w-]{20,100}$/)

export const NumberSchema = z.string().refine((number) => parseInquiryNumber(number).ok)

export const PartRefSchema = z.object({
  number: NumberSchema,
  part: z.coerce.number().int().min(1).max(99),
})

export const InvestorMessageSchema = z.object({
  form: FormKey,
  part: z.coerce.number().int().min(1).max(99),
  text: words(2, 'inquiries.error.message_missing'),
})

/** Without a part the whole inquiry is meant. */
export const WithdrawSchema = z.object({ form: FormKey, part: z.coerce.number().int().min(1).max(99).optional() })

export const RatingSchema = z.object({
  part: z.coerce.number().int().min(1).max(99),
  stars: z.coerce
    .number('inquiries.error.stars_missing')
    .int('inquiries.error.stars_missing')
    .min(1, 'inquiries.error.stars_missing')
    .max(mostStars, 'inquiries.error.stars_missing'),
  text: words(0, 'inquiries.error.form').default(''),
})

export const AcceptSchema = z.object({ form: FormKey })

export const AnswerSchema = z.object({
  form: FormKey,
  text: words(2, 'inquiries.error.message_missing'),
  isAnswer: z
    .literal('on')
    .optional()
    .transform((tick) => tick === 'on'),
})

export const NoteSchema = z.object({ form: FormKey, text: words(2, 'inquiries.error.note_missing') })

export const RedirectSchema = z.object({
  form: FormKey,
  to: z.string('inquiries.error.body_missing').min(1, 'inquiries.error.body_missing').max(100),
  text: words(10, 'inquiries.error.reason_short'),
})

const LocalizedSchema = z.object({ kk: z.string(), ru: z.string(), en: z.string() })

/** What events carry for the history beside the data of the clock; older events may lack any of it. */
export const EventNotesSchema = z
  .object({
    form: z.string().optional(),
    text: z.string().optional(),
    reason: z.string().optional(),
    by: z.string().optional(),
    /** Who the case was given to. */
    to: z.string().optional(),
    body: LocalizedSchema.optional(),
    /** Requirements of an inquiry that are not met, by their codes. */
    missing: z.array(z.string()).optional(),
    /** Number of the inquiry that this one repeats. */
    of: z.string().optional(),
    /** The visit that the event is about, and the moment that was agreed. */
    visit: z.string().optional(),
    startsAt: z.string().optional(),
    outcome: z.record(z.string(), z.union([z.string(), z.number(), z.null()])).optional(),
  })
  .catch({})
export type EventNotes = z.infer<typeof EventNotesSchema>
