import { parseInquiryNumber } from '#app/domain/kernel/identifiers'
import { z } from 'zod'

/** Cases that can be given away at once. */
export const mostAtOnce = 100

/** A case as a box of the inbox names it: number, part, and who had it; `2026-00318/1/<id or nothing>`. */
const ChosenCaseSchema = z.string().transform((text, context) => {
  const [number = '', part = '', seen = ''] = text.split('/')
  const place = z.coerce.number().int().min(1).max(99).safeParse(part)
  const person = seen === '' ? null : z.uuid().safeParse(seen)
  if (parseInquiryNumber(number).ok && place.success && (person === null || person.success)) {
    return { number, part: place.data, seen: person === null ? null : person.data }
  }
  context.addIssue({ code: 'custom', message: 'spk.assign.error.cases' })
  return z.NEVER
})

const ChosenCases = z.array(ChosenCaseSchema).min(1, 'spk.assign.error.cases').max(mostAtOnce, 'spk.assign.error.many')

/** The choice of `to` that puts cases back on the desk. */
export const backToDesk = 'desk'

export const AssignSchema = z.object({
  form: z.uuid('inquiries.error.form'),
  to: z.union([z.literal(backToDesk).transform(() => null), z.uuid('spk.assign.error.to')], 'spk.assign.error.to'),
  case: ChosenCases,
})

/** The cases that an address names; unreadable ones are left out. */
export function readChosen(query: URLSearchParams) {
  return query
    .getAll('case')
    .slice(0, mostAtOnce)
    .flatMap((text) => {
      const read = ChosenCaseSchema.safeParse(text)
      return read.success ? [read.data] : []
    })
}
