import type { PdfPart } from '#app/platform/pdf/model'
import type { ContentStack, ContentText, TableCell, TableCellProperties } from 'pdfmake/interfaces'

/** Colours of the interface on white paper. */
export const colours = {
  ink: '#1b2430',
  muted: '#5a6470',
  accent: '#0f5c7a',
  good: '#1f6b3a',
  bad: '#a3271f',
  attention: '#7a5200',
  attentionGround: '#f8ecd2',
  ground: '#f3f1ec',
} as const

/** Width between the margins, points. */
export const innerWidth = 511

export function heading(text: string): PdfPart {
  return { text, bold: true, fontSize: 13, color: colours.ink, margin: [0, 16, 0, 5], headlineLevel: 1 }
}

/** A heading and, when nobody confirmed in time what stands below it, that nobody did. */
export function section(title: string, stale?: string): PdfPart[] {
  return [heading(title), ...(stale === undefined ? [] : [{ text: stale, bold: true, color: colours.attention }])]
}

/** Values that nobody confirmed in time are grey. */
export function inkOf(stale: string | undefined): string {
  return stale === undefined ? colours.ink : colours.muted
}

/** Small grey line under a section: where it comes from, what it leaves open. */
export function remark(text: string): PdfPart {
  return { text, color: colours.muted, fontSize: 8, margin: [0, 4, 0, 0] }
}

export function muted(text: string, fontSize = 9): { text: string; color: string; fontSize: number } {
  return { text, color: colours.muted, fontSize }
}

/** Characters of a row that fit on one page even in the narrowest column. */
const mostKeptTogether = 300

/** A row that is kept together and is higher than a page would vanish: one that says much goes on over the page. */
export function isShort(row: readonly TableCell[]): boolean {
  return lengthOf(row) <= mostKeptTogether
}

function lengthOf(part: unknown): number {
  if (typeof part === 'string') return part.length
  if (Array.isArray(part)) return part.reduce<number>((sum, piece) => sum + lengthOf(piece), 0)
  if (typeof part !== 'object' || part === null) return 0
  const { text, stack } = part as { text?: unknown; stack?: unknown }
  return lengthOf(text) + lengthOf(stack)
}

type DataTable = { widths: (number | '*')[]; headers: string[]; numeric?: number[]; rows: TableCell[][] }

/** A table whose header comes again on the next page. */
export function dataTable({ widths, headers, numeric = [], rows }: DataTable): PdfPart {
  const header = headers.map((text, column): TableCell => ({
    ...{ text, fontSize: 7, color: colours.muted },
    alignment: numeric.includes(column) ? 'right' : 'left',
  }))
  const dontBreakRows = rows.every(isShort)
  const keepWithHeaderRows = rows[0] !== undefined && isShort(rows[0]) ? 1 : 0
  return {
    layout: 'rows',
    table: { widths, headerRows: 1, keepWithHeaderRows, dontBreakRows, body: [header, ...rows] },
  }
}

/** A cell that is more than a bare text, so that it can be given a border. */
export type Cell = (ContentText | ContentStack) & TableCellProperties

/** A row of a table and, across its whole width below it, what else is to be said of it. */
export function withDetails(cells: readonly Cell[], details: string): TableCell[][] {
  if (details === '') return [[...cells]]
  const open = cells.map((cell) => ({
    ...cell,
    border: [false, true, false, false] as [boolean, boolean, boolean, boolean],
  }))
  const below: TableCell = { ...muted(details, 7.5), colSpan: cells.length, border: [false, false, false, true] }
  return [open, [below, ...cells.slice(1).map(() => '')]]
}

/** A frame with words in it that must not be overlooked. */
export function notice(title: string, text: string): PdfPart {
  const body: PdfPart[] = [{ text: title, bold: true }, ...(text === '' ? [] : [{ text }])]
  return {
    layout: 'framed',
    margin: [0, 8, 0, 0],
    table: { widths: ['*'], body: [[{ stack: body, color: colours.attention, fillColor: colours.attentionGround }]] },
  }
}
