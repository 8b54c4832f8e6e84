import { listPoints, momentsOf, onceKey, pointsDue } from '#app/domain/inquiries/clock/points'
import { readClocks } from '#app/domain/inquiries/clock/rules'
import type { Clock, InquiryEvent } from '#app/domain/inquiries/clock/model'
import { toLocalDate } from '#app/domain/kernel/local-date'
import { anyLog, arrivedLog, kazakhClock, logOf, moment } from '#tests/builders/inquiry-log'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const monday = '2026-06-08 10:00'
const said = (log: readonly InquiryEvent[], now: string) =>
  pointsDue(log, moment(now), kazakhClock).map(({ kind, clock }) => `${kind} ${clock}`)

describe('what is to be said of the terms of a case', () => {
  const log = arrivedLog(monday)

  it('is nothing until three quarters of the first answer have passed', () => {
    expect(said(log, '2026-06-10 13:44')).toEqual([])
    expect(said(log, '2026-06-10 13:45')).toEqual(['warned first_answer'])
  })

  it('is the breach once the office has closed on the last day, and no warning after it', () => {
    expect(said(log, '2026-06-10 18:30')).toEqual(['warned first_answer'])
    expect(said(log, '2026-06-11 09:00')).toEqual(['breached first_answer'])
  })

  it('goes to the akimat on the morning of the third working day after, to the platform on that of the sixth', () => {
    expect(said(log, '2026-06-15 08:59')).toEqual(['breached first_answer'])
    expect(said(log, '2026-06-15 09:00')).toEqual(['breached first_answer', 'akimat first_answer'])
    expect(said(log, '2026-06-18 09:00')).toEqual([
      'breached first_answer',
      'akimat first_answer',
      'platform first_answer',
    ])
  })

  it('counts no day off: over Nauryz the akimat hears after the holidays', () => {
    const spring = arrivedLog('2026-03-17 10:00')
    expect(said(spring, '2026-03-20 09:00')).toEqual(['breached first_answer'])
    expect(said(spring, '2026-03-26 09:00')).toEqual(['breached first_answer'])
    expect(said(spring, '2026-03-27 09:00')).toContain('akimat first_answer')
  })

  it('is said once: what stands in the log is not said again', () => {
    const told = arrivedLog(monday, ['warned', '2026-06-10 14:00', { clock: 'first_answer', startedBy: 2 }])
    expect(said(told, '2026-06-10 15:00')).toEqual([])
    expect(said(told, '2026-06-11 09:00')).toEqual(['breached first_answer'])
  })

  it('is only the breach when the answer came late, before anybody looked', () => {
    const late = arrivedLog(monday, ['message_from_body', '2026-06-11 08:00', { isAnswer: false }])
    expect(said(late, '2026-06-30 09:00')).toContain('breached first_answer')
    expect(said(late, '2026-06-30 09:00')).not.toContain('akimat first_answer')
  })

  it('is nothing while the legal term waits for the investor, and nothing of a closed case', () => {
    const waiting = arrivedLog(monday, ['marked_deficient', '2026-06-09 10:00', { fixBy: toLocalDate('2026-08-10') }])
    expect(said(waiting, '2026-08-10 18:00')).toEqual([])
    expect(said(waiting, '2026-08-14 09:00')).toContain('breached return')
    expect(said(arrivedLog(monday, ['withdrawn', '2026-06-30 10:00']), '2026-07-30 10:00')).toEqual([])
  })

  it('is nothing before the confirmation', () => {
    expect(listPoints(logOf(['submitted', monday]), kazakhClock)).toEqual([])
  })
})

describe('of every log made of allowed events', () => {
  const later = fc.integer({ min: 0, max: 60 * 24 * 60 })
  const at = (log: readonly InquiryEvent[], minutes: number) =>
    new Date((log.at(-1)?.at.getTime() ?? 0) + minutes * 60_000)

  it('the breaches to be said are those that the clocks report and the log does not have', () => {
    fc.assert(
      fc.property(anyLog, later, (log, minutes) => {
        const now = at(log, minutes)
        const report = readClocks(log, now, kazakhClock)
        const known = new Set(
          report.breaches.map(({ key, startedBy }) => onceKey('breached', { clock: key, startedBy })),
        )
        const due = pointsDue(log, now, kazakhClock).filter(({ kind }) => kind === 'breached')
        for (const point of due) expect(known).toContain(onceKey('breached', point))
      }),
    )
  })

  it('the warning comes at the moment from which the clock warns', () => {
    fc.assert(
      fc.property(anyLog, (log) => {
        for (const point of listPoints(log, kazakhClock).filter(
          ({ kind, at: when }) => kind === 'warned' && when > at(log, 1),
        )) {
          const isWarned = (now: Date) =>
            clocksOf(log, now).some((clock) => clock.key === point.clock && clock.isWarning)
          expect(isWarned(point.at)).toBe(true)
          expect(isWarned(new Date(point.at.getTime() - 60_000))).toBe(false)
        }
      }),
    )
  })

  it('saying what is due leaves nothing due at that moment, and the part sleeps until a later one', () => {
    fc.assert(
      fc.property(anyLog, later, (log, minutes) => {
        const now = at(log, minutes)
        const spoken = pointsDue(log, now, kazakhClock).map(({ kind, clock, startedBy }, index): InquiryEvent => {
          const place = { sequence: (log.at(-1)?.sequence ?? 0) + 1 + index, at: now, clock, startedBy }
          return kind === 'warned' || kind === 'breached'
            ? { ...place, type: kind }
            : { ...place, type: 'escalated', level: kind }
        })
        const after = [...log, ...spoken]
        expect(pointsDue(after, now, kazakhClock)).toEqual([])
        const { wakeAt } = momentsOf(after, now, kazakhClock)
        expect(wakeAt === null || wakeAt > now).toBe(true)
        expect(readClocks(after, now, kazakhClock)).toEqual(readClocks(log, now, kazakhClock))
      }),
    )
  })
})

function clocksOf(log: readonly InquiryEvent[], now: Date): Clock[] {
  const { legal, return: back, firstAnswer, nextStep } = readClocks(log, now, kazakhClock)
  return [legal, back, firstAnswer, nextStep].filter((clock) => clock !== null)
}
