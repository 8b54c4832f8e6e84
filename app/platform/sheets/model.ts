/** One cell as it was written, before anybody knows what it should be. */
export type SheetCell = { isFormula?: true } & (
  | { kind: 'text'; text: string }
  /** `isPercent`: it is shown as a percentage, 0.35 as 35 %. */
  | { kind: 'number'; number: number; isPercent?: true }
  /** `date` is YYYY-MM-DD. */
  | { kind: 'date'; date: string }
  | { kind: 'boolean'; boolean: boolean }
  /** What the spreadsheet shows instead of a value, e.g. #DIV/0! */
  | { kind: 'error'; text: string }
  /** A formula whose value nobody has stored in the file. */
  | { kind: 'formula' }
)

/** `number` counts as the spreadsheet does, from 1; rows without a value are left out. */
export type SheetRow = { number: number; cells: (SheetCell | null)[] }

/** What is known before the first row. */
export type SheetFacts = {
  format: 'xlsx' | 'csv'
  /** Name of the sheet that is read; empty for CSV. */
  sheetName: string
  /** Merged ranges that hold more than one cell, e.g. B2:C3, at most 100. */
  merges: string[]
  /** Rows with a cell that is more than a format; for a progress. */
  rows: number
  /** CSV: utf-8, utf-16le, utf-16be or windows-1251; null for a workbook. */
  encoding: string | null
}

export type SheetFault =
  /** Nothing in the file, or no cell with a value. */
  | 'empty'
  | 'not_a_workbook'
  /** .xls of Excel 97-2003, .xlsb or .ods */
  | 'old_format'
  | 'locked'
  /** More than `bytes` when it is unpacked, or more than `entries` parts. */
  | 'too_large'
  | 'too_many_rows'
  | 'too_many_columns'
  /** CSV whose quotation marks do not match. */
  | 'broken_csv'
  | 'too_slow'

export type SheetLimits = {
  /** Rows with a value, the header among them. */
  rows: number
  columns: number
  /** Bytes of all parts of a workbook after unpacking. */
  unpackedBytes: number
  entries: number
  ms: number
}

/** Column as the spreadsheet names it: 0 is A, 26 is AA. */
export function columnName(index: number): string {
  const last = String.fromCharCode(65 + (index % 26))
  return index < 26 ? last : columnName(Math.floor(index / 26) - 1) + last
}
