import { hasMoved, layOutYear, owedDays } from '#app/domain/inquiries/calendar/rules'
import type { Override } from '#app/domain/inquiries/calendar/model'
import { toLocalDate } from '#app/domain/kernel/local-date'
import { makeCalendar } from '#app/domain/kernel/working-calendar'
import { arrivedLog, kazakhClock, moment } from '#tests/builders/inquiry-log'
import { kazakhDays } from '#tests/builders/kazakh-calendar'
import { describe, expect, it } from 'vitest'

const d = toLocalDate
const off: Override = { isWorking: false, reason: 'r', source: 's' }
const days = kazakhDays.map((day) => ({ ...day, holiday: null }))

describe('the year as months', () => {
  const months = layOutYear(2026, days, new Map([[d('2026-06-10'), off]]))
  const dayOf = (date: string) =>
    months.flatMap(({ weeks }) => weeks.flat()).find((day) => day !== null && day.date === date)

  it('has every day once, in weeks from Monday', () => {
    const all = months.flatMap(({ weeks }) => weeks.flat()).filter((day) => day !== null)
    expect(new Set(all.map(({ date }) => date)).size).toBe(365)
    expect(months.every(({ weeks }) => weeks.every((week) => week.length === 7))).toBe(true)
    expect(months[5]?.weeks[0]?.[0]?.date).toBe('2026-06-01')
  })

  it('says why a day is worked or not, and an override wins', () => {
    expect(dayOf('2026-06-09')).toMatchObject({ isWorking: true, kind: null, override: null })
    expect(dayOf('2026-06-10')).toMatchObject({ isWorking: false, kind: null, override: off })
    expect(dayOf('2026-07-06')).toMatchObject({ isWorking: false, kind: 'holiday' })
    expect(dayOf('2026-06-13')).toMatchObject({ isWorking: false, kind: null })
  })

  it('counts working days as the calendar of the clocks does', () => {
    const calendar = makeCalendar(kazakhDays, [{ date: d('2026-06-10'), isWorking: false }])
    for (const { weeks, workingDays } of months) {
      const all = weeks.flat().filter((day) => day !== null)
      expect(all.filter(({ date }) => calendar.isWorkingDay(date))).toHaveLength(workingDays)
      expect(all.every(({ date, isWorking }) => calendar.isWorkingDay(date) === isWorking)).toBe(true)
    }
  })
})

describe('days owed', () => {
  const log = arrivedLog('2026-06-08 10:00')
  const now = moment('2026-06-08 11:00')
  const withOverride = (date: string, isWorking: boolean) => ({
    ...kazakhClock,
    calendar: makeCalendar(kazakhDays, [{ date: d(date), isWorking }]),
  })

  it('move by a day off within the term, and not by one after it', () => {
    const before = owedDays(log, now, kazakhClock)
    expect(before).toEqual({ legal: '2026-06-29', promise: '2026-06-10' })
    const within = owedDays(log, now, withOverride('2026-06-10', false))
    expect(within).toEqual({ legal: '2026-06-30', promise: '2026-06-11' })
    expect(hasMoved(before, within)).toBe(true)
    expect(hasMoved(before, owedDays(log, now, withOverride('2026-07-01', false)))).toBe(false)
    expect(owedDays(log, now, withOverride('2026-06-13', true)).legal).toBe('2026-06-26')
  })

  it('are none when the case is closed', () => {
    const closed = arrivedLog('2026-06-08 10:00', ['declined', '2026-06-08 10:30', { reason: 'other' }])
    expect(owedDays(closed, now, kazakhClock)).toEqual({ legal: null, promise: null })
  })
})
