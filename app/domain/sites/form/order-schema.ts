import { z } from 'zod'
import { siteKinds } from '../choices'
import { textLimits } from '../limits'
import { cleanText } from './field-reader'

// Messages are keys of the words.

const name = z
  .string()
  .transform((text) => cleanText(text).replace(/\s+/gu, ' ').trim())
  .pipe(z.string().max(textLimits.name, 'sites.error.name_too_long'))
  .default('')

/** The start of a dossier: what it is and what it is called in one language at least. */
export const NewSiteSchema = z
  .object({
    key: z.uuid(),
    townKey: z.string('sites.error.town_missing').min(1, 'sites.error.town_missing').max(60),
    kind: z.enum(siteKinds, 'sites.error.kind_missing'),
    name_kk: name,
    name_ru: name,
    name_en: name,
  })
  .refine((site) => Boolean(site.name_kk || site.name_ru || site.name_en), {
    path: ['name_kk'],
    message: 'sites.error.name_missing',
    // Said together with what else is missing.
    when: () => true,
  })
