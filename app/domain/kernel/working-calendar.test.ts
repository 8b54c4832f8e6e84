import { addDays, localDateOf, startOfDay, toLocalDate, type LocalDate } from '#app/domain/kernel/local-date'
import {
  addWorkingDays,
  dayOfArrival,
  endOfOffice,
  makeCalendar,
  nextWorkingDay,
  officeDayPassed,
  usualOfficeHours,
  workingDayOnOrAfter,
  workingDaysBetween,
} from '#app/domain/kernel/working-calendar'
import { kazakhCalendar, kazakhDays } from '#tests/builders/kazakh-calendar'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const d = toLocalDate
const at = (text: string) => new Date(`${text}+05:00`)

describe('the calendar of 2026 and 2027', () => {
  it.each([
    ['2026-01-01', false, 'New Year'],
    ['2026-01-05', true, 'an ordinary Monday'],
    ['2026-01-07', false, 'Orthodox Christmas'],
    ['2026-03-09', false, 'moved from Sunday 8 March'],
    ['2026-03-16', true, 'Constitution Day is celebrated from 2027'],
    ['2026-03-20', true, 'the eve of Nauryz'],
    ['2026-03-24', false, 'moved from Saturday 21 March'],
    ['2026-03-25', false, 'moved from Sunday 22 March'],
    ['2026-03-26', true, 'the first day after Nauryz'],
    ['2026-05-27', false, 'Kurban Ait'],
    ['2026-08-31', true, '30 August is no holiday any more'],
    ['2026-10-26', false, 'moved from Sunday 25 October'],
    ['2027-01-04', false, 'moved from Saturday 2 January'],
    ['2027-03-15', false, 'Constitution Day'],
    ['2027-03-24', false, 'moved from Sunday 21 March'],
    ['2027-05-17', true, 'Kurban Ait on a Sunday is not moved'],
  ])('%s working: %s (%s)', (date, isWorking) => {
    expect(kazakhCalendar.isWorkingDay(d(date))).toBe(isWorking)
  })

  it('has 247 and 247 working days', () => {
    const count = (year: number) => workingDaysBetween(kazakhCalendar, d(`${year - 1}-12-31`), d(`${year}-12-31`))
    expect([count(2026), count(2027)]).toEqual([247, 247])
  })

  it('knows which years it covers; another year has weekends only', () => {
    expect([2025, 2026, 2027, 2028].map((year) => kazakhCalendar.covers(year))).toEqual([false, true, true, false])
    expect(kazakhCalendar.isWorkingDay(d('2028-01-03'))).toBe(true)
    expect(kazakhCalendar.isWorkingDay(d('2028-01-08'))).toBe(false)
  })
})

describe('overrides (Labour Code art. 85 p. 3)', () => {
  const moved = makeCalendar(
    [...kazakhDays, { date: d('2026-06-06'), kind: 'working_weekend' }],
    [
      { date: d('2026-03-24'), isWorking: true },
      { date: d('2026-06-06'), isWorking: false },
      { date: d('2026-06-13'), isWorking: true },
      { date: d('2026-06-15'), isWorking: false },
      { date: d('2030-06-03'), isWorking: false },
    ],
  )

  it.each([
    ['2026-03-24', true],
    ['2026-06-06', false],
    ['2026-06-13', true],
    ['2026-06-15', false],
    ['2026-06-16', true],
    ['2030-06-03', false],
  ])('win over the calendar and the week: %s working: %s', (date, isWorking) => {
    expect(moved.isWorkingDay(d(date))).toBe(isWorking)
  })

  it('do not make a year known', () => {
    expect(moved.covers(2030)).toBe(false)
  })

  it('let a Saturday be worked', () => {
    const calendar = makeCalendar([{ date: d('2026-06-06'), kind: 'working_weekend' }])
    expect(calendar.isWorkingDay(d('2026-06-06'))).toBe(true)
  })
})

