import { stringify } from 'csv-stringify/sync'

/** Text that a spreadsheet would run as a formula, also after the mark that says that it must not. */
const RUNS = /^'*[=+\-@\t\r＝＋－＠]/

export type CsvValue = string | number | boolean | null

/**
 * Lines of a table after RFC 4180, with the byte order mark that Excel needs to see UTF-8. A text that a spreadsheet would
 * run gets an apostrophe in front, which `readSheet` takes away again.
 */
export async function* writeCsv(rows: AsyncIterable<CsvValue[]>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  yield encoder.encode('\uFEFF')
  for await (const row of rows) {
    yield encoder.encode(stringify([row.map(guard)], { record_delimiter: 'windows' }))
  }
}

function guard(value: CsvValue): string {
  if (value === null) return ''
  return typeof value === 'string' && RUNS.test(value) ? `'${value}` : String(value)
}
