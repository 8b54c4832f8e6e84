import { canInquire, isOnRequest, passportWarning } from '#app/domain/sites/passport-rules'
import { expect, it } from 'vitest'

it.each([
  ['published', true],
  ['reserved', true],
  ['occupied', false],
  ['withdrawn', false],
  ['draft', false],
] as const)('a %s site can be inquired about: %s', (status, can) => {
  expect(canInquire(status)).toBe(can)
})

it.each([
  ['published', 'fresh', null],
  ['published', 'due', null],
  ['published', 'stale', 'stale'],
  ['published', 'lapsed', 'lapsed'],
  ['reserved', 'stale', 'reserved'],
  ['occupied', 'fresh', 'occupied'],
  ['withdrawn', 'lapsed', 'withdrawn'],
] as const)('a %s and %s site is announced as %s', (status, freshness, warning) => {
  expect(passportWarning(status, freshness)).toBe(warning)
})

it.each([
  ['on_request', ['public'], true],
  ['on_request', ['public', 'registered'], true],
  ['on_request', ['public', 'registered', 'on_request'], false],
  ['registered', ['public'], false],
  ['public', ['public'], false],
] as const)('a paper %s for a reader of %j is asked for: %s', (access, openLevels, expected) => {
  expect(isOnRequest({ access }, openLevels)).toBe(expected)
})
