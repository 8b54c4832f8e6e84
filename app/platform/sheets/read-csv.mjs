import { Parser } from 'csv-parse'
import { decodeText } from './decode-text.mjs'
import { Fault } from './fault.mjs'

const DELIMITERS = [';', ',', '\t']
/** What the export puts before all that a spreadsheet would run; the same places as in write-csv.server.ts. */
const GUARD = /(?<=^|[;\t\r\n])'(?='*"*[=+\-@＝＋－＠])|^'(?='*[\t\r\n])/g

/** Facts, then rows of a table with separators. Throws a Fault. */
export async function* readCsv(bytes, limits) {
  const decoded = decodeText(bytes)
  if (decoded === null) throw new Fault('not_a_workbook')
  const { text, encoding } = withoutHint(decoded)
  yield { facts: { format: 'csv', sheetName: '', merges: [], rows: text.split('\n').length, encoding } }
  let number = 0
  for await (const values of records(text)) {
    number += 1
    if (values.length > limits.columns && values.slice(limits.columns).some((value) => value.trim() !== '')) {
      throw new Fault('too_many_columns')
    }
    yield { row: { number, cells: values.slice(0, limits.columns).map(toCell) } }
  }
}

/** Excel's own first line `sep=;` says the separator and is no row. */
function withoutHint({ text, encoding }) {
  return { text: text.replace(/^sep=.\r?\n/i, ''), encoding }
}

async function* records(text) {
  const options = { delimiter: delimiterOf(text), relax_column_count: true, relax_quotes: true, bom: true }
  // Named, since the parser would take a lone carriage return in the first row for the end of lines.
  const parser = new Parser({ ...options, record_delimiter: text.includes('\n') ? ['\r\n', '\n'] : '\r' })
  parser.end(text)
  try {
    yield* parser
  } catch (error) {
    if (String(error?.code).startsWith('CSV_')) throw new Fault('broken_csv', { row: error.lines ?? 0 })
    throw error
  }
}

/** The separator that the first line has most of, outside quotation marks. */
function delimiterOf(text) {
  const line = (/^\s*(?:"(?:[^"]|"")*"|[^"\n])*/.exec(text.slice(0, 100_000))?.[0] ?? '').replace(/"(?:[^"]|"")*"/g, '')
  const counts = DELIMITERS.map((delimiter) => line.split(delimiter).length)
  return DELIMITERS[counts.indexOf(Math.max(...counts))]
}

function toCell(value) {
  const text = value.replaceAll(GUARD, '')
  return text.trim() === '' ? null : { kind: 'text', text }
}
