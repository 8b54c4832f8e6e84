import type { Actor } from '#app/domain/accounts/model'
import { database } from '#app/platform/db/database.server'
import { countInWindow } from '#app/platform/db/count-in-window.server'
import { publicOrigin } from '#app/platform/env/public-origin.server'
import { translator } from '#app/platform/i18n/i18n.server'
import { pathIn, type Language } from '#app/platform/i18n/language'
import { writeCsv, type CsvValue } from '#app/platform/sheets/write-csv.server'
import { streamWorkbook, xlsxType } from '#app/platform/sheets/write-xlsx.server'
import { createHash } from 'node:crypto'
import { presentSite } from '../api'
import type { Criteria, SiteCard } from '../model'
import { findSites, readPlaceNames } from '../queries.server'
import { exportLimit, tableColumns, tableRow, tableTitles, type ExportFormat, type TableWords } from './table'

export type SearchExport = { fileName: string; contentType: string; body: ReadableStream<Uint8Array> }

const windowMs = 60_000
const perWindow = 20
/** A file of so few sites costs no more than a page. */
const fewSites = 1_000

/** The sites that fit the criteria as a file, in the order of the list: at most `exportLimit` of them, public fields only. */
export async function exportSearch(
  actor: Actor,
  criteria: Criteria,
  language: Language,
  format: ExportFormat,
  now = new Date(),
): Promise<SearchExport> {
  const { items } = await findSites(actor, { ...criteria, page: 1, size: exportLimit }, now)
  const hasDemo = items.some((card) => card.isDemo)
  const fileName = `alan-search-${now.toISOString().slice(0, 10)}${hasDemo ? '-demo' : ''}.${format}`
  if (format === 'geojson') {
    return { fileName, contentType: 'application/geo+json', body: streamOf(writeFeatures(items)) }
  }
  const words = await tableWords(actor, language)
  if (format === 'csv') {
    return { fileName, contentType: 'text/csv; charset=utf-8', body: streamOf(writeCsv(asText(items, words))) }
  }
  const sheet = `${translator(language)('search.title')}${hasDemo ? ' (demo)' : ''}`
  return { fileName, contentType: xlsxType, body: streamWorkbook(sheet, tableColumns(), 1, rowsOf(items, words)) }
}

/**
 * Whether this client may take another file of so many sites now: small ones always, large ones twenty a minute. Counted
 * in the database for all nodes; while it is away, what needs no database goes on.
 */
export async function mayExport(_actor: Actor, total: number, address: string, now = new Date()): Promise<boolean> {
  if (total <= fewSites) return true
  const key = `export/${createHash('sha256').update(address).digest('base64url')}`
  const counted = await countInWindow(database(), key, windowMs, now).catch(() => null)
  return counted === null || counted.count <= perWindow
}

async function tableWords(actor: Actor, language: Language): Promise<TableWords> {
  const t = translator(language)
  return {
    language,
    names: await readPlaceNames(actor, language),
    title: (column) => t(`search.export.column.${column}`),
    free: (utility, unit) =>
      t('search.export.free', { name: t(`sites.utility.${utility}`), unit: t(`ui.unit.${unit}`) }),
    choice: (word) => t(word),
    demo: t('ui.state.demo'),
    urlOf: (number) => `${publicOrigin()}${pathIn(language, `/sites/${number}`)}`,
  }
}

async function* rowsOf(items: readonly SiteCard[], words: TableWords) {
  yield tableTitles(words)
  for (const card of items) yield tableRow(card, words)
}

async function* asText(items: readonly SiteCard[], words: TableWords): AsyncGenerator<CsvValue[]> {
  for await (const row of rowsOf(items, words)) {
    yield row.map((value) => (value instanceof Date ? value.toISOString().slice(0, 10) : value))
  }
}

async function* writeFeatures(items: readonly SiteCard[]): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  yield encoder.encode('{"type":"FeatureCollection","features":[')
  for (const [index, card] of items.entries()) {
    const { point, ...properties } = presentSite(card, publicOrigin())
    const geometry = point && { type: 'Point', coordinates: point }
    yield encoder.encode(`${index === 0 ? '' : ','}\n${JSON.stringify({ type: 'Feature', geometry, properties })}`)
  }
  yield encoder.encode('\n]}\n')
}

function streamOf(pieces: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> {
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await pieces.next()
      if (done) controller.close()
      else controller.enqueue(value)
    },
    cancel: async () => void (await pieces.return(undefined)),
  })
}
