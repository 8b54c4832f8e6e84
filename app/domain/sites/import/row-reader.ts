import { parseNumber } from '#app/domain/kernel/quantity'
import type { VerdictParams } from '#app/domain/kernel/verdict'
import { columnName, type SheetCell, type SheetRow } from '#app/platform/sheets/model'
import type { FieldUnit } from '../fields/field'
import type { Problem, ProblemCode, TypedRow } from './model'
import { textOfCell } from './read-cell'
import type { Heading } from './heading'
import { readAmount } from './units'

/** Gathers what the cells of one row say, and what is wrong with them, under the names of the dossier's fields. */
export class RowReader {
  readonly fields = new Map<string, readonly string[]>()
  readonly cells = new Map<string, number>()
  readonly problems: Problem[] = []
  readonly #headings: ReadonlyMap<string, Heading>

  constructor(
    readonly row: SheetRow,
    headings: readonly Heading[],
  ) {
    this.#headings = new Map(headings.map((heading) => [heading.code, heading]))
  }

  /** The cell of a column; null when it is empty or the file has no such column. */
  cell(code: string): SheetCell | null {
    const heading = this.#headings.get(code)
    return heading === undefined ? null : (this.row.cells[heading.index] ?? null)
  }

  /** Text of a cell that a foreign register or an identifying column has; empty when there is none. Names an error value. */
  text(code: string): string {
    const cell = this.cell(code)
    if (cell === null) return ''
    if (cell.kind === 'error') this.fail(code, 'cell_error', { text: cell.text.slice(0, 40) })
    if (cell.kind === 'formula') this.fail(code, 'formula_without_value')
    return cell.kind === 'error' ? '' : textOfCell(cell).trim()
  }

  /** Text of a cell that names something; fails the cell when Excel has made a date of it. */
  name(code: string): string {
    const text = this.text(code)
    if (this.cell(code)?.kind !== 'date') return text
    this.fail(code, 'date_for_text', { text })
    return ''
  }

  /** The number that `text` of a column says, in `unit` (undefined: a bare number); null when it is empty or cannot be read, which fails the cell. */
  amount(code: string, text: string, unit: FieldUnit | undefined): number | null {
    if (text === '') return null
    const amount = readAmount(text, unit)
    if (!amount.ok) {
      this.fail(code, 'unknown_unit', { ...amount.params, text: text.slice(0, 40) })
      return null
    }
    const number = parseNumber(amount.value.text)
    if (!number.ok) {
      this.fail(code, number.code === 'negative' ? 'negative' : 'not_a_number')
      return null
    }
    if (amount.value.isConverted)
      this.note(code, 'converted', { text: text.slice(0, 40), value: number.value, unit: unit ?? '' })
    return number.value
  }

  /** What a field of the dossier gets, and which column it comes from. */
  set(name: string, texts: readonly string[], code: string): void {
    this.fields.set(name, texts)
    this.cells.set(name, this.#headings.get(code)?.index ?? 0)
  }

  fail(code: string, problem: ProblemCode, params?: VerdictParams): void {
    this.problems.push(problemAt(this.row.number, this.#headings.get(code), 'error', problem, params))
  }

  note(code: string, problem: ProblemCode, params?: VerdictParams): void {
    this.problems.push(problemAt(this.row.number, this.#headings.get(code), 'note', problem, params))
  }

  done(identity: Pick<TypedRow, 'number' | 'town' | 'kind' | 'reference'>): TypedRow {
    return { ...identity, fields: this.fields, cells: this.cells, problems: this.problems }
  }
}

export function problemAt(
  rowNumber: number,
  heading: { index: number; text: string } | undefined,
  level: Problem['level'],
  code: ProblemCode,
  params?: VerdictParams,
): Problem {
  const place = { cell: `${columnName(heading?.index ?? 0)}${rowNumber}`, column: heading?.text ?? '' }
  return params === undefined ? { ...place, level, code } : { ...place, level, code, params }
}
