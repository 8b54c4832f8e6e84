import { offeredStates } from '#app/domain/inquiries/templates/model'
import { findTemplateFaults } from '#app/domain/inquiries/templates/rules'
import type { Tx } from '#app/platform/db/client.server'
import { z } from 'zod'
import templatesJson from './answer-templates.json'

const text = z
  .string()
  .min(1)
  .refine((words) => findTemplateFaults(words).length === 0)
const words = z.object({ kk: text, ru: text, en: text })

const TemplatesSchema = z.array(
  z.object({
    key: z.string().regex(/^[a-z][a-z0-9_]*$/),
    position: z.number().int().positive(),
    states: z.array(z.enum(offeredStates)),
    title: words,
    body: words,
  }),
)

/** The file as it is, for its content hash. */
export const answerTemplateFile = templatesJson

/** The templates that come with the product, checked; throws when the file has a mistake. */
export function readAnswerTemplates() {
  return TemplatesSchema.parse(templatesJson)
}

/** Adds the templates that are missing, as their first version. Those that are there belong to the admins. */
export async function writeAnswerTemplates(tx: Tx): Promise<void> {
  await tx.answerTemplate.createMany({
    data: readAnswerTemplates().map(({ key, position, states, title, body }) => ({
      ...{ key, version: 1, position, states },
      ...{ titleKk: title.kk, titleRu: title.ru, titleEn: title.en },
      ...{ bodyKk: body.kk, bodyRu: body.ru, bodyEn: body.en },
    })),
    skipDuplicates: true,
  })
}
