import type { SheetRow } from '#app/platform/sheets/model'
import type { Problem } from './model'
import type { Heading } from './heading'
import { problemAt } from './row-reader'

type Range = { text: string; top: number; bottom: number; left: number; right: number }

/** Merged cells of a sheet: only the first of a range has the value, the others look empty. */
export class MergedRanges {
  readonly #ranges: Range[]

  /** Ranges as the spreadsheet writes them, e.g. B2:C3. */
  constructor(texts: readonly string[]) {
    this.#ranges = texts.flatMap((text) => {
      const parts = /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/.exec(text)
      if (!parts?.[1] || !parts[3]) return []
      return [
        { text, top: Number(parts[2]), bottom: Number(parts[4]), left: indexOf(parts[1]), right: indexOf(parts[3]) },
      ]
    })
  }

  /** Notes at the cells of the row that belong to a range and are not its first. */
  problemsIn({ number, cells }: SheetRow, headings: readonly Heading[]): Problem[] {
    return this.#ranges
      .filter(({ top, bottom }) => number >= top && number <= bottom)
      .flatMap((range) =>
        headings
          .filter(({ index }) => isHidden(range, number, index) && (cells[index] ?? null) === null)
          .map((heading) => problemAt(number, heading, 'note', 'merged', { range: range.text })),
      )
  }
}

function isHidden({ top, left, right }: Range, row: number, column: number): boolean {
  return column >= left && column <= right && !(row === top && column === left)
}

function indexOf(letters: string): number {
  return [...letters].reduce((index, letter) => index * 26 + letter.charCodeAt(0) - 64, 0) - 1
}