describe('counting working days', () => {
  it.each([
    ['2026-03-20', 0, '2026-03-20'],
    ['2026-03-21', 0, '2026-03-26'],
    ['2026-03-20', 1, '2026-03-26'],
    ['2026-03-20', 15, '2026-04-15'],
    ['2026-12-30', 1, '2026-12-31'],
    ['2026-12-31', 1, '2027-01-05'],
    ['2026-12-31', 3, '2027-01-08'],
  ])('%s and %d working days is %s', (date, count, result) => {
    expect(addWorkingDays(kazakhCalendar, d(date), count)).toBe(result)
  })

  it('refuses a count that is no count, and a calendar without working days', () => {
    expect(() => addWorkingDays(kazakhCalendar, d('2026-01-05'), -1)).toThrow(RangeError)
    expect(() => addWorkingDays(kazakhCalendar, d('2026-01-05'), 1.5)).toThrow(RangeError)
    expect(() => nextWorkingDay({ isWorkingDay: () => false, covers: () => true }, d('2026-01-05'))).toThrow(RangeError)
  })

  const calendars = fc
    .array(fc.record({ date: fc.integer({ min: 0, max: 730 }).map(dayOfTwoYears), isWorking: fc.boolean() }), {
      maxLength: 40,
    })
    .map((overrides) => makeCalendar(kazakhDays, overrides))
  const dates = fc.integer({ min: 0, max: 650 }).map(dayOfTwoYears)
  const counts = fc.integer({ min: 0, max: 40 })

  it('ends on a working day', () => {
    fc.assert(
      fc.property(calendars, dates, counts, (calendar, date, count) => {
        expect(calendar.isWorkingDay(addWorkingDays(calendar, date, count))).toBe(true)
      }),
    )
  })

  it('is monotone in the day and strictly so in the count', () => {
    fc.assert(
      fc.property(calendars, dates, counts, fc.integer({ min: 0, max: 30 }), (calendar, date, count, later) => {
        const due = addWorkingDays(calendar, date, count)
        expect(addWorkingDays(calendar, addDays(date, later), count) >= due).toBe(true)
        if (count > 0) expect(addWorkingDays(calendar, date, count + 1) > due).toBe(true)
      }),
    )
  })

  it('is inverted by workingDaysBetween, which also counts back', () => {
    fc.assert(
      fc.property(calendars, dates, fc.integer({ min: 1, max: 40 }), (calendar, date, count) => {
        const due = addWorkingDays(calendar, date, count)
        expect(workingDaysBetween(calendar, date, due)).toBe(count)
        expect(workingDaysBetween(calendar, due, date)).toBe(-count)
      }),
    )
  })

  it('moves a day off forward and leaves a working day alone', () => {
    fc.assert(
      fc.property(calendars, dates, (calendar, date) => {
        const moved = workingDayOnOrAfter(calendar, date)
        expect(moved === date).toBe(calendar.isWorkingDay(date))
        expect(nextWorkingDay(calendar, date) > date).toBe(true)
        expect(workingDaysBetween(calendar, addDays(date, -1), moved)).toBe(1)
      }),
    )
  })
})

describe('office hours', () => {
  it('are an assumption of medium confidence', () => {
    expect(usualOfficeHours).toEqual({ startMinute: 540, endMinute: 1110, confidence: 'medium' })
  })

  it.each([
    ['2026-03-19T00:00:00', '2026-03-19'],
    ['2026-03-20T18:30:00', '2026-03-20'],
    ['2026-03-20T18:30:00.001', '2026-03-26'],
    ['2026-03-22T12:00:00', '2026-03-26'],
    ['2026-06-06T10:00:00', '2026-06-08'],
  ])('art. 64.3: what arrives at %s counts to %s', (instant, date) => {
    expect(dayOfArrival(kazakhCalendar, at(instant), usualOfficeHours)).toBe(date)
  })

  it.each([
    ['2026-03-19T08:00:00', 0],
    ['2026-03-19T13:45:00', 0.5],
    ['2026-03-19T18:30:00', 1],
    ['2026-03-19T23:00:00', 1],
    ['2026-03-21T13:45:00', 0],
  ])('at %s the share %d of the day has passed', (instant, share) => {
    expect(officeDayPassed(kazakhCalendar, at(instant), usualOfficeHours)).toBe(share)
  })

  it('end at 18:30 of Kazakhstan', () => {
    expect(endOfOffice(d('2026-03-20'), usualOfficeHours)).toEqual(at('2026-03-20T18:30:00'))
  })

  it('never count an arrival to a day before it or to a day off', () => {
    const instants = fc.integer({ min: 0, max: 600 * 1440 }).map((minute) => startOfDay(d('2026-01-01'), minute))
    fc.assert(
      fc.property(instants, (instant) => {
        const day = dayOfArrival(kazakhCalendar, instant, usualOfficeHours)
        expect(kazakhCalendar.isWorkingDay(day)).toBe(true)
        expect(day >= localDateOf(instant)).toBe(true)
      }),
    )
  })
})

function dayOfTwoYears(index: number): LocalDate {
  return addDays(d('2026-01-01'), index)
}
