import { streamXlsxRows } from 'hucre/xlsx'
import { Fault } from './fault.mjs'
import { cellKey } from './mark-cells.mjs'
import { unpack } from './unpack.mjs'

const UTF16_ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le')

/** A container of Excel 97-2003 (.xls), or of a workbook with a password. Throws a Fault. */
export function refuseOldContainer(bytes) {
  throw new Fault(bytes.includes(UTF16_ENCRYPTED) ? 'locked' : 'old_format')
}

/** Facts, then rows of the first sheet that has a cell. Throws a Fault. */
export async function* readXlsx(bytes, limits) {
  const { texts, marks } = await unpack(bytes, limits)
  if (!texts.has('[Content_Types].xml') || !texts.has('xl/workbook.xml')) {
    const isOtherBook = bytes.includes('opendocument.spreadsheet') || bytes.includes('xl/workbook.bin')
    throw new Fault(isOtherBook ? 'old_format' : 'not_a_workbook')
  }
  const sheets = sheetsOf(texts).map((sheet) => ({ ...sheet, marks: marks.get(sheet.path) }))
  const index = sheets.findIndex((sheet) => (sheet.marks?.cells ?? 0) > 0)
  const sheet = sheets[index]
  if (sheet === undefined) throw new Fault('empty')
  yield {
    facts: {
      format: 'xlsx',
      sheetName: sheet.name,
      merges: sheet.marks.merges,
      rows: sheet.marks.rows,
      encoding: null,
    },
  }
  try {
    for await (const { index: row, values } of streamXlsxRows(bytes, { sheet: index })) {
      yield { row: toRow(row, values, sheet.marks, limits) }
    }
  } catch (error) {
    throw error instanceof Fault ? error : new Fault('not_a_workbook')
  }
}

/** Name and part of each sheet, in the order of the workbook, as the reader of values counts them. */
function sheetsOf(texts) {
  const targets = new Map()
  for (const [tag] of (texts.get('xl/_rels/workbook.xml.rels') ?? '').matchAll(/<(?:\w+:)?Relationship\s[^>]*>/g)) {
    targets.set(attribute(tag, 'Id'), attribute(tag, 'Target'))
  }
  const tags = [...texts.get('xl/workbook.xml').matchAll(/<(?:\w+:)?sheet\s[^>]*>/g)].map(([tag]) => tag)
  return tags
    .map((tag) => ({ name: attribute(tag, 'name'), path: pathOf(targets.get(attribute(tag, '\\w+:id'))) }))
    .filter(({ name }) => name !== '')
}

function attribute(tag, name) {
  const text = new RegExp(`\\s${name}=(?:"([^"]*)"|'([^']*)')`).exec(tag)
  const escaped = text?.[1] ?? text?.[2] ?? ''
  return escaped.replace(/&(lt|gt|quot|apos|amp);/g, (_all, entity) => ENTITIES[entity])
}

const ENTITIES = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' }

function pathOf(target = '') {
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`
}

function toRow(row, values, marks, limits) {
  const cells = values.map((value, column) => toCell(value, cellKey(row, column), marks))
  if (cells.length > limits.columns && cells.slice(limits.columns).some((cell) => cell !== null)) {
    throw new Fault('too_many_columns')
  }
  return { number: row + 1, cells: cells.slice(0, limits.columns) }
}

function toCell(value, key, marks) {
  const isFormula = marks.formulas.has(key)
  const isBlank = value === null || value === undefined || (typeof value === 'string' && value.trim() === '')
  if (isBlank) return isFormula ? { kind: 'formula', isFormula } : null
  const cell = marks.errors.has(key) ? { kind: 'error', text: String(value) } : valueCell(value)
  if (cell.kind === 'number' && marks.percents.has(key)) cell.isPercent = true
  return isFormula ? { ...cell, isFormula } : cell
}

function valueCell(value) {
  if (typeof value === 'number') return { kind: 'number', number: value }
  if (typeof value === 'boolean') return { kind: 'boolean', boolean: value }
  if (!(value instanceof Date)) return { kind: 'text', text: String(value) }
  if (Number.isNaN(value.getTime())) return { kind: 'error', text: '#DATE' }
  return { kind: 'date', date: value.toISOString().slice(0, 10) }
}
