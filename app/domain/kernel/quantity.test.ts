import { largestCapacity, parseNumber, parseQuantity, unitOf, utilityKinds } from '#app/domain/kernel/quantity'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

describe('parseNumber', () => {
  it.each([
    ['0', 0],
    ['1250', 1250],
    ['1 250,5', 1250.5],
    ['1250.5', 1250.5],
    ['1\u00a0250,5', 1250.5],
    ['1\u202f250\u202f000', 1_250_000],
    ['  42  ', 42],
    ['0,125', 0.125],
    ['1,250', 1.25],
    ['1,250.5', 1250.5],
    ['1.250,5', 1250.5],
    ['1,250,000', 1_250_000],
    ['007', 7],
  ])('reads %j as %d', (text, value) => {
    expect(parseNumber(text)).toEqual({ ok: true, value })
  })

  it.each([
    ['', 'not_a_number'],
    ['400 кВт', 'not_a_number'],
    ['4oo', 'not_a_number'],
    ['1e5', 'not_a_number'],
    ['0x10', 'not_a_number'],
    ['Infinity', 'not_a_number'],
    ['NaN', 'not_a_number'],
    ['12 50', 'not_a_number'],
    ['1,2,3', 'not_a_number'],
    ['1.', 'not_a_number'],
    [',5', 'not_a_number'],
    ['--5', 'not_a_number'],
    ['-', 'not_a_number'],
    ['1'.repeat(61), 'not_a_number'],
    ['-5', 'negative'],
    ['−1 250,5', 'negative'],
    ['- 5', 'negative'],
    ['1'.repeat(20), 'too_large'],
  ])('refuses %j as %s', (text, code) => {
    expect(parseNumber(text)).toMatchObject({ ok: false, code })
  })

  it('names the bound that was passed', () => {
    expect(parseNumber('101', { max: 100 })).toEqual({ ok: false, code: 'too_large', params: { max: 100 } })
    expect(parseNumber('1', { min: 2 })).toEqual({ ok: false, code: 'too_small', params: { min: 2 } })
    expect(parseNumber('1,25', { decimals: 1 })).toEqual({
      ok: false,
      code: 'too_many_decimals',
      params: { decimals: 1 },
    })
  })

  it('reads back every number printed in the three languages, the English ones with their decimal point', () => {
    const printed = fc.tuple(
      fc.double({ min: 0, max: 1e9, noNaN: true }),
      fc.constantFrom('kk', 'ru', 'en'),
      fc.integer({ min: 0, max: 2 }),
    )
    fc.assert(
      fc.property(printed, ([value, language, decimals]) => {
        const rounded = Number(value.toFixed(decimals))
        const text = new Intl.NumberFormat(language, {
          minimumFractionDigits: language === 'en' ? 1 : 0,
          maximumFractionDigits: Math.max(1, decimals),
        }).format(rounded)
        expect(parseNumber(text)).toEqual({ ok: true, value: rounded })
      }),
    )
  })

  it('gives a number in the limits or a code, for any text', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const verdict = parseNumber(text, { max: 1000 })
        if (verdict.ok) expect(verdict.value >= 0 && verdict.value <= 1000).toBe(true)
        else expect(verdict.code).toMatch(/^(not_a_number|negative|too_large)$/)
      }),
    )
  })
})

describe('parseQuantity', () => {
  it.each(utilityKinds)('takes the largest capacity of %s and refuses what is beyond it', (kind) => {
    const max = largestCapacity[kind]
    expect(parseQuantity(String(max), kind)).toEqual({ ok: true, value: max })
    expect(parseQuantity(String(max + 1), kind)).toEqual({
      ok: false,
      code: 'too_large',
      params: { max, unit: unitOf[kind] },
    })
  })

  it('refuses a unit typed into the field', () => {
    expect(parseQuantity('400 кВт', 'electricity')).toMatchObject({ ok: false, code: 'not_a_number' })
  })
})
