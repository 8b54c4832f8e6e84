import { expect, test } from 'vitest'
import { noFilter, readFilter, viewOf } from './desk'

test('an unknown view is all', () => {
  expect([viewOf('drafts'), viewOf('nothing'), viewOf(null)]).toEqual(['drafts', 'all', 'all'])
})

test.each<[string, Partial<ReturnType<typeof readFilter>>]>([
  ['', {}],
  ['q=+BLQ-0042+&town=balkhash&kind=land', { q: 'BLQ-0042', townKey: 'balkhash', kind: 'land' }],
  ['kind=castle&town=', {}],
  [`q=${'x'.repeat(500)}`, { q: 'x'.repeat(100) }],
])('the filter of ?%s', (query, asked) => {
  expect(readFilter(new URLSearchParams(query))).toEqual({ ...noFilter, ...asked })
})
