import type { Localized } from '#app/domain/kernel/localized'
import type { LngLat } from '#app/domain/kernel/geo'
import { writePoint } from '../form/write-form'
import { valueAt } from '../fields/value-at'
import type { ImportColumn } from '../import/columns'
import type { TemplateWords } from '../import/words'
import type { Dossier } from '../model'

/** Value of a cell with its type; a day is a Date at midnight UTC. */
export type CellValue = string | number | boolean | Date | null

/** Words of one language that stand for answers. */
export type AnswerWords = { yes: string; no: string; notApplicable: string }

/** What stands in the column of a field for this dossier; null for what is not known, which the import leaves as it is. */
export function cellOf(
  { code, field, part }: ImportColumn,
  dossier: Dossier,
  words: TemplateWords,
  answers: AnswerWords,
): CellValue {
  if (code === 'latitude') return dossier.identity.point?.[1] ?? null
  if (code === 'longitude') return dossier.identity.point?.[0] ?? null
  if (field === null) return null
  if (field.mayNotApply && dossier.notApplicable.includes(field.name)) return answers.notApplicable
  const value = valueAt(dossier, field.name)
  if (value === undefined || value === null || value === '') return null
  switch (field.type) {
    case 'localized_line':
    case 'localized_text':
      return part === null ? null : (value as Localized)[part] || null
    case 'choice':
    case 'optional':
      return value === 'unknown' ? null : words.choiceOf(field.words, value as string)
    case 'boxes':
      return listOf((value as string[]).map((option) => words.choiceOf(field.words, option)))
    case 'lines':
    case 'incentives':
      return listOf(value as string[])
    case 'box':
      return value === true ? answers.yes : answers.no
    case 'day':
      return new Date(`${value as string}T00:00:00Z`)
    case 'outline':
      return (value as LngLat[]).map(writePoint).join('\n')
    default:
      return value as string | number
  }
}

function listOf(texts: string[]): string | null {
  return texts.length === 0 ? null : texts.join('; ')
}
