import type { PdfPart } from '#app/platform/pdf/model'
import type { ContentStack, ContentText, TableCell, TableCellProperties } from 'pdfmake/interfaces'
import type { Print } from './print'

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

/** `isUnknown`: nobody has said it. */
export type PaperFact = { label: string; value: string; isUnknown?: boolean }

export function heading(text: string): PdfPart {
  return { text, bold: true, fontSize: 13, color: colours.ink, margin: [0, 16, 0, 5], headlineLevel: 1 }
}

/** Small grey line under a section: where it comes from, what it leaves open. */
export function remark(text: string): PdfPart {
  return { text, color: colours.muted, fontSize: 8, margin: [0, 4, 0, 0] }
}

export function muted(text: string, fontSize = 9): { text: string; color: string; fontSize: number } {
  return { text, color: colours.muted, fontSize }
}

/** With the 8 points between two columns they fill the page; fixed, so that a long word breaks instead of running out. */
const factWidths = [104, 140, 104, 139]

/** Labels and values, two pairs in a row, and below in one line what nobody has said. */
export function factTable(facts: readonly PaperFact[], print: Print): PdfPart[] {
  const known = facts.filter(({ isUnknown }) => !isUnknown)
  const unknown = facts.filter(({ isUnknown }) => isUnknown).map(({ label }) => label)
  return [
    ...(known.length === 0 ? [] : [knownFacts(known, print.isStale)]),
    ...(unknown.length === 0 ? [] : [remark(print.t('pdf.unknown', { list: unknown.join('; ') }))]),
  ]
}

function knownFacts(facts: readonly PaperFact[], isStale: boolean): PdfPart {
  const cells = facts.map(({ label, value }): TableCell[] => [
    muted(label, 8.5),
    { text: value, color: isStale ? colours.muted : colours.ink },
  ])
  if (cells.length % 2 === 1) cells.push(['', ''])
  const body = Array.from({ length: cells.length / 2 }, (_, row) => [
    ...(cells[row * 2] ?? []),
    ...(cells[row * 2 + 1] ?? []),
  ])
  return { layout: 'rows', table: { widths: factWidths, body, dontBreakRows: body.every(isShort) } }
}

/** Characters of a row that fit on one page even in the narrowest column. */
const mostKeptTogether = 300

/** A row that is kept together and is higher than a page would vanish: one that says much goes on over the page. */
function isShort(row: readonly TableCell[]): boolean {
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
