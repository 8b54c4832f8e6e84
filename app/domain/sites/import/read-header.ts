import { columnName, type SheetCell, type SheetRow } from '#app/platform/sheets/model'
import { cnigColumns } from './cnig-friches'
import { columnOf, infoColumns } from './columns'
import type { Heading } from './heading'
import type { Layout } from './model'
import { textOfCell } from './read-cell'
import { ukColumns } from './uk-brownfield'
import { normalWord, type ImportWords } from './words'

export type Header =
  | { ok: true; layout: Layout; headings: Heading[]; unknown: { index: number; text: string }[] }
  | { ok: false; code: 'unknown_layout' | 'duplicate_header'; params: Record<string, string> }

/** So many of its own columns make a file one of a foreign layout. */
const enough = 3

/** Recognises the layout by its headings, unless one is chosen. A column that is there twice is refused: nobody knows which one is right. */
export function readHeader(row: SheetRow, chosen: Layout | null, words: ImportWords): Header {
  const texts = row.cells.map((cell) => (cell === null ? '' : textOfCell(cell).trim()))
  const layout = chosen ?? recognise(texts, words)
  if (layout === null) return { ok: false, code: 'unknown_layout', params: {} }
  const headings: Heading[] = []
  const unknown: { index: number; text: string }[] = []
  for (const [index, text] of texts.entries()) {
    if (text === '' || (layout === 'own' && isInfo(text))) continue
    const code = codeOf(text, layout, words)
    if (code === null) unknown.push({ index, text })
    else headings.push({ index, text, code })
  }
  const twice = headings.find(({ code }, at) => headings.findIndex((other) => other.code === code) < at)
  const first = headings.find(({ code }) => code === twice?.code)
  if (twice && first) {
    const [one, other] = [first, twice].map(({ index }) => `${columnName(index)}${row.number}`) as [string, string]
    return { ok: false, code: 'duplicate_header', params: { column: twice.text, first: one, second: other } }
  }
  if (headings.length === 0) return { ok: false, code: 'unknown_layout', params: {} }
  return { ok: true, layout, headings, unknown }
}

/** Whether the row under the codes only says the titles of the columns. */
export function isTitleRow(row: SheetRow, headings: readonly Heading[], words: ImportWords): boolean {
  const titles = headings.filter(({ index, code }) => {
    const cell: SheetCell | null = row.cells[index] ?? null
    return cell?.kind === 'text' && words.titles.get(normalWord(cell.text)) === code
  })
  return titles.length > 0 && titles.length * 2 >= headings.length
}

function isInfo(text: string): boolean {
  return infoColumns.some((code) => code === text)
}

function recognise(texts: string[], words: ImportWords): Layout | null {
  const count = (layout: Layout) => texts.filter((text) => text !== '' && codeOf(text, layout, words) !== null).length
  if (count('uk_brownfield_2017') >= enough) return 'uk_brownfield_2017'
  if (count('cnig_friches_1_0_6') >= enough) return 'cnig_friches_1_0_6'
  return count('own') > 0 ? 'own' : null
}

function codeOf(text: string, layout: Layout, words: ImportWords): string | null {
  if (layout === 'own') return columnOf(text)?.code ?? words.titles.get(normalWord(text)) ?? null
  const columns = layout === 'uk_brownfield_2017' ? ukColumns : cnigColumns
  return columns.find((column) => column.toLowerCase() === text.toLowerCase()) ?? null
}
