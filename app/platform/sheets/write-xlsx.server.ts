import { writeXlsx, writeXlsxStream, type WriteSheet } from 'hucre/xlsx'

export type XlsxValue = string | number | boolean | Date | null

export type XlsxColumn = {
  /** In characters. */
  width: number
  /** Format of dates and numbers, e.g. yyyy-mm-dd; @ leaves what is typed as it is. */
  format?: string
}

export type XlsxSheet = {
  name: string
  columns: XlsxColumn[]
  rows: XlsxValue[][]
  /** So many rows below are empty, but have the formats of the columns. */
  emptyRows?: number
  frozenRows: number
  /** Drop-downs: `range` such as D3:D10002 takes one of the cells of `source`, such as Lists!$A$2:$A$9. */
  choices: { range: string; source: string }[]
}

export const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** A small workbook with drop-downs. Texts stay texts, whatever they begin with. */
export function writeWorkbook(sheets: XlsxSheet[]): Promise<Uint8Array> {
  return writeXlsx({ sheets: sheets.map(toSheet) })
}

/** A workbook of one sheet, piece by piece: memory does not grow with the rows. Texts stay texts, whatever they begin with. */
export function streamWorkbook(
  name: string,
  columns: XlsxColumn[],
  frozenRows: number,
  rows: AsyncIterable<XlsxValue[]>,
): ReadableStream<Uint8Array> {
  return writeXlsxStream(rows, { name, columns: columns.map(toColumn), freezePane: { rows: frozenRows, columns: 0 } })
}

function toSheet({ name, columns, rows, emptyRows = 0, frozenRows, choices }: XlsxSheet): WriteSheet {
  return {
    name,
    rows: [...rows, ...Array.from({ length: emptyRows }, () => columns.map(() => null))],
    columns: columns.map(toColumn),
    freezePane: { rows: frozenRows, columns: 0 },
    dataValidations: choices.map(({ range, source }) => ({
      type: 'list',
      range,
      formula1: source,
      allowBlank: true,
      showErrorMessage: false,
    })),
  }
}

function toColumn({ width, format }: XlsxColumn) {
  return format === undefined ? { width } : { width, numFmt: format }
}
