import { parseCoordinates, checkPoint, type LngLat } from '#app/domain/kernel/geo'
import { readCadastralNumber } from '#app/domain/kernel/identifiers'
import type { Localized } from '#app/domain/kernel/localized'
import type { Field, FieldType } from '../fields/field'
import { mostOf, textLimits } from '../limits'
import { cleanText, type FieldReader } from './field-reader'
import { typedText } from './form-fields'

type Of<Type extends FieldType['type']> = Extract<Field, { type: Type }>

/** What the form says in a field; `before` where it says nothing or what it says cannot be taken. */
export function readField(reader: FieldReader, field: Field, before: unknown, incentives: readonly string[]): unknown {
  const { name } = field
  switch (field.type) {
    case 'line':
      return reader.line(name, before as string, field.max)
    case 'text':
      return reader.text(name, before as string, field.max)
    case 'localized_line':
    case 'localized_text':
      return reader.localized(name, before as Localized, field.max, field.type === 'localized_text')
    case 'number':
      return reader.number(name, before as number | null, field) ?? field.emptyMeans ?? null
    case 'money':
      return reader.tenge(name, before as number | null)
    case 'year':
      return readYear(reader, name, before as number | null)
    case 'month':
      return reader.month(name, before as string | null)
    case 'day':
      return reader.day(name, before as string | null, field.mayBeLater)
    case 'box':
      return reader.box(name, before as boolean)
    case 'choice':
      return reader.choice(name, before as string, field.options)
    case 'optional':
      return reader.optional(name, before as string | null, field.options)
    case 'boxes':
      return reader.boxes(name, before as string[], field.options)
    case 'incentives':
      return reader.boxes(name, before as string[], incentives)
    case 'lines':
      return readLines(reader, field, before as string[])
    case 'point':
      return reader.point(name, before as LngLat | null)
    case 'outline':
      return readOutline(reader, name, before as LngLat[] | null)
    case 'link':
      return readLink(reader, name, before as string)
  }
}

const firstYear = 1850

/** The bounds go as texts: a year is not grouped like a number. Next year is allowed for what is being built. */
function readYear(reader: FieldReader, name: string, before: number | null): number | null {
  const last = Number(reader.today.slice(0, 4)) + 1
  const year = reader.number(name, before, { min: firstYear, max: last, isWhole: true })
  const code = reader.faults[name]?.code
  if (code === 'too_small' || code === 'too_large') {
    reader.fail(name, 'bad_year', { min: String(firstYear), max: String(last) })
  }
  return year
}

const longestEntry = 60

/** One entry a line; commas and semicolons part them, too. An unusual cadastral number is taken: the format has no source. */
function readLines(reader: FieldReader, { name, reads, most }: Of<'lines'>, before: string[]): string[] {
  const typed = typedText(reader.fields, name)
  if (typed === null) return before
  const entries = cleanText(typed)
    .split(/[\n,;]/)
    .map((text) => (reads === 'cadastral' ? readCadastralNumber(text).text : text.trim()))
    .filter((text) => text !== '')
  const refuse = (code: 'too_many' | 'too_long' | 'not_oked', max: number) => {
    reader.fail(name, code, { max })
    return before
  }
  if (entries.length > most) return refuse('too_many', most)
  if (entries.some((text) => text.length > longestEntry)) return refuse('too_long', longestEntry)
  if (reads === 'oked' && !entries.every(isOked)) return refuse('not_oked', 0)
  return [...new Set(entries)]
}

/** Division, group or class of OKED: 24, 24.4, 24.44, 24.44.1. */
export function isOked(text: string): boolean {
  return /^\d{2}(\.\d{1,2}(\.\d)?)?$/.test(text)
}

/** Corners as `latitude, longitude`, one a line, without the first one repeated at the end. */
function readOutline(reader: FieldReader, name: string, before: LngLat[] | null): LngLat[] | null {
  const typed = typedText(reader.fields, name)
  if (typed === null) return before
  const rows = typed
    .split('\n')
    .map((row) => row.trim())
    .filter((row) => row !== '')
  if (rows.length === 0) return null
  const corners: LngLat[] = []
  for (const [index, row] of rows.entries()) {
    const verdict = parseCoordinates(row)
    if (!verdict.ok || !checkPoint(verdict.value).ok) {
      reader.fail(name, 'bad_corner', { line: index + 1 })
      return before
    }
    corners.push(verdict.value)
  }
  const [first] = corners
  const last = corners.at(-1)
  if (corners.length > 1 && first && last && first[0] === last[0] && first[1] === last[1]) corners.pop()
  if (corners.length >= 3 && corners.length <= mostOf.outline) return corners
  reader.fail(name, corners.length < 3 ? 'too_few_corners' : 'too_many', { max: mostOf.outline })
  return before
}

/** An https address, or nothing. */
function readLink(reader: FieldReader, name: string, before: string): string {
  const typed = reader.line(name, before, textLimits.link)
  if (typed === '' || typed === before) return typed
  if (/^https:\/\/[^\s]+$/u.test(typed) && URL.canParse(typed)) return typed
  reader.fail(name, 'not_a_link')
  return before
}
