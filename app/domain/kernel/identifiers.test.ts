import {
  controlDigit,
  formatInquiryNumber,
  formatSiteNumber,
  parseInquiryNumber,
  parseKato,
  parsePhone,
  parseSiteNumber,
  parseTaxNumber,
  readCadastralNumber,
} from '#app/domain/kernel/identifiers'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const two = (max: number, min = 1) => fc.integer({ min, max }).map((value) => String(value).padStart(2, '0'))
const digits = (length: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: length, maxLength: length })
const withControl = (body: string) => {
  const control = controlDigit(body)
  return control === null ? null : `${body}${control}`
}
const issued = (bodies: fc.Arbitrary<string>) =>
  bodies.filter((body) => controlDigit(body) !== null).map((body) => `${withControl(body)}`)
const bins = issued(
  fc
    .tuple(two(99, 0), two(12), fc.constantFrom('4', '5', '6'), fc.constantFrom('0', '1', '2', '3'), digits(5))
    .map((parts) => parts.join('')),
)
const iins = issued(
  fc.tuple(two(99, 0), two(12), two(28), fc.constantFrom(...'0123456'), digits(4)).map((parts) => parts.join('')),
)

describe('parseTaxNumber', () => {
  it.each(['061211600012', '791028302728', '061211 600012', '791028-302728'])('takes the documented %s', (text) => {
    expect(parseTaxNumber(text)).toEqual({ ok: true, value: { kind: 'iin', digits: text.replace(/\D/g, '') } })
  })

  it.each([
    ['', 'not_twelve_digits'],
    ['06121160001', 'not_twelve_digits'],
    ['0612116000122', 'not_twelve_digits'],
    ['06121160001a', 'not_twelve_digits'],
    ['000000000000', 'bad_structure'],
    ['061311600012', 'bad_structure'],
    ['061239600012', 'bad_structure'],
    ['061211700012', 'bad_structure'],
    ['061274000012', 'bad_structure'],
    ['061211600013', 'bad_checksum'],
    ['791028302720', 'bad_checksum'],
  ])('refuses %j as %s', (text, code) => {
    expect(parseTaxNumber(text)).toEqual({ ok: false, code })
  })

  it.each([
    ['bin', bins],
    ['iin', iins],
  ])('takes every issued number and knows that it is a %s', (kind, numbers) => {
    fc.assert(
      fc.property(numbers, (number) => {
        expect(parseTaxNumber(number)).toEqual({ ok: true, value: { kind, digits: number } })
      }),
    )
  })

  it('refuses every other control digit', () => {
    fc.assert(
      fc.property(bins, fc.integer({ min: 1, max: 9 }), (bin, step) => {
        const wrong = (Number(bin.charAt(11)) + step) % 10
        expect(parseTaxNumber(`${bin.slice(0, 11)}${wrong}`)).toMatchObject({ code: 'bad_checksum' })
      }),
    )
  })

  it('notices every change of one of the first ten digits while the first pass decides before and after', () => {
    fc.assert(
      fc.property(digits(11), fc.integer({ min: 0, max: 9 }), fc.integer({ min: 1, max: 9 }), (body, place, step) => {
        const changed = changeDigit(body, place, step)
        fc.pre(isDecidedByFirstPass(body) && isDecidedByFirstPass(changed))
        expect(controlDigit(changed)).not.toBe(controlDigit(body))
      }),
    )
  })

  it('cannot notice a change of the eleventh digit in the first pass: its weight is 11', () => {
    fc.assert(
      fc.property(digits(11), fc.integer({ min: 1, max: 9 }), (body, step) => {
        fc.pre(isDecidedByFirstPass(body))
        expect(controlDigit(changeDigit(body, 10, step))).toBe(controlDigit(body))
      }),
    )
  })
})

