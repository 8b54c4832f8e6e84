import { parseSiteNumber } from '#app/domain/kernel/identifiers'
import { parseLocalDate } from '#app/domain/kernel/local-date'
import { z } from 'zod'
import { longestText } from './model'

/** Lines end in one way, and of the characters that nobody sees only line breaks and tabs stay. */
const words = (missing: string) =>
  z
    .string(missing)
    .transform((text) =>
      text
        .replace(/\r\n?/g, '\n')
        .replace(/[^\P{Cc}\n\t]/gu, '')
        .trim(),
    )
    .pipe(z.string().min(10, missing).max(longestText, 'inquiries.error.too_long'))

/** `BLQ-0042` or `BLQ-0042/utilities.water.free`. Messages are keys of the words. */
const Topic = z.string('spk.akimat.error.about').transform((text, context) => {
  const [site = '', field = ''] = text.split('/')
  if (parseSiteNumber(site).ok && /^[\w.]{0,100}$/.test(field)) return { site, field: field === '' ? null : field }
  context.addIssue({ code: 'custom', message: 'spk.akimat.error.about' })
  return z.NEVER
})

export const AskAkimatSchema = z.object({
  form: z.uuid('inquiries.error.form'),
  about: Topic,
  text: words('spk.akimat.error.text'),
  dueOn: z.string('spk.akimat.error.due').transform((text, context) => {
    const read = parseLocalDate(text)
    if (read.ok) return read.value
    context.addIssue({ code: 'custom', message: 'spk.akimat.error.due' })
    return z.NEVER
  }),
})
export type AskAkimatInput = z.infer<typeof AskAkimatSchema>

export const WithdrawRequestSchema = z.object({ request: z.uuid() })

export const AnswerRequestSchema = z.object({ request: z.uuid(), text: words('akimat.inquiries.error.text') })
