import type { Actor } from '#app/domain/accounts/model'
import { localDateOf } from '#app/domain/kernel/local-date'
import { translator } from '#app/platform/i18n/i18n.server'
import type { Language } from '#app/platform/i18n/language'
import { writeCsv } from '#app/platform/sheets/write-csv.server'
import { writeWorkbook, xlsxType } from '#app/platform/sheets/write-xlsx.server'
import { readFigures } from './queries.server'
import type { FigureRow } from './view'

export const figureColumns = [
  'month',
  'person',
  'cases',
  'open',
  'late',
  'breaches',
  'answered',
  'median',
  'ninetieth',
  'promise',
  'law',
  'contracts',
  'jobs',
  'investment',
  'rated',
  'stars',
] as const

export type FiguresFile = { fileName: string; contentType: string; body: Uint8Array }

type Cell = string | number | null

/** The actor's figures by month and person as a table; what nobody knows yet is an empty cell. */
export async function exportFigures(
  actor: Actor,
  language: Language,
  format: 'csv' | 'xlsx',
  now = new Date(),
): Promise<FiguresFile> {
  const t = translator(language)
  const { rows } = await readFigures(actor, now)
  const titles: Cell[] = figureColumns.map((column) => t(`spk.figures.column.${column}`))
  const table = [titles, ...rows.map((row) => cellsOf(row, t('spk.figures.desk')))]
  const fileName = `alan-inquiries-${localDateOf(now)}.${format}`
  if (format === 'csv') {
    return { fileName, contentType: 'text/csv; charset=utf-8', body: await joinCsv(table) }
  }
  const columns = figureColumns.map((column) => ({ width: column === 'person' ? 28 : 14 }))
  const sheet = { name: t('spk.figures.title'), columns, rows: table, frozenRows: 1, choices: [] }
  return { fileName, contentType: xlsxType, body: await writeWorkbook([sheet]) }
}

function cellsOf({ month, name, figures }: FigureRow, desk: string): Cell[] {
  return [
    month,
    name ?? desk,
    ...[figures.cases, figures.open, figures.late, figures.breaches, figures.answered],
    ...[roundTo(figures.medianDays, 10), roundTo(figures.ninetiethDays, 10)],
    ...[roundTo(figures.promiseShare, 1000), roundTo(figures.lawShare, 1000)],
    ...[figures.contracts, figures.jobs, figures.investmentKzt],
    ...[figures.rated, roundTo(figures.stars, 10)],
  ]
}

function roundTo(value: number | null, parts: number): number | null {
  return value === null ? null : Math.round(value * parts) / parts
}

async function joinCsv(table: readonly Cell[][]): Promise<Uint8Array> {
  const pieces: Uint8Array[] = []
  for await (const piece of writeCsv(eachOf(table))) pieces.push(piece)
  return Buffer.concat(pieces)
}

/** The writer takes rows as they come. */
async function* eachOf(table: readonly Cell[][]): AsyncGenerator<Cell[]> {
  for (const row of table) yield await Promise.resolve(row)
}
