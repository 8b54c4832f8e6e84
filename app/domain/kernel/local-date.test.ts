import {
  addDays,
  addMonths,
  compareDates,
  daysBetween,
  localDateOf,
  localDateOfUtcMidnight,
  msOfDay,
  parseLocalDate,
  startOfDay,
  toLocalDate,
  utcMidnightOf,
  weekdayOf,
  yearOf,
} from '#app/domain/kernel/local-date'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const d = toLocalDate
const anyDate = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays(d('1990-01-01'), days))

describe('parseLocalDate', () => {
  it.each(['2026-03-20', '2028-02-29', '1999-12-31'])('reads %s', (text) => {
    expect(parseLocalDate(text)).toEqual({ ok: true, value: text })
  })

  it.each([
    '',
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '20.03.2026',
    '2026-3-20',
    '2026-03-20T00:00:00Z',
  ])('refuses %j', (text) => {
    expect(parseLocalDate(text)).toEqual({ ok: false, code: 'not_a_date' })
    expect(() => toLocalDate(text)).toThrow(RangeError)
  })
})

describe('the day in Kazakhstan, UTC+5', () => {
  it.each([
    ['2026-03-19T18:59:59.999Z', '2026-03-19'],
    ['2026-03-19T19:00:00.000Z', '2026-03-20'],
    ['2026-12-31T19:00:00.000Z', '2027-01-01'],
    ['2026-07-01T12:00:00.000Z', '2026-07-01'],
  ])('%s is %s', (instant, date) => {
    expect(localDateOf(new Date(instant))).toBe(date)
  })

  it('begins at 19:00 UTC of the day before', () => {
    expect(startOfDay(d('2026-03-20')).toISOString()).toBe('2026-03-19T19:00:00.000Z')
    expect(startOfDay(d('2026-03-20'), 18 * 60 + 30).toISOString()).toBe('2026-03-20T13:30:00.000Z')
  })

  it('holds every moment between its beginning and the next', () => {
    const instants = fc.date({ min: new Date('1990-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
    fc.assert(
      fc.property(instants, (instant) => {
        const day = localDateOf(instant)
        expect(startOfDay(day).getTime() + msOfDay(instant)).toBe(instant.getTime())
        expect(msOfDay(instant)).toBeGreaterThanOrEqual(0)
        expect(instant.getTime()).toBeLessThan(startOfDay(addDays(day, 1)).getTime())
      }),
    )
  })

  it('goes through a date column unharmed', () => {
    fc.assert(fc.property(anyDate, (day) => localDateOfUtcMidnight(utcMidnightOf(day)) === day))
  })
})

describe('arithmetic of days', () => {
  it.each([
    ['2026-12-31', 1, '2027-01-01'],
    ['2028-02-28', 1, '2028-02-29'],
    ['2026-03-01', -1, '2026-02-28'],
  ])('%s plus %d days is %s', (date, days, result) => {
    expect(addDays(d(date), days)).toBe(result)
  })

  it.each([
    ['2026-12-30', 2, '2027-02-28'],
    ['2027-12-31', 2, '2028-02-29'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2026-01-24', 2, '2026-03-24'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-11-15', 2, '2027-01-15'],
  ])('%s plus %d months is %s', (date, months, result) => {
    expect(addMonths(d(date), months)).toBe(result)
  })

  it.each([
    ['2026-03-16', 1],
    ['2026-03-20', 5],
    ['2026-03-22', 7],
    ['2027-01-01', 5],
  ])('%s is weekday %d', (date, weekday) => {
    expect(weekdayOf(d(date))).toBe(weekday)
  })

  it('counts what it adds, and orders as it counts', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -5000, max: 5000 }), (date, days) => {
        const other = addDays(date, days)
        expect(daysBetween(date, other)).toBe(days)
        expect(Math.sign(compareDates(other, date))).toBe(Math.sign(days))
        expect((weekdayOf(date) - 1 + (((days % 7) + 7) % 7)) % 7).toBe(weekdayOf(other) - 1)
        expect(yearOf(date)).toBe(Number(date.split('-')[0]))
      }),
    )
  })

  it('never leaves the month it was sent to', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -30, max: 30 }), (date, months) => {
        const result = addMonths(date, months)
        const monthIndex = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7))
        expect(monthIndex(result) - monthIndex(date)).toBe(months)
        expect(result.slice(8) <= date.slice(8)).toBe(true)
      }),
    )
  })
})
