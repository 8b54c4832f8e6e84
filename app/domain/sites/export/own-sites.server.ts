import type { Actor } from '#app/domain/accounts/model'
import { database } from '#app/platform/db/database.server'
import { translator } from '#app/platform/i18n/i18n.server'
import type { Language } from '#app/platform/i18n/language'
import { writeCsv, type CsvValue } from '#app/platform/sheets/write-csv.server'
import { streamWorkbook, xlsxType, type XlsxColumn } from '#app/platform/sheets/write-xlsx.server'
import { openStates } from '../commands/own-version.server'
import { importColumns, infoColumns, type ImportColumn } from '../import/columns'
import { templateWords } from '../import/import-words.server'
import type { FieldType } from '../fields/field'
import { parseDossier } from '../schema'
import { visibleTo } from '../visible-to.server'
import { cellOf, type CellValue } from './cell-values'

export const exportFormats = ['xlsx', 'csv'] as const
export type ExportFormat = (typeof exportFormats)[number]

/** Sites that are in memory at once. */
const AT_ONCE = 200

export type Export = { fileName: string; contentType: string; body: ReadableStream<Uint8Array> }

/**
 * All sites of the actor's territory as they stand in the work: the open version, else the public one. The first row has the
 * codes of the columns, so that the table can be imported again; a workbook has their titles in the second.
 */
export async function exportOwnSites(
  actor: Actor,
  language: Language,
  format: ExportFormat,
  now = new Date(),
): Promise<Export> {
  const demo = { AND: [visibleTo(actor), { isDemo: true, endedAt: null }] }
  const hasDemo = (await database().site.count({ where: demo })) > 0
  const fileName = `alan-sites-${now.toISOString().slice(0, 10)}${hasDemo ? '-demo' : ''}.${format}`
  const codes = [...importColumns.map(({ code }) => code), ...infoColumns]
  if (format === 'csv') {
    const body = streamOf(writeCsv(asText(prepend([codes], rowsOf(actor, language)))))
    return { fileName, contentType: 'text/csv; charset=utf-8', body }
  }
  const t = translator(language)
  const titles = [
    ...importColumns.map(({ code }) => templateWords(language).titleOf(code)),
    ...infoColumns.map((code) => t(`imports.info.${code}`)),
  ]
  const name = t(hasDemo ? 'imports.sheet.demo' : 'imports.sheet.data')
  const columns = [...importColumns.map(widthOf), ...infoColumns.map(() => ({ width: 14 }))]
  return {
    fileName,
    contentType: xlsxType,
    body: streamWorkbook(name, columns, 2, prepend([codes, titles], rowsOf(actor, language))),
  }
}

/** Short texts: Excel would make a date of 6-12 and a number of 24.10. */
const asTyped = new Set<FieldType['type']>(['line', 'localized_line', 'lines', 'month'])

export function widthOf({ field, part }: ImportColumn): XlsxColumn {
  const width = part === null ? 16 : 32
  if (field?.type === 'day') return { width: 12, format: 'yyyy-mm-dd' }
  return field !== null && asTyped.has(field.type) ? { width, format: '@' } : { width }
}

async function* rowsOf(actor: Actor, language: Language): AsyncGenerator<CellValue[]> {
  const t = translator(language)
  const words = templateWords(language)
  const answers = {
    yes: t('imports.word.yes'),
    no: t('imports.word.no'),
    notApplicable: t('imports.word.not_applicable'),
  }
  const towns = new Map(
    (await database().town.findMany()).map((town) => [
      town.key,
      { kk: town.nameKk, ru: town.nameRu, en: town.nameEn }[language],
    ]),
  )
  let after = ''
  for (;;) {
    const sites = await readPage(actor, after)
    for (const site of sites) {
      const version = site.versions[0] ?? site.publishedVersion
      if (!version) continue
      const dossier = parseDossier(version.dossier)
      const own = { number: site.number, town: towns.get(site.townKey) ?? site.townKey, kind: words.kindOf(site.kind) }
      const info = [
        t(`sites.status.${site.status}`),
        site.confirmedAt?.toISOString().slice(0, 10) ?? null,
        site.isDemo ? t('imports.word.yes') : null,
      ]
      yield [
        ...importColumns.map((column) => ownOf(column.code, own) ?? cellOf(column, dossier, words, answers)),
        ...info,
      ]
    }
    const last = sites.at(-1)
    if (sites.length < AT_ONCE || last === undefined) return
    after = last.number
  }
}

function readPage(actor: Actor, after: string) {
  return database().site.findMany({
    where: { AND: [visibleTo(actor), { number: { gt: after }, endedAt: null }] },
    orderBy: { number: 'asc' },
    take: AT_ONCE,
    include: {
      publishedVersion: true,
      versions: { where: { state: { in: [...openStates] } }, orderBy: { sequence: 'desc' }, take: 1 },
    },
  })
}

function ownOf(code: string, own: { number: string; town: string; kind: string }): string | undefined {
  return code === 'number' || code === 'town' || code === 'kind' ? own[code] : undefined
}

async function* prepend(first: CellValue[][], rest: AsyncGenerator<CellValue[]>): AsyncGenerator<CellValue[]> {
  yield* first
  yield* rest
}

async function* asText(rows: AsyncGenerator<CellValue[]>): AsyncGenerator<CsvValue[]> {
  for await (const row of rows) {
    yield row.map((value) => (value instanceof Date ? value.toISOString().slice(0, 10) : value))
  }
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
