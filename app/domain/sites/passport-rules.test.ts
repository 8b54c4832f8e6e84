import { canInquire, fallsUnderArticle234, passportWarning } from '#app/domain/sites/passport-rules'
import type { Dossier } from '#app/domain/sites/model'
import { emptyDossier } from '#app/domain/sites/rules'
import { describe, expect, it } from 'vitest'

const now = new Date('2026-11-21T09:00:00Z')
const rights = (ownership: Dossier['rights']['ownership'], idleSince: string | null) => ({
  ...emptyDossier('building').rights,
  ownership,
  idleSince,
})

describe('art. 234 of the Entrepreneurial Code', () => {
  it.each([
    ['communal', '2021-03', 'yes'],
    ['republican', '2025-10', 'yes'],
    ['communal', '2025-11', 'no'],
    ['communal', '2026-10', 'no'],
    ['communal', null, 'unknown'],
    ['unknown', '2010-01', 'unknown'],
    ['private', '2010-01', 'no'],
    ['quasi_state', '2010-01', 'no'],
  ] as const)('%s property idle since %s: %s', (ownership, since, answer) => {
    expect(fallsUnderArticle234(rights(ownership, since), now)).toBe(answer)
  })
})

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
