import { canRate } from '#app/domain/inquiries/rating'
import { expect, it } from 'vitest'

const now = new Date('2026-06-22T05:00:00Z')
const days = (count: number) => new Date(now.getTime() - count * 86_400_000)

it.each([
  ['in_dialogue', null, false],
  ['spam', null, false],
  ['declined', null, true],
  ['contracted', null, true],
  ['withdrawn', null, true],
  ['contracted', days(13.9), true],
  ['contracted', days(14), false],
] as const)('a part that is %s, rated at %s: %s', (state, ratedAt, expected) => {
  expect(canRate(state, ratedAt, now)).toBe(expected)
})
