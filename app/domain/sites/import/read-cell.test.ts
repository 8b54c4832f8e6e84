import type { SheetCell } from '#app/platform/sheets/model'
import { describe, expect, test } from 'vitest'
import { columnOf } from './columns'
import { importWords } from './import-words.server'
import { readCell } from './read-cell'

function reading(code: string, cell: SheetCell) {
  const field = columnOf(code)?.field
  if (!field) throw new Error(`There is no field ${code}`)
  const read = readCell(cell, field, importWords())
  return read.ok ? read.texts.join('|') : read.code
}

const number = (value: number): SheetCell => ({ kind: 'number', number: value })
const percent = (value: number): SheetCell => ({ kind: 'number', number: value, isPercent: true })
const day: SheetCell = { kind: 'date', date: '2026-12-06' }

describe('what Excel makes of a typed text', () => {
  test.each<[string, string, SheetCell, string]>([
    ['35% of wear', 'buildings.0.wearPct', percent(0.35), '35'],
    ['7% of wear, which is no round binary number', 'buildings.0.wearPct', percent(0.07), '7'],
    ['35 of wear', 'buildings.0.wearPct', number(35), '35'],
    ['a percentage of hectares', 'land.plotHa', percent(0.35), 'unknown_unit'],
    ['class 24.10 of OKED', 'offeredFor.oked', number(24.1), 'number_for_code'],
    ['division 24 of OKED', 'offeredFor.oked', number(24), '24'],
    ['division 01 of OKED', 'offeredFor.oked', number(1), 'number_for_code'],
    ['OKED that stayed a text', 'offeredFor.oked', { kind: 'text', text: '24.10' }, '24.10'],
    ['a cadastral number without dashes', 'identity.cadastralNumbers', number(9_108_012_345), 'number_for_code'],
    ['a grid of columns 6-12', 'buildings.0.columnGrid', day, 'date_for_text'],
    ['a name', 'identity.name.ru', day, 'date_for_text'],
    ['a month', 'rights.idleSince', day, '2026-12'],
    ['a day', 'land.provenance.asOf', day, '2026-12-06'],
  ])('of %s', (_name, code, cell, expected) => {
    expect(reading(code, cell)).toBe(expected)
  })
})
