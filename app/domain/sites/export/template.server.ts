import type { Actor } from '#app/domain/accounts/model'
import { translator } from '#app/platform/i18n/i18n.server'
import type { Language } from '#app/platform/i18n/language'
import { listTowns } from '#app/domain/towns/queries.server'
import { may } from '#app/domain/accounts/policy'
import { columnName } from '#app/platform/sheets/model'
import { writeWorkbook, type XlsxSheet } from '#app/platform/sheets/write-xlsx.server'
import type { TFunction } from 'i18next'
import { siteKinds } from '../choices'
import { importColumns, shortColumns, type ImportColumn } from '../import/columns'
import { templateWords } from '../import/import-words.server'
import { importLimits } from '../import/model'
import type { TemplateWords } from '../import/words'
import { widthOf } from './own-sites.server'

/** Drop-down: its key and its words. */
type List = { key: string; words: string[] }

const firstRow = 3
/** Most territories have fewer sites; a workbook has no formats for whole columns that its writer could set. */
const formattedRows = 1_000
const nameColumns = new Set(['identity.name.kk', 'identity.name.ru', 'identity.name.en'])

/**
 * Workbook to fill in: codes and titles of the columns with drop-downs, explanations, and the lists. The towns are those of
 * the actor's territory.
 */
export async function writeTemplate(actor: Actor, language: Language, isShort: boolean): Promise<Uint8Array> {
  const t = translator(language)
  const words = templateWords(language)
  const columns = isShort ? shortColumns() : importColumns
  const towns = (await listTowns()).filter(({ key, regionKey }) => may(actor, 'site.edit', { townKey: key, regionKey }))
  const lists = listsOf(
    columns,
    words,
    towns.map(({ name }) => name[language]),
  )
  return writeWorkbook([
    dataSheet(columns, words, lists, t),
    helpSheet(columns, words, t),
    listSheet(lists, t('imports.sheet.lists')),
  ])
}

function dataSheet(columns: readonly ImportColumn[], words: TemplateWords, lists: List[], t: TFunction): XlsxSheet {
  const source = `'${t('imports.sheet.lists')}'!`
  const lastRow = firstRow + importLimits.rows - 1
  return {
    name: t('imports.sheet.data'),
    columns: columns.map(widthOf),
    rows: [columns.map(({ code }) => code), columns.map(({ code }) => words.titleOf(code))],
    emptyRows: formattedRows,
    frozenRows: 2,
    choices: columns.flatMap((column, index) => {
      const at = lists.findIndex(({ key }) => key === listKey(column))
      const list = lists[at]
      if (list === undefined || list.words.length === 0) return []
      const [here, there] = [columnName(index), columnName(at)]
      const range = `${here}${firstRow}:${here}${lastRow}`
      return [{ range, source: `${source}$${there}$2:$${there}$${list.words.length + 1}` }]
    }),
  }
}

function helpSheet(columns: readonly ImportColumn[], words: TemplateWords, t: TFunction): XlsxSheet {
  const head = [t('imports.help.code'), t('imports.help.title'), t('imports.help.allowed'), t('imports.help.unknown')]
  const rows = columns.map((column) => [
    column.code,
    words.titleOf(column.code),
    allowedIn(column, t),
    unknownIn(column, t),
  ])
  const widths = [34, 50, 44, 60].map((width) => ({ width }))
  return { name: t('imports.sheet.help'), columns: widths, rows: [head, ...rows], frozenRows: 1, choices: [] }
}

function listSheet(lists: List[], name: string): XlsxSheet {
  const longest = Math.max(...lists.map(({ words }) => words.length))
  const rows = Array.from({ length: longest }, (_, at) => lists.map(({ words }) => words[at] ?? null))
  return {
    name,
    columns: lists.map(() => ({ width: 30 })),
    rows: [lists.map(({ key }) => key), ...rows],
    frozenRows: 1,
    choices: [],
  }
}

function listsOf(columns: readonly ImportColumn[], words: TemplateWords, towns: string[]): List[] {
  const lists: List[] = [
    { key: 'town', words: towns },
    { key: 'kind', words: siteKinds.map((kind) => words.kindOf(kind)) },
  ]
  for (const column of columns) {
    const key = listKey(column)
    const { field } = column
    if (key === null || field === null || lists.some((list) => list.key === key)) continue
    if (field.type === 'box')
      lists.push({ key, words: ['yes', 'no'].map((answer) => words.choiceOf('imports.word', answer)) })
    else if ('options' in field)
      lists.push({ key, words: field.options.map((option) => words.choiceOf(field.words, option)) })
  }
  return lists
}

/** Columns with the same options share a list. Several of one list in a cell is more than a drop-down can do. */
function listKey({ code, field }: ImportColumn): string | null {
  if (code === 'town' || code === 'kind') return code
  if (field?.type === 'box') return 'imports.word'
  return field?.type === 'choice' || field?.type === 'optional' || field?.type === 'boxes' ? field.words : null
}

function allowedIn({ code, field }: ImportColumn, t: TFunction): string {
  if (code === 'number') return t('imports.help.number_of_site')
  if (code === 'town') return t('imports.help.town_name')
  if (field === null) return t(code === 'kind' ? 'imports.help.choice' : 'imports.help.degrees')
  switch (field.type) {
    case 'line':
    case 'text':
    case 'localized_line':
    case 'localized_text':
      return t('imports.help.text', { max: field.max })
    case 'number':
      return t(field.isWhole ? 'imports.help.whole' : 'imports.help.number', { max: field.max })
    case 'optional':
      return t('imports.help.choice')
    case 'incentives':
      return t('imports.help.codes')
    case 'link':
    case 'point':
      return t('imports.help.degrees')
    default:
      return t(`imports.help.${field.type}`)
  }
}

function unknownIn({ code, field }: ImportColumn, t: TFunction): string {
  if (code === 'town' || code === 'kind' || nameColumns.has(code)) return t('imports.help.required')
  return t(field?.mayNotApply ? 'imports.help.empty_or_not' : 'imports.help.empty')
}
