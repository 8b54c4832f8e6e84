import { z } from 'zod'
import { offeredStates } from './model'
import { findTemplateFaults } from './rules'

/** Longest texts, in characters; the body leaves room for what its variables bring. */
export const templateLimits = { title: 100, body: 3000, note: 300 } as const

/** Messages are keys of the words. */
const line = (max: number) =>
  z
    .string('templates.error.missing')
    .trim()
    .min(1, 'templates.error.missing')
    .max(max, 'templates.error.too_long')
    .regex(/^[^\p{Cc}]*$/u, 'templates.error.one_line')

const body = z
  .string('templates.error.missing')
  .transform((text) =>
    text
      .replace(/\r\n?/g, '\n')
      .replace(/[^\P{Cc}\n\t]/gu, '')
      .trim(),
  )
  .pipe(
    z
      .string()
      .min(1, 'templates.error.missing')
      .max(templateLimits.body, 'templates.error.too_long')
      .refine((text) => findTemplateFaults(text).length === 0, 'templates.error.variable'),
  )

export const TemplateSchema = z.object({
  version: z.coerce.number().int().min(0),
  title_kk: line(templateLimits.title),
  title_ru: line(templateLimits.title),
  title_en: line(templateLimits.title),
  body_kk: body,
  body_ru: body,
  body_en: body,
  states: z.array(z.enum(offeredStates)).default([]),
  position: z.coerce
    .number('templates.error.position')
    .int('templates.error.position')
    .min(1, 'templates.error.position')
    .max(999, 'templates.error.position'),
  note: z
    .string()
    .trim()
    .max(templateLimits.note, 'templates.error.too_long')
    .regex(/^[^\p{Cc}]*$/u, 'templates.error.one_line')
    .default(''),
})
export type TemplateForm = z.infer<typeof TemplateSchema>

/** Retiring, offering again, or going back to an earlier version; `version` is the one that the page showed. */
export const TemplateOrderSchema = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('retire'), version: z.coerce.number().int().min(1) }),
  z.object({ intent: z.literal('offer'), version: z.coerce.number().int().min(1) }),
  z.object({
    intent: z.literal('restore'),
    version: z.coerce.number().int().min(1),
    earlier: z.coerce.number().int().min(1),
  }),
])
export type TemplateOrder = z.infer<typeof TemplateOrderSchema>

export const TemplateKeySchema = z.string().regex(/^[a-z][a-z0-9_-]{0,59}$/)
