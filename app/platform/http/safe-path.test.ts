import { safePath } from '#app/platform/http/safe-path'
import fc from 'fast-check'
import { expect, it } from 'vitest'

it.each([
  ['/ru/akimat', '/ru/akimat'],
  ['/ru/sites?sector=it&page=2#map', '/ru/sites?sector=it&page=2#map'],
  ['/', '/'],
])('keeps %s', (target, kept) => {
  expect(safePath(target, '/kk')).toBe(kept)
})

it.each([
  'https://evil.kz/',
  '//evil.kz',
  '/\\evil.kz',
  '\\\\evil.kz',
  '/\t/evil.kz',
  '/a/..//evil.kz',
  'javascript:alert(1)',
  'ru/sites',
  '',
  null,
  undefined,
  7,
])('falls back for %j', (target) => {
  expect(safePath(target, '/kk')).toBe('/kk')
})

it('never leaves the site, whatever is asked for', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.webUrl(), fc.stringMatching(/^\/[/\\\s.a@:]{0,8}evil$/)), (target) => {
      expect(new URL(safePath(target, '/kk'), 'https://alan.kz').origin).toBe('https://alan.kz')
    }),
  )
})