describe('parseKato', () => {
  it.each([
    ['351610000', { code: '351610000', region: '35' }],
    [' 622 010 000 ', { code: '622010000', region: '62' }],
  ])('takes %j', (text, value) => {
    expect(parseKato(text)).toEqual({ ok: true, value })
  })

  it('names the code that replaced an old one in 2022: Satpayev', () => {
    expect(parseKato('352310000')).toEqual({ ok: false, code: 'outdated', params: { now: '622010000' } })
  })

  it.each(['', '35161000', '3516100000', '35161000а'])('refuses %j', (text) => {
    expect(parseKato(text)).toEqual({ ok: false, code: 'not_nine_digits' })
  })
})

describe('readCadastralNumber', () => {
  it.each([
    ['09-109-012-345', '09-109-012-345', true],
    [' 09:109:012:3456:1/2 ', '09:109:012:3456:1/2', true],
    ['09 - 109 - 012 - 345', '09-109-012-345', true],
    ['участок 5', 'участок 5', false],
    ['', '', false],
  ])('takes %j and never refuses', (text, tidy, isUsual) => {
    expect(readCadastralNumber(text)).toEqual({ text: tidy, isUsual })
  })
})

describe('parsePhone', () => {
  it.each([
    ['+7 (7122) 354551', '+77122354551'],
    ['+7 (7172) 74 11 78', '+77172741178'],
    ['8 701 234-56-78', '+77012345678'],
    ['87012345678', '+77012345678'],
    ['701 234 56 78', '+77012345678'],
    ['77012345678', '+77012345678'],
    ['+49 30 901820', '+4930901820'],
    ['0049 30 901820', '+4930901820'],
  ])('reads %j as %s', (text, e164) => {
    expect(parsePhone(text)).toEqual({ ok: true, value: e164 })
  })

  it.each(['', '112', 'позвоните мне', '30 901820', '+0123456789', '+1234567890123456'])('refuses %j', (text) => {
    expect(parsePhone(text)).toEqual({ ok: false, code: 'not_a_phone' })
  })
})

describe('numbers of sites and inquiries', () => {
  it.each([
    [{ townCode: 'BLQ', running: 42 }, 'BLQ-0042'],
    [{ townCode: 'BLQ', running: 12_345 }, 'BLQ-12345'],
  ])('a site is written %j as %s', (number, text) => {
    expect(formatSiteNumber(number)).toBe(text)
  })

  it('an inquiry is written with its year', () => {
    expect(formatInquiryNumber({ year: 2026, running: 318 })).toBe('2026-00318')
  })

  it('what was written is read again, a site in any case', () => {
    const sites = fc.record({
      townCode: fc.string({ unit: fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'), minLength: 3, maxLength: 3 }),
      running: fc.integer({ min: 1, max: 9_999_999 }),
    })
    fc.assert(
      fc.property(sites, (site) => {
        expect(parseSiteNumber(` ${formatSiteNumber(site).toLowerCase()} `)).toEqual({ ok: true, value: site })
      }),
    )
    const inquiries = fc.record({
      year: fc.integer({ min: 2026, max: 2099 }),
      running: fc.integer({ min: 1, max: 1e7 }),
    })
    fc.assert(
      fc.property(inquiries, (inquiry) => {
        expect(parseInquiryNumber(formatInquiryNumber(inquiry))).toEqual({ ok: true, value: inquiry })
      }),
    )
  })

  it.each(['', 'BLQ-42', 'BLQ-0000', 'BLQ-00042', 'BL-0042', 'БЛҚ-0042', 'BLQ-0042x', '../BLQ-0042'])(
    '%j is no site',
    (text) => {
      expect(parseSiteNumber(text)).toEqual({ ok: false, code: 'not_a_site_number' })
    },
  )

  it.each(['', '2026-318', '2026-00000', '2026-000318', '1926-00318', '2026-00318x'])('%j is no inquiry', (text) => {
    expect(parseInquiryNumber(text)).toEqual({ ok: false, code: 'not_an_inquiry_number' })
  })
})

function changeDigit(body: string, place: number, step: number): string {
  const digit = (Number(body.charAt(place)) + step) % 10
  return `${body.slice(0, place)}${digit}${body.slice(place + 1)}`
}

function isDecidedByFirstPass(body: string): boolean {
  return [...body].reduce((sum, digit, index) => sum + Number(digit) * (index + 1), 0) % 11 !== 10
}
