import { usualTerms, type ClockContext, type ClockVersion } from '#app/domain/inquiries/clock/model'
import { foresee, readClocks } from '#app/domain/inquiries/clock/rules'
import { contextAt, versionOn } from '#app/domain/inquiries/clock/versions'
import { toLocalDate } from '#app/domain/kernel/local-date'
import { usualOfficeHours } from '#app/domain/kernel/working-calendar'
import { anyLog, arrivedLog, kazakhClock, moment } from '#tests/builders/inquiry-log'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const d = toLocalDate
const version = (number: number, from: string, firstAnswer: number, endMinute = usualOfficeHours.endMinute) =>
  ({
    ...{ version: number, from: d(from) },
    promise: { firstAnswer, nextStep: 3, warnShare: 0.75 },
    hours: { ...usualOfficeHours, endMinute },
  }) satisfies ClockVersion

const versions = [version(1, '2026-06-10', 1), version(2, '2026-07-01', 4, 17 * 60)]
const context: ClockContext = {
  ...kazakhClock,
  dated: { terms: usualTerms, hours: usualOfficeHours, versions },
}

describe('the version in force', () => {
  it('is the one that began last on that day, and of two of one day the newer', () => {
    expect(versionOn(versions, d('2026-06-09'))).toBe(null)
    expect(versionOn(versions, d('2026-06-10'))?.version).toBe(1)
    expect(versionOn(versions, d('2026-12-01'))?.version).toBe(2)
    expect(versionOn([...versions, version(3, '2026-07-01', 5)], d('2026-07-01'))?.version).toBe(3)
  })
})

describe('a case keeps the promise of the day it was registered', () => {
  const firstDue = (at: string, now = at) => readClocks(arrivedLog(at), moment(now), context).firstAnswer?.due
  const registeredOn = (at: string) => readClocks(arrivedLog(at), moment('2026-07-03 10:00'), context).registeredOn

  it('before, on and after the first day of a version, whenever it is looked at', () => {
    expect(firstDue('2026-06-09 10:00')).toBe('2026-06-11')
    expect(firstDue('2026-06-09 10:00', '2026-06-10 10:00')).toBe('2026-06-11')
    expect(firstDue('2026-06-10 10:00')).toBe('2026-06-11')
    expect(firstDue('2026-07-01 10:00')).toBe('2026-07-08')
  })

  it('also when it arrives on the evening before and is registered on the first day', () => {
    expect(registeredOn('2026-06-09 18:45')).toBe('2026-06-10')
    expect(firstDue('2026-06-09 18:45')).toBe('2026-06-11')
  })

  it('counts the office hours of the day of arrival', () => {
    expect(registeredOn('2026-07-01 17:30')).toBe('2026-07-02')
    expect(registeredOn('2026-06-30 17:30')).toBe('2026-06-30')
  })

  it('is what was foreseen, and the legal term is the same under every version (art. 76.1)', () => {
    const at = moment('2026-07-01 10:00')
    expect(foresee(at, context)).toMatchObject({
      firstAnswerDue: '2026-07-08',
      legalDue: foresee(at, kazakhClock).legalDue,
    })
    for (const time of ['2026-06-09 10:00', '2026-06-10 10:00', '2026-07-01 10:00']) {
      const legalOf = (given: ClockContext) => readClocks(arrivedLog(time), moment(time), given).legal?.due
      expect(legalOf(context)).toBe(legalOf(kazakhClock))
    }
  })

  it('does not depend on what is promised today', () => {
    fc.assert(
      fc.property(anyLog, fc.integer({ min: 0, max: 90 * 1440 }), (log, minutes) => {
        const now = new Date((log.at(-1)?.at.getTime() ?? 0) + minutes * 60_000)
        const arrived = log.some(({ type }) => type === 'confirmed' || type === 'registered')
        const another = arrived ? contextAt(context, now) : context
        expect(readClocks(log, now, another)).toEqual(readClocks(log, now, context))
      }),
    )
  })
})
