import { parseLocalDate, type LocalDate } from '#app/domain/kernel/local-date'
import { parseSiteNumber } from '#app/domain/kernel/identifiers'
import { sectorKeys } from '#app/domain/towns/model'
import { z } from 'zod'

/** Messages are keys of the words. */
const day = z.string('responsibility.error.day').transform((text, context): LocalDate => {
  const verdict = parseLocalDate(text.trim())
  if (verdict.ok) return verdict.value
  context.addIssue({ code: 'custom', message: 'responsibility.error.day' })
  return z.NEVER
})

const optionalDay = z
  .string()
  .optional()
  .transform((text, context): LocalDate | null => {
    if (text === undefined || text.trim() === '') return null
    const verdict = parseLocalDate(text.trim())
    if (verdict.ok) return verdict.value
    context.addIssue({ code: 'custom', message: 'responsibility.error.day' })
    return z.NEVER
  })

const line = (max: number, missing: string) =>
  z
    .string(missing)
    .trim()
    .min(3, missing)
    .max(max, 'responsibility.error.too_long')
    .regex(/^[^\p{Cc}]*$/u, 'responsibility.error.one_line')

const source = line(500, 'responsibility.error.source')
const body = z.string('responsibility.error.body').min(1, 'responsibility.error.body').max(100)

/** Who serves a region from a day on; every change says on which paper it rests. */
export const AssignSchema = z.object({ body, from: day, until: optionalDay, source })
export type AssignInput = z.infer<typeof AssignSchema>

export const AssignSiteSchema = z.object({
  number: z
    .string('responsibility.error.number')
    .trim()
    .toUpperCase()
    .refine((number) => parseSiteNumber(number).ok, 'responsibility.error.number'),
  body,
  from: day,
  until: optionalDay,
  source,
})
export type AssignSiteInput = z.infer<typeof AssignSiteSchema>

/** Ends a row on a day, or takes back one that has not begun. */
export const RowOrderSchema = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('end'), id: z.uuid(), day }),
  z.object({ intent: z.literal('take_back'), id: z.uuid() }),
])
export type RowOrder = z.infer<typeof RowOrderSchema>

const name = line(200, 'responsibility.error.name')

export const ReorganizeSchema = z.discriminatedUnion(
  'kind',
  [
    z.object({
      kind: z.literal('successor'),
      body,
      successor: body,
      day,
      source,
      people: z
        .literal('on')
        .optional()
        .transform((tick) => tick === 'on'),
    }),
    z.object({ kind: z.literal('rename'), body, name_kk: name, name_ru: name, name_en: name, day, source }),
  ],
  'responsibility.error.kind',
)
export type ReorganizeInput = z.infer<typeof ReorganizeSchema>

/** Names of the boxes `desk.<sector>`, each with the ids of the officers who take the sector. */
export function readDeskForm(form: FormData): { sectorKey: string; userId: string }[] {
  return sectorKeys.flatMap((sectorKey) =>
    [...new Set(form.getAll(`desk.${sectorKey}`))]
      .filter((value): value is string => z.uuid().safeParse(value).success)
      .map((userId) => ({ sectorKey, userId })),
  )
}

export const CancelPlanSchema = z.object({ intent: z.literal('cancel'), id: z.uuid() })
