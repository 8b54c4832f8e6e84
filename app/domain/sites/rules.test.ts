import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Presence } from './choices'
import type { Commitment, CommitmentState, Freshness, Utility } from './model'
import { emptyBuilding, unknownUtility } from './empty-dossier'
import { commitmentState, floorAreaM2, freeCapacity, freshnessOf, remaining, usualTerm } from './rules'

const confirmBy = new Date('2026-08-30T05:00:00Z')
const daysLater = (days: number, ms = 0) => new Date(confirmBy.getTime() + days * 86_400_000 + ms)

test.each<[number, number, Freshness]>([
  [-90, 0, 'fresh'],
  [-14, 0, 'fresh'],
  [-14, 1, 'due'],
  [0, 0, 'due'],
  [0, 1, 'stale'],
  [30, 0, 'stale'],
  [30, 1, 'lapsed'],
])('%i days and %i ms after the end of their term data are %s', (days, ms, freshness) => {
  expect(freshnessOf(confirmBy, daysLater(days, ms))).toBe(freshness)
})

test('data that nobody ever confirmed have lapsed', () => {
  expect(freshnessOf(null, confirmBy)).toBe('lapsed')
  expect(usualTerm(null)).toBeNull()
})

test('data age, and never get younger by themselves', () => {
  const order: Freshness[] = ['fresh', 'due', 'stale', 'lapsed']
  const days = fc.double({ min: -400, max: 400, noNaN: true })
  fc.assert(
    fc.property(days, fc.double({ min: 0, max: 400, noNaN: true }), (from, passed) => {
      const [earlier, later] = [from, from + passed].map((day) => order.indexOf(freshnessOf(confirmBy, daysLater(day))))
      expect(later).toBeGreaterThanOrEqual(earlier ?? -1)
    }),
  )
})

test.each<[Commitment['state'], string | null, CommitmentState]>([
  ['planned', null, 'planned'],
  ['planned', '2026-11-22', 'planned'],
  ['planned', '2026-11-21', 'missed'],
  ['funded', '2025-12-31', 'missed'],
  ['in_progress', '2026-11-21', 'missed'],
  ['in_progress', '2027-01-01', 'in_progress'],
  ['done', '2020-01-01', 'done'],
])('a commitment that is %s and due on %s is %s', (state, dueOn, shown) => {
  expect(commitmentState({ state, dueOn }, '2026-11-22')).toBe(shown)
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
    ...emptyBuilding(),
    ...{ totalAreaM2, freeAreaM2 },
  }))
  expect(floorAreaM2(buildings)).toBe(sum)
})
