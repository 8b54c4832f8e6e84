import { stringify } from 'csv-stringify/sync'

/**
 * Where a spreadsheet could find a formula: at the beginning, and after whatever separates cells where its list separator is not
 * ours (a semicolon in Kazakhstan); also after quotation marks and after the mark that says that it is none.
 */
const RUNS = /(?<=^|[;\t\r\n])(?='*"*[=+\-@＝＋－＠])|^(?='*[\t\r\n])/g

export type CsvValue = string | number | boolean | null

/**
 * Lines of a table after RFC 4180, with the byte order mark that Excel needs to see UTF-8. What a spreadsheet would run gets an
 * apostrophe in front, which `readSheet` takes away again.
 */
export async function* writeCsv(rows: AsyncIterable<CsvValue[]>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  yield encoder.encode('\uFEFF')
  for await (const row of rows) {
    yield encoder.encode(stringify([row.map(guard)], { record_delimiter: 'windows', quoted: true }))
  }
}

function guard(value: CsvValue): string {
  if (value === null) return ''
  return typeof value === 'string' ? value.replaceAll(RUNS, "'") : String(value)
}
