import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { languageOf, languages, pathIn, preferredLanguage, switchLanguage } from './language'

test.each([
  ['/kk', 'kk'],
  ['/ru/sites', 'ru'],
  ['/en/', 'en'],
  ['/', null],
  ['/sites', null],
  ['/kkk/sites', null],
  ['/KK', null],
])('the language of %s is %s', (path, language) => expect(languageOf(path)).toBe(language))

test.each([
  ['/kk', 'ru', '/ru'],
  ['/kk/', 'ru', '/ru'],
  ['/kk/sites?sector=it&sector=tourism&page=2', 'en', '/en/sites?sector=it&sector=tourism&page=2'],
  ['/kk?x=/ru', 'en', '/en?x=/ru'],
  ['/ru/sites/BLQ-0042#how', 'kk', '/kk/sites/BLQ-0042#how'],
  ['/sites', 'kk', '/kk/sites'],
  ['/', 'en', '/en'],
] as const)('%s in %s is %s', (from, language, to) => expect(switchLanguage(from, language)).toBe(to))

test('switching there and back gives the same address', () => {
  const segment = fc.stringMatching(/^[a-z0-9-]{1,8}$/)
  const query = fc.option(fc.webQueryParameters(), { nil: '' }).map((text) => (text === '' ? '' : `?${text}`))
  const language = fc.constantFrom(...languages)
  fc.assert(
    fc.property(fc.array(segment, { maxLength: 4 }), query, language, language, (segments, search, one, other) => {
      const address = pathIn(one, `/${segments.join('/')}`) + search
      const there = switchLanguage(address, other)
      expect(languageOf(there.split('?')[0] ?? '')).toBe(other)
      expect(switchLanguage(there, one)).toBe(address)
    }),
  )
})

describe('the language of somebody whose address names none', () => {
  test.each([
    [null, null, 'kk'],
    ['ru', 'en', 'ru'],
    ['de', 'en-US,en;q=0.9', 'en'],
    [null, 'de-DE, ru;q=0.7, en;q=0.8', 'en'],
    [null, 'ru-RU,ru;q=0.9,en-US;q=0.8', 'ru'],
    [null, 'fr, de;q=0.5', 'kk'],
    [null, 'en;q=0, ru;q=0.1', 'ru'],
    [null, ';;q=,,', 'kk'],
  ])('cookie %s, header %s: %s', (cookie, header, language) => expect(preferredLanguage(cookie, header)).toBe(language))
})
