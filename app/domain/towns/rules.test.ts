import { describe, expect, it } from 'vitest'
import type { TownStatus } from './model'
import { isListed } from './rules'

const status = (inList: boolean, validFrom: string | null): TownStatus => ({
  inList,
  validFrom,
  validFromWords: null,
  order: null,
  source: { label: 'test', url: null },
  confidence: 'high',
  note: null,
})

describe('isListed', () => {
  it.each([
    ['a town that never was on the list', [], '2026-01-01', false],
    ['a town of the list', [status(true, null)], '2026-01-01', true],
    ['Saran the day before order 248', [status(true, null), status(false, '2023-11-21')], '2023-11-20', true],
    ['Saran on the day of order 248', [status(true, null), status(false, '2023-11-21')], '2023-11-21', false],
    ['a town that left on a day nobody gives', [status(true, null), status(false, null)], '2026-01-01', false],
    ['a town that will join', [status(true, '2027-01-01')], '2026-12-31', false],
  ])('%s', (_name, statuses, day, expected) => {
    expect(isListed(statuses, day)).toBe(expected)
  })
})
