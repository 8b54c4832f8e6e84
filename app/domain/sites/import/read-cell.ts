import { parseLocalDate } from '#app/domain/kernel/local-date'
import type { VerdictParams } from '#app/domain/kernel/verdict'
import type { SheetCell } from '#app/platform/sheets/model'
import type { Field, FieldUnit } from '../fields/field'
import type { ProblemCode } from './model'
import { plainNumber, readAmount } from './units'
import { normalWord, type ImportWords } from './words'

/**
 * What a cell says as the form of its field would: the texts of the field, `applies: false` for "does not apply", and
 * `note` for what was made of it; or why it cannot be taken.
 */
export type CellReading =
  | { ok: true; texts: string[]; applies?: false; note?: { code: ProblemCode; params?: VerdictParams } }
  | { ok: false; code: ProblemCode; params?: VerdictParams }

const take = (...texts: string[]): CellReading => ({ ok: true, texts })
const refuse = (code: ProblemCode, params?: VerdictParams): CellReading => ({ ok: false, code, params })

/** Reads a cell that has a value for the field; empty cells are not asked. */
export function readCell(cell: SheetCell, field: Field, words: ImportWords): CellReading {
  if (cell.kind === 'error') return refuse('cell_error', { text: cell.text.slice(0, 40) })
  if (cell.kind === 'formula') return refuse('formula_without_value')
  const word = normalWord(textOfCell(cell))
  if (words.noData.has(word)) return noData(field, words)
  if (words.notApplicable.has(word)) {
    return field.mayNotApply ? { ok: true, texts: [], applies: false } : refuse('does_not_apply_here')
  }
  return readValue(cell, field, words)
}

/** What stands in the cell, as text: numbers without groups, days as YYYY-MM-DD. */
export function textOfCell(cell: SheetCell): string {
  switch (cell.kind) {
    case 'text':
    case 'error':
      return cell.text
    case 'number':
      return plainNumber(cell.number)
    case 'date':
      return cell.date
    case 'boolean':
      return cell.boolean ? 'yes' : 'no'
    case 'formula':
      return ''
  }
}

/** Texts of which Excel makes a date when they look like one, such as 6-12 for the lines of columns. */
const texts = new Set<Field['type']>([
  ...(['line', 'text', 'localized_line', 'localized_text', 'lines', 'link', 'incentives'] as const),
])

function readValue(cell: SheetCell, field: Field, words: ImportWords): CellReading {
  const text = textOfCell(cell)
  if (cell.kind === 'date' && texts.has(field.type)) return refuse('date_for_text', { text })
  // A number has lost the zeros of a code: 24.10 is 24.1 then. Two digits are whole.
  if (cell.kind === 'number' && field.type === 'lines' && !(field.reads === 'oked' && /^\d\d$/.test(text))) {
    return refuse('number_for_code', { text })
  }
  switch (field.type) {
    case 'number':
      return readNumber(cell, field.unit)
    case 'money':
      return readNumber(cell, 'KZT')
    case 'year':
      return take(cell.kind === 'date' ? cell.date.slice(0, 4) : text)
    case 'month':
      return take(readMonth(text))
    case 'day':
      return take(readDay(text))
    case 'choice':
    case 'optional': {
      const code = codeOf(text, field, words)
      return code === null ? refuse('not_a_choice', { text: text.slice(0, 60) }) : take(code)
    }
    case 'boxes':
      return readBoxes(text, field, words)
    case 'incentives':
      return take(
        ...text
          .split(/[;,\n]/)
          .map((part) => part.trim())
          .filter(Boolean),
      )
    case 'box':
      return readBox(normalWord(text), words)
    default:
      return take(text)
  }
}

/** The word for "no data" takes away what was there. */
function noData(field: Field, words: ImportWords): CellReading {
  if (field.type === 'choice') {
    const hasUnknown = field.options.includes('unknown')
    return hasUnknown ? take('unknown') : refuse('not_a_choice', { text: [...words.noData][0] ?? '' })
  }
  return field.type === 'boxes' || field.type === 'incentives' || field.type === 'box' ? take() : take('')
}

function readNumber(cell: SheetCell, unit: FieldUnit | undefined): CellReading {
  // Excel takes "1.2" for the first of February when its language writes dates so.
  if (cell.kind === 'date') return refuse('date_for_number', { text: cell.date })
  if (cell.kind === 'number' && cell.isPercent) return readPercent(cell.number, unit)
  const text = textOfCell(cell)
  if (cell.kind !== 'text') return take(text)
  const amount = readAmount(text, unit)
  if (!amount.ok) return refuse('unknown_unit', { ...amount.params, text: text.slice(0, 40) })
  if (!amount.value.isConverted) return take(amount.value.text)
  const note = {
    code: 'converted' as const,
    params: { text: text.slice(0, 40), value: Number(amount.value.text), unit: unit ?? '' },
  }
  return { ok: true, texts: [amount.value.text], note }
}

/** Excel keeps 35 % as 0.35. */
function readPercent(share: number, unit: FieldUnit | undefined): CellReading {
  const percent = plainNumber(Number((share * 100).toPrecision(12)))
  return unit === 'percent' ? take(percent) : refuse('unknown_unit', { unit: '%', text: `${percent} %` })
}

/** `2024-05`, `05.2024`, `05/2024`, or a day in that month. */
function readMonth(text: string): string {
  const day = readDay(text)
  if (/^\d{4}-\d{2}-\d{2}$/.test(day)) return parseLocalDate(day).ok ? day.slice(0, 7) : text
  const parts = /^(\d{1,2})[./](\d{4})$/.exec(text.trim())
  return parts ? `${parts[2]}-${parts[1]?.padStart(2, '0')}` : text
}

/** `2026-10-28`, `28.10.2026`, `28/10/2026`, `1.2.2026`; with a time of day behind it, too. */
function readDay(text: string): string {
  const day = text.trim().replace(/(?:[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?| г\.?| ж\.?)$/u, '')
  const parts = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/.exec(day)
  return parts ? `${parts[3]}-${parts[2]?.padStart(2, '0')}-${parts[1]?.padStart(2, '0')}` : day
}

type Chosen = Extract<Field, { options: readonly string[] }>

function codeOf(text: string, field: Chosen, words: ImportWords): string | null {
  const word = normalWord(text)
  const code =
    field.options.find((option) => option.toLowerCase() === word) ?? words.choices.get(field.words)?.get(word)
  return code !== undefined && field.options.includes(code) ? code : null
}

function readBoxes(text: string, field: Chosen, words: ImportWords): CellReading {
  const whole = codeOf(text, field, words)
  if (whole !== null) return take(whole)
  const parts = text
    .split(/[;,\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
  const codes = parts.map((part) => codeOf(part, field, words))
  const wrong = codes.indexOf(null)
  if (wrong >= 0) return refuse('not_a_choice', { text: (parts[wrong] ?? '').slice(0, 60) })
  return take(...codes.filter((code) => code !== null))
}

function readBox(word: string, words: ImportWords): CellReading {
  if (words.yes.has(word)) return take('on')
  return words.no.has(word) ? take() : refuse('not_an_answer', { text: word.slice(0, 60) })
}
