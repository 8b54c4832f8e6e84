import { describe, expect, test } from 'vitest'
import type { Dossier, Freshness, Presence, Utility, ZoneVerdict } from './model'
import { floorAreaM2, freeCapacity, freshnessOf, remaining, unknownUtility, zoneVerdict } from './rules'

const confirmedAt = new Date('2026-06-01T05:00:00Z')
const daysLater = (days: number, ms = 0) => new Date(confirmedAt.getTime() + days * 86_400_000 + ms)

test.each<[number, number, Freshness]>([
  [0, 0, 'fresh'],
  [76, 0, 'fresh'],
  [76, 1, 'due'],
  [90, 0, 'due'],
  [90, 1, 'stale'],
  [120, 0, 'stale'],
  [120, 1, 'lapsed'],
])('data confirmed %i days and %i ms ago are %s', (days, ms, freshness) => {
  expect(freshnessOf(confirmedAt, daysLater(days, ms))).toBe(freshness)
})

test('data that nobody ever confirmed have lapsed', () => {
  expect(freshnessOf(null, confirmedAt)).toBe('lapsed')
})

describe('free capacity', () => {
  const utility = (facts: Partial<Utility>): Utility => ({ ...unknownUtility(), presence: 'connected', ...facts })

  test.each<[Partial<Utility>, number | null]>([
    [{}, null],
    [{ free: 630 }, 630],
    [{ installed: 1000, used: 220, reserved: 150 }, 630],
    [{ installed: 1000, used: 220 }, null],
    [{ installed: 1000, used: 220, reserved: 150, free: 600 }, 600],
    [{ installed: 100, used: 220, reserved: 150 }, 0],
    [{ installed: 0.3, used: 0.1, reserved: 0 }, 0.2],
  ])('of %j is %s', (facts, free) => {
    expect(freeCapacity(utility(facts))).toBe(free)
  })

  test.each<[Presence, number | null]>([
    ['connected', 50],
    ['at_boundary', 50],
    ['planned', 0],
    ['none', 0],
    ['unknown', 50],
  ])('of a utility that is %s', (presence, free) => {
    expect(freeCapacity(utility({ presence, free: 50 }))).toBe(free)
  })

  test('what remains is not known while one of the three is not', () => {
    expect(remaining(utility({ installed: 10, used: 2 }))).toBeNull()
  })
})

test.each<[[number | null, number | null][], number | null]>([
  [[], null],
  [[[null, null]], null],
  [[[100, null]], 100],
  [[[100, 40]], 40],
  [
    [
      [100, 0],
      [50, null],
      [null, null],
    ],
    50,
  ],
])('floor area of buildings (total, free) %j', (areas, sum) => {
  const buildings = areas.map(([totalAreaM2, freeAreaM2]) => ({
    ...{ totalAreaM2, freeAreaM2 },
    ...{ yearBuilt: null, floors: null, clearHeightM: null, wearPct: null },
  }))
  expect(floorAreaM2(buildings)).toBe(sum)
})

test.each<[Partial<Dossier['zone']>, ZoneVerdict]>([
  [{}, 'undetermined'],
  [{ akimat_decision: 'yes' }, 'eligible'],
  [{ akimat_decision: 'yes', holder_consents: 'no' }, 'not_eligible'],
  [{ akimat_decision: 'yes', manufacturing_tenants: 'no' }, 'not_eligible'],
  [{ manufacturing_tenants: 'yes', production_premises: 'yes' }, 'eligible_if'],
  [{ manufacturing_tenants: 'yes' }, 'undetermined'],
  [{ manufacturing_tenants: 'yes', production_premises: 'yes', akimat_decision: 'no' }, 'eligible_if'],
])('the answers %j make the zone %s', (answers, verdict) => {
  const unknown = { akimat_decision: 'unknown', production_premises: 'unknown' } as const
  const rest = { manufacturing_tenants: 'unknown', holder_consents: 'unknown' } as const
  expect(zoneVerdict({ ...unknown, ...rest, ...answers })).toBe(verdict)
})
