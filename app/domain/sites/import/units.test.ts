import { describe, expect, test } from 'vitest'
import type { FieldUnit } from '../fields/field'
import { areSimilar } from './duplicates'
import { readAmount } from './units'

const amount = (text: string, isConverted = false) => ({ ok: true, value: { text, isConverted } })

describe('an amount', () => {
  test.each<[string, FieldUnit | undefined, unknown]>([
    ['400 кВт', 'kW', amount('400')],
    ['1,2 МВт', 'kW', amount('1200', true)],
    ['1 250,5кВт', 'kW', amount('1 250,5')],
    ['0,3 MW', 'kW', amount('300', true)],
    ['12 м³/сут.', 'm3_day', amount('12')],
    ['10 л/с', 'm3_day', amount('864', true)],
    ['2 га', 'm2', amount('20000', true)],
    ['15 соток', 'ha', amount('0.15', true)],
    ['450 м', 'km', amount('0.45', true)],
    ['55 %', 'percent', amount('55')],
    ['24,5 млн ₸', 'KZT', amount('24500000', true)],
    ['1 250 000 тенге', 'KZT', amount('1 250 000')],
    ['3 млрд', 'KZT', amount('3000000000', true)],
    ['1250.5', 'kW', amount('1250.5')],
    ['много', 'kW', amount('много')],
    ['', 'kW', amount('')],
    ['400 л.с.', 'kW', { ok: false, code: 'unknown_unit', params: { unit: 'л.с.' } }],
    ['5 эт', undefined, { ok: false, code: 'unknown_unit', params: { unit: 'эт' } }],
    ['7 км', 'kW', { ok: false, code: 'unknown_unit', params: { unit: 'км' } }],
  ])('%s in %s', (text, unit, expected) => {
    expect(readAmount(text, unit)).toEqual(expected)
  })
})

describe('names', () => {
  test.each([
    ['Котельная № 2', 'котельная №2', true],
    ['Балқаш былғары зауыты', 'Балхаш былгары зауыты', true],
    ['Temirtau plant', 'Темиртау plant', true],
    ['Котельная', 'Мельница', false],
    ['', '', false],
  ])('"%s" and "%s"', (one, other, expected) => {
    expect(areSimilar(one, other)).toBe(expected)
  })
})
