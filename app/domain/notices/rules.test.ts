import { digestMoment, envelopeAddress, escapeHtml, hideSecrets, oneLine, pauseMs } from '#app/domain/notices/rules'
import { kazakhCalendar } from '#tests/builders/kazakh-calendar'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

describe('oneLine', () => {
  it('makes one line of whatever it gets', () => {
    expect(oneLine(' Дана\r\nBcc: all@b.kz\u2028x\t y ')).toBe('Дана Bcc: all@b.kz x y')
    expect(oneLine('абвгд', 3)).toBe('аб…')
  })

  it('never lets a line break through and never grows beyond its limit', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 1, max: 50 }), (text, max) => {
        const line = oneLine(text, max)
        expect(line).not.toMatch(/[\p{Cc}\u2028\u2029]/u)
        expect([...line].length).toBeLessThanOrEqual(max)
      }),
    )
  })
})

describe('envelopeAddress', () => {
  it.each(['a@b.kz', 'officer@saryarka.demo', "d'arc+x@пошта.қаз"])('takes %s', (address) => {
    expect(envelopeAddress(` ${address} `)).toBe(address)
  })
  it.each([
    '',
    'a',
    'a@',
    '@b',
    'a@b@c',
    'a@b.kz, c@d.kz',
    'a@b.kz\r\nRCPT TO:<x@y>',
    'Дана <a@b.kz>',
    'a b@c.kz',
    `${'a'.repeat(250)}@b.kz`,
  ])('refuses %j', (address) => {
    expect(envelopeAddress(address)).toBe(null)
  })
})

it.each([
  ['https://alan.kz/kk/inquiries/2026-00318?key=abc-DEF_1', 'https://alan.kz/kk/inquiries/2026-00318?key=…'],
  ['<a href="https://alan.kz/kk/x?page=1&amp;token=abc">', '<a href="https://alan.kz/kk/x?page=1&amp;token=…">'],
  ['https://alan.kz/ru/invitations/Zx9_-k\nтекст', 'https://alan.kz/ru/invitations/…\nтекст'],
  ['Ключ от ворот: key 5', 'Ключ от ворот: key 5'],
])('keeps %s as %s', (text, kept) => {
  expect(hideSecrets(text)).toBe(kept)
})

it('leaves no character that could open a tag or end an attribute', () => {
  fc.assert(
    fc.property(
      fc.string(),
      (text) => void expect(escapeHtml(text)).not.toMatch(/[<>"']|&(?!amp;|lt;|gt;|quot;|#39;)/),
    ),
  )
})

describe('pauseMs', () => {
  it('doubles up to a quarter of an hour, a fifth shorter or longer by chance', () => {
    expect([1, 2, 3, 4, 5, 6, 300].map((attempts) => pauseMs(attempts, 0.5) / 1000)).toEqual([
      30, 60, 120, 240, 480, 900, 900,
    ])
    expect([pauseMs(1, 0), pauseMs(1, 1)]).toEqual([24_000, 36_000])
  })
})

describe('digestMoment', () => {
  it.each([
    ['2026-06-12T03:59:59Z', '2026-06-11T04:00:00Z'],
    ['2026-06-12T04:00:00Z', '2026-06-12T04:00:00Z'],
    ['2026-06-14T10:00:00Z', '2026-06-12T04:00:00Z'],
    ['2026-06-15T04:00:00Z', '2026-06-15T04:00:00Z'],
    // Nauryz: three days off and a weekend.
    ['2026-03-25T10:00:00Z', '2026-03-20T04:00:00Z'],
  ])('at %s it is %s', (now, moment) => {
    expect(digestMoment(new Date(now), kazakhCalendar)).toEqual(new Date(moment))
  })
})
