import { expect, test } from 'vitest'
import { siteStatuses } from './choices'
import { nextStatuses, offerStatuses, readEndReason } from './lifecycle'

test('whatever became of a public site, it can be offered again', () => {
  for (const status of ['reserved', 'occupied', 'withdrawn'] as const) {
    expect(nextStatuses(status, true)).toContain('published')
  }
})

test('nothing becomes what it is, a draft nothing at all, and what was never public neither', () => {
  for (const status of siteStatuses) {
    expect(nextStatuses(status, true)).not.toContain(status)
    expect(nextStatuses(status, false)).toEqual([])
  }
  expect(nextStatuses('draft', true)).toEqual([])
})

test('an offered site can go every other way', () => {
  expect(['published', ...nextStatuses('published', true)]).toEqual([...offerStatuses])
})

test('an unknown reason is none', () => {
  expect([readEndReason('sold'), readEndReason('flood'), readEndReason(null)]).toEqual(['sold', null, null])
})
