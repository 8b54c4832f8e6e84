import { isGivenUp, isTaken, maxAttempts, nextAttemptAt, wants } from '#app/domain/webhooks/rules'
import { describe, expect, it } from 'vitest'

const now = new Date('2026-12-01T05:00:00Z')

describe('trying again', () => {
  it('waits longer each time, for a day in all', () => {
    const waits = Array.from(
      { length: maxAttempts - 1 },
      (_, index) => ((nextAttemptAt(index + 1, now)?.getTime() ?? 0) - now.getTime()) / 60_000,
    )
    expect(waits).toEqual([...waits].sort((left, right) => left - right))
    const hours = waits.reduce((sum, wait) => sum + wait, 0) / 60
    expect(hours > 23 && hours < 25).toBe(true)
    expect(nextAttemptAt(maxAttempts, now)).toBe(null)
  })

  it('ends with the address after three days without a success', () => {
    expect(isGivenUp(null, now)).toBe(false)
    expect(isGivenUp(new Date('2026-11-28T05:00:01Z'), now)).toBe(false)
    expect(isGivenUp(new Date('2026-11-28T05:00:00Z'), now)).toBe(true)
  })
})

describe('an answer', () => {
  it.each([
    [200, true],
    [204, true],
    [302, false],
    [404, false],
    [500, false],
  ])('%i', (status, taken) => expect(isTaken(status)).toBe(taken))
})

it('an address without a choice wants all', () => {
  expect([wants([], 'clock.breached'), wants(['clock.breached'], 'clock.breached')]).toEqual([true, true])
  expect(wants(['clock.warning'], 'clock.breached')).toBe(false)
})
