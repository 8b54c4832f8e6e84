import type { SheetRow } from '#app/platform/sheets/model'
import { columnOf } from './columns'
import type { TypedRow } from './model'
import { readCell } from './read-cell'
import type { Heading } from './heading'
import { RowReader } from './row-reader'
import type { ImportWords } from './words'

/** A row of our own template. */
export function readOwnRow(row: SheetRow, headings: readonly Heading[], words: ImportWords): TypedRow {
  const reader = new RowReader(row, headings)
  for (const { code } of headings) readField(reader, code, words)
  readPoint(reader, words)
  const [number, town, kind] = ['number', 'town', 'kind'].map((code) => reader.text(code)) as [string, string, string]
  return reader.done({ number, town, kind, reference: '' })
}

function readField(reader: RowReader, code: string, words: ImportWords): void {
  const field = columnOf(code)?.field ?? null
  const cell = reader.cell(code)
  if (field === null || cell === null) return
  const reading = readCell(cell, field, words)
  if (!reading.ok) return reader.fail(code, reading.code, reading.params)
  if (reading.note) reader.note(code, reading.note.code, reading.note.params)
  if (reading.applies === false) return reader.set(`${field.name}.applies`, ['no'], code)
  if (field.mayNotApply) reader.set(`${field.name}.applies`, ['yes'], code)
  if (field.type === 'boxes' || field.type === 'incentives' || field.type === 'box') {
    reader.set(`${field.name}.shown`, ['1'], code)
    if (reading.texts.length === 0) return
  }
  reader.set(code, reading.texts, code)
}

/** Two columns make one field; without one of them there is no point. */
function readPoint(reader: RowReader, words: ImportWords): void {
  const [lat, lng] = [reader.text('latitude'), reader.text('longitude')]
  if (lat === '' && lng === '') return
  const isCleared = [lat, lng].every((text) => text === '' || words.noData.has(text.toLowerCase()))
  if (isCleared) return reader.set('identity.point', [''], 'latitude')
  if (lat === '' || lng === '') return reader.fail(lat === '' ? 'latitude' : 'longitude', 'not_coordinates')
  reader.set('identity.point', [`${lat.replace(',', '.')}, ${lng.replace(',', '.')}`], 'latitude')
}
