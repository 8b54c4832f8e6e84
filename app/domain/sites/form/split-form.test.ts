import { expect, test } from 'vitest'
import { readFields } from './form-fields'
import { readUnits } from './split-form'

const read = (typed: Record<string, string>) => readUnits(readFields(Object.entries(typed)))

test('rows with a name are units, the others are left out', () => {
  expect(
    read({
      'units.0.name.kk': ' А  цехы ',
      'units.0.name.ru': 'Цех А',
      'units.0.area': '1 250,5',
      'units.1.name.kk': '',
      'units.1.area': ' ',
      'units.3.name.ru': 'Склад',
    }),
  ).toMatchObject({
    ok: true,
    value: [
      { name: { kk: 'А цехы', ru: 'Цех А', en: '' }, areaM2: 1250.5 },
      { name: { kk: '', ru: 'Склад', en: '' }, areaM2: null },
    ],
  })
})

test.each([
  [{ 'units.0.area': '12' }, { 'units.0.name.kk': { code: 'name_missing' } }],
  [{ 'units.0.name.ru': 'Цех', 'units.0.area': 'много' }, { 'units.0.area': { code: 'not_a_number' } }],
  [{ 'units.0.name.ru': 'х'.repeat(201) }, { 'units.0.name.ru': { code: 'too_long', params: { max: 200 } } }],
])('%j is refused at its field', (typed, faults) => {
  const verdict = read(typed as Record<string, string>)
  expect(verdict.ok).toBe(false)
  expect(verdict.faults).toMatchObject(faults)
})

test('nothing typed splits nothing', () => {
  expect(read({ 'units.0.name.kk': ' ' })).toMatchObject({ ok: false, code: 'nothing' })
})
