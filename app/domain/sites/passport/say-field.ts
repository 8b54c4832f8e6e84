import type { Localized } from '#app/domain/kernel/localized'
import type { Field, FieldUnit } from '#app/domain/sites/fields/field'
import type { Provenance } from '#app/domain/sites/model'
import { isSilent, joined, named, startLarge, type Said, type Voice } from './said'

/** A value of the dossier in words; null when it is not known, and for what is not said in words (points, outlines). */
export function sayField(field: Field, value: unknown, voice: Voice): Said | null {
  if (value === null || value === undefined || value === '') return null
  const { t, format, word } = voice
  switch (field.type) {
    case 'number':
      return sayNumber(Number(value), field.unit, voice)
    case 'money':
      return format.moneyExact(Number(value))
    case 'day':
      return format.date(String(value))
    case 'month':
      return format.month(`${String(value)}-01`)
    case 'year':
      return String(value)
    case 'box':
      return value === true ? t('ui.state.yes') : t('ui.state.no')
    case 'choice':
    case 'optional':
      return value === 'unknown' ? null : word(`${field.words}.${String(value)}`)
    case 'boxes':
      return spoken((value as string[]).map((key) => word(`${field.words}.${key}`)).join(', '))
    case 'lines':
      return spoken(named((value as string[]).join(', ')))
    case 'localized_line':
    case 'localized_text':
      return spoken(voice.say(value as Localized))
    case 'line':
    case 'text':
      return named(String(value))
    default:
      return null
  }
}

export function sayNumber(value: number, unit: FieldUnit | undefined, { format }: Voice): string {
  if (unit === undefined) return format.number(value)
  if (unit === 'percent') return format.percent(value / 100)
  if (unit === 'working_day') return format.workingDays(value)
  return format.quantity(value, unit)
}

/** Metres up to a kilometre, kilometres beyond. */
export function sayDistance(metres: number, { format }: Voice): string {
  return metres >= 1000 ? format.quantity(metres / 1000, 'km') : format.quantity(metres, 'm')
}

/** Where a value comes from: kind of source, paper, day, term. `isExpired`: the term was over before `today`. */
export type SourceView = { text: Said; isExpired?: true }

/** Null when nobody said where the value comes from. */
export function saySource(provenance: Provenance, voice: Voice, today: string): SourceView | null {
  const { source, reference, asOf, validUntil } = provenance
  const { t, format } = voice
  if (source === null && reference === '' && asOf === null && validUntil === null) return null
  const isExpired = validUntil !== null && validUntil < today
  const kind = source === null ? '' : startLarge(t(`sites.source.${source}`))
  const text = joined(
    [
      joined([kind, named(reference)], ' '),
      asOf === null ? '' : format.date(asOf),
      validUntil === null
        ? ''
        : t(isExpired ? 'facts.expired_on' : 'facts.valid_until', { date: format.date(validUntil) }),
    ],
    ', ',
  )
  return isExpired ? { text, isExpired } : { text }
}

function spoken(said: Said): Said | null {
  return isSilent(said) ? null : said
}
