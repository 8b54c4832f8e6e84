import { checkExtension, foresee, readClocks } from '#app/domain/inquiries/clock/rules'
import type { Clock } from '#app/domain/inquiries/clock/model'
import { toLocalDate } from '#app/domain/kernel/local-date'
import { makeCalendar } from '#app/domain/kernel/working-calendar'
import { arrivedLog, kazakhClock, logOf, moment } from '#tests/builders/inquiry-log'
import { kazakhDays } from '#tests/builders/kazakh-calendar'
import { describe, expect, it } from 'vitest'

const d = toLocalDate
const clocksAt = (now: string, log: ReturnType<typeof logOf>) => readClocks(log, moment(now), kazakhClock)
const brief = (clock: Clock | null) => clock && { state: clock.state, due: clock.due }

/** Monday; its 15 working days end on Monday 29 June, the first answer is due on Wednesday 10 June. */
const monday = '2026-06-08 10:00'

describe('art. 64.3: registered on the day of arrival, else on the next working day', () => {
  it.each([
    ['a Monday morning', '2026-06-08 10:00', '2026-06-08'],
    ['before the office opens', '2026-06-08 03:00', '2026-06-08'],
    ['at the closing minute, 18:30', '2026-06-08 18:30', '2026-06-08'],
    ['a Friday evening, 18:45', '2026-03-13 18:45', '2026-03-16'],
    ['a Saturday', '2026-06-06 10:00', '2026-06-08'],
    ['the eve of Nauryz 2026', '2026-03-20 10:00', '2026-03-20'],
    ['the evening before Nauryz 2026', '2026-03-20 18:45', '2026-03-26'],
    ['1 January 2027', '2027-01-01 12:00', '2027-01-05'],
  ])('%s', (_, at, registeredOn) => {
    expect(clocksAt(at, arrivedLog(at)).registeredOn).toBe(registeredOn)
    expect(foresee(moment(at), kazakhClock).registeredOn).toBe(registeredOn)
  })

  it('arrives with the confirmation, not with the form; a second confirmation changes nothing', () => {
    const log = logOf(['submitted', monday], ['confirmed', '2026-06-09 10:00'], ['registered', '2026-06-10 10:00'])
    expect(clocksAt('2026-06-10 11:00', log).registeredOn).toBe('2026-06-09')
  })

  it('has no clocks before that', () => {
    const none = { legal: null, redirect: null, return: null, firstAnswer: null, nextStep: null }
    expect(clocksAt(monday, logOf(['submitted', monday]))).toEqual({
      ...none,
      registeredOn: null,
      extension: null,
      breaches: [],
      nearestDue: null,
      isCalendarKnown: true,
    })
  })
})

describe('art. 76.1, 76.2, 76.5: answer within 15 working days, counted from the next day', () => {
  it.each([
    ['a Friday evening', '2026-03-13 18:45', '2026-04-09', '2026-03-18'],
    ['a Saturday', '2026-06-06 10:00', '2026-06-29', '2026-06-10'],
    ['the eve of Nauryz 2026', '2026-03-20 10:00', '2026-04-15', '2026-03-27'],
    ['15 weekdays would end on 24 March 2026, a moved day off', '2026-03-03 10:00', '2026-03-30', '2026-03-05'],
    ['over New Year 2026-2027', '2026-12-21 10:00', '2027-01-14', '2026-12-23'],
    ['over Defender’s Day, Victory Day and Kurban Ait 2026', '2026-05-06 10:00', '2026-06-01', '2026-05-12'],
  ])('%s', (_, at, legalDue, firstAnswerDue) => {
    const report = clocksAt(at, arrivedLog(at))
    expect(report.legal).toMatchObject({ state: 'running', due: legalDue, workingDaysTotal: 15 })
    expect(report.firstAnswer).toMatchObject({ state: 'running', due: firstAnswerDue, workingDaysTotal: 2 })
    expect(report.nearestDue).toBe(firstAnswerDue)
    expect(foresee(moment(at), kazakhClock)).toMatchObject({ legalDue, firstAnswerDue, isCalendarKnown: true })
  })

  it('says when a date falls into a year whose holidays are not known', () => {
    expect(foresee(moment('2027-12-20 10:00'), kazakhClock).isCalendarKnown).toBe(false)
    expect(clocksAt('2027-12-20 11:00', arrivedLog('2027-12-20 10:00')).isCalendarKnown).toBe(false)
  })

  it('an override moves the due date (Labour Code art. 85 p. 3)', () => {
    const overrides = [{ date: d('2026-03-24'), isWorking: true }]
    const context = { ...kazakhClock, calendar: makeCalendar(kazakhDays, overrides) }
    const log = arrivedLog('2026-03-03 10:00')
    expect(readClocks(log, moment('2026-03-04 10:00'), context).legal?.due).toBe('2026-03-27')
  })

  it('runs until the office closes on the last day and is breached after it', () => {
    const log = arrivedLog(monday, ['message_from_body', '2026-06-09 10:00', { isAnswer: false }])
    expect(clocksAt('2026-06-29 18:30', log).legal).toMatchObject({
      state: 'running',
      workingDaysLeft: 0,
      usedShare: 1,
    })
    const late = clocksAt('2026-06-29 18:30:01', log)
    expect(late.legal).toMatchObject({ state: 'breached', workingDaysLeft: 0, endedAt: null })
    expect(late.breaches).toEqual([{ key: 'legal', startedBy: 2, due: '2026-06-29', at: moment('2026-06-29 18:30') }])
    expect(clocksAt('2026-07-01 10:00', log)).toMatchObject({
      legal: { workingDaysLeft: -2 },
      nearestDue: '2026-06-29',
    })
  })

  it.each([
    ['an answer', ['message_from_body', '2026-06-29 18:30', { isAnswer: true }] as const],
    ['an offer', ['offer_made', '2026-06-29 12:00'] as const],
    ['a decline', ['declined', '2026-06-10 12:00', { reason: 'occupied' }] as const],
    ['a closure', ['closed_no_fit', '2026-06-10 12:00'] as const],
  ])('is met by %s', (_, entry) => {
    const log = arrivedLog(monday, ['accepted', monday], [...entry])
    expect(clocksAt('2026-09-01 10:00', log).legal?.state).toBe('met')
  })

  it('is not met by a message on the way, and stays breached when the answer comes late', () => {
    const log = arrivedLog(
      monday,
      ['message_from_body', '2026-06-09 10:00', { isAnswer: false }],
      ['message_from_body', '2026-06-30 10:00', { isAnswer: true }],
    )
    expect(clocksAt('2026-06-29 10:00', log.slice(0, -1)).legal?.state).toBe('running')
    expect(clocksAt('2026-09-01 10:00', log)).toMatchObject({
      legal: { state: 'breached', endedAt: moment('2026-06-30 10:00') },
      nearestDue: null,
    })
  })

  it('warns at 75 % of the working time: 11 and a quarter of 15 days', () => {
    const log = arrivedLog(monday)
    expect(clocksAt('2026-06-24 11:22', log).legal?.isWarning).toBe(false)
    expect(clocksAt('2026-06-24 11:23', log).legal).toMatchObject({ isWarning: true, workingDaysLeft: 3 })
    expect(clocksAt('2026-06-08 18:00', log).legal).toMatchObject({ usedShare: 0, workingDaysLeft: 15 })
  })
})

describe('art. 65 and 76.2: redirected within 3 working days, the receiver has its own 15', () => {
  const redirected = (at: string) => arrivedLog(monday, ['redirected', at, { bodyId: 'second' }])

  it('counts the receiver from the arrival', () => {
    const report = clocksAt('2026-06-11 13:00', redirected('2026-06-11 12:00'))
    expect(brief(report.legal)).toEqual({ state: 'running', due: '2026-07-02' })
    expect(brief(report.redirect)).toEqual({ state: 'running', due: '2026-06-16' })
    expect(report.registeredOn).toBe('2026-06-08')
  })

  it('counts an arrival after hours from the next working day (64.3), here over Capital Day', () => {
    const report = clocksAt('2026-06-15 10:00', redirected('2026-06-12 18:45'))
    expect(report.legal).toMatchObject({ startedOn: '2026-06-15', due: '2026-07-07' })
  })

  it('is late after the third working day, and only then a breach', () => {
    const breachesOf = (at: string) => clocksAt('2026-06-16 10:00', redirected(at)).breaches
    expect(breachesOf('2026-06-11 18:30')).not.toContainEqual(expect.objectContaining({ key: 'redirect' }))
    expect(breachesOf('2026-06-12 09:00')).toContainEqual({
      key: 'redirect',
      startedBy: 2,
      due: '2026-06-11',
      at: moment('2026-06-11 18:30'),
    })
    expect(clocksAt('2026-06-16 10:00', arrivedLog(monday)).redirect?.state).toBe('stopped')
  })

  it('two redirects: each receiver has its own terms', () => {
    const log = [...redirected('2026-06-10 12:00'), ...logOf(['redirected', '2026-06-15 12:00', { bodyId: 'third' }])]
    const ordered = log.map((event, index) => ({ ...event, sequence: index + 1 }))
    expect(clocksAt('2026-06-15 13:00', ordered)).toMatchObject({
      legal: { startedOn: '2026-06-15', due: '2026-07-07' },
      redirect: { startedOn: '2026-06-15', due: '2026-06-18' },
    })
  })

  it('leaves the first body’s extension behind (76.3)', () => {
    const extended = ['extended', '2026-06-10 12:00', { until: d('2026-07-20') }] as const
    const log = arrivedLog(monday, [...extended], ['redirected', '2026-06-11 12:00', { bodyId: 'second' }])
    expect(clocksAt('2026-06-11 13:00', log)).toMatchObject({ legal: { due: '2026-07-02' }, extension: null })
  })

  it('never resets the promise', () => {
    const report = clocksAt('2026-06-11 10:00', redirected('2026-06-10 12:00'))
    expect(report.firstAnswer).toMatchObject({ state: 'breached', startedOn: '2026-06-08', due: '2026-06-10' })
  })

  it('does not undo a breach of the first body', () => {
    const report = clocksAt('2026-07-02 10:00', redirected('2026-07-01 10:00'))
    expect(report.breaches).toContainEqual(expect.objectContaining({ key: 'legal', startedBy: 2, due: '2026-06-29' }))
    expect(report.legal).toMatchObject({ state: 'running', startedBy: 5 })
  })
})

describe('art. 76.3: extension of at most 2 months from the decision, notice within 3 working days', () => {
  it('over New Year: until the last day of two months, moved off a Sunday (76.5)', () => {
    const log = arrivedLog('2026-12-21 10:00', ['extended', '2026-12-30 12:00', { until: d('2027-06-01') }])
    const report = clocksAt('2026-12-30 13:00', log)
    expect(report.legal).toMatchObject({ state: 'running', due: '2027-03-01' })
    expect(report.extension).toEqual({ until: '2027-03-01', noticeDue: '2027-01-06' })
  })

  it('until 24 March 2026, a moved day off, ends on 26 March (76.5)', () => {
    const log = arrivedLog('2026-02-24 10:00', ['extended', '2026-03-02 12:00', { until: d('2026-03-24') }])
    expect(clocksAt('2026-03-03 10:00', log).legal?.due).toBe('2026-03-26')
  })

  it('does not heal a term that is over', () => {
    const log = arrivedLog(monday, ['extended', '2026-06-30 10:00', { until: d('2026-07-20') }])
    expect(clocksAt('2026-06-30 11:00', log)).toMatchObject({ legal: { state: 'breached' }, extension: null })
  })

  it.each([
    ['2026-07-20', { ok: true, value: '2026-07-20' }],
    ['2026-07-19', { ok: true, value: '2026-07-20' }],
    ['2026-08-10', { ok: true, value: '2026-08-10' }],
    ['2026-08-11', { ok: false, code: 'over_two_months', params: { latest: '2026-08-10' } }],
    ['2026-06-29', { ok: false, code: 'not_later', params: { due: '2026-06-29' } }],
  ])('may the head extend to %s on 10 June?', (until, verdict) => {
    const { legal } = clocksAt('2026-06-10 10:00', arrivedLog(monday))
    expect(checkExtension(legal, d(until), moment('2026-06-10 10:00'), kazakhClock)).toEqual(verdict)
  })

  it('may not be decided when the term is over or never began', () => {
    const over = clocksAt('2026-06-30 10:00', arrivedLog(monday)).legal
    const none = { ok: false, code: 'term_not_running' }
    expect(checkExtension(over, d('2026-07-20'), moment('2026-06-30 10:00'), kazakhClock)).toEqual(none)
    expect(checkExtension(null, d('2026-07-20'), moment('2026-06-30 10:00'), kazakhClock)).toEqual(none)
  })
})

describe('art. 64.6-64.7: a deficient inquiry', () => {
  const marked = arrivedLog(monday, ['marked_deficient', '2026-06-10 12:00', { fixBy: d('2026-06-17') }])
  const then = (...entries: Parameters<typeof logOf>) =>
    [...marked, ...logOf(...entries)].map((event, index) => ({ ...event, sequence: index + 1 }))

  it('stops the legal term while the investor completes it', () => {
    const report = clocksAt('2026-06-12 10:00', marked)
    expect(report.legal).toMatchObject({ state: 'paused', due: '2026-07-01', deadline: null, workingDaysLeft: 13 })
    expect(report.return).toMatchObject({ state: 'paused', startedOn: '2026-06-17', due: '2026-06-22' })
    expect(report.nextStep).toMatchObject({ state: 'paused', due: null })
    expect(report).toMatchObject({ firstAnswer: { state: 'met' }, nearestDue: null })
  })

  it('goes on with the days that were left', () => {
    const report = clocksAt('2026-06-15 12:00', then(['deficiency_fixed', '2026-06-15 11:00']))
    expect(report.legal).toMatchObject({
      state: 'running',
      due: '2026-07-02',
      workingDaysTotal: 15,
      workingDaysLeft: 13,
    })
    expect(report).toMatchObject({ return: { state: 'stopped' }, nextStep: { state: 'running', due: '2026-06-18' } })
  })

  it('is returned within 3 working days after the term to complete', () => {
    const met = clocksAt('2026-08-01 10:00', then(['returned', '2026-06-22 17:00']))
    expect(met).toMatchObject({ return: { state: 'met' }, legal: { state: 'stopped' }, breaches: [] })
    expect(clocksAt('2026-06-19 10:00', marked)).toMatchObject({
      return: { state: 'running', workingDaysLeft: 1 },
      nearestDue: '2026-06-22',
    })
    expect(clocksAt('2026-06-23 10:00', marked).breaches).toEqual([expect.objectContaining({ key: 'return' })])
  })

  it('a term to complete that ends on 24 March 2026 ends on 26 March (76.5)', () => {
    const log = arrivedLog('2026-03-16 10:00', ['marked_deficient', '2026-03-17 12:00', { fixBy: d('2026-03-24') }])
    expect(clocksAt('2026-03-18 10:00', log).return).toMatchObject({ startedOn: '2026-03-26', due: '2026-03-31' })
  })

  it('does not stop a legal term that was already broken', () => {
    const log = arrivedLog(monday, ['marked_deficient', '2026-06-30 10:00', { fixBy: d('2026-07-10') }])
    expect(clocksAt('2026-07-01 10:00', log).legal?.state).toBe('breached')
  })
})

describe('art. 64.9: withdrawal, and a repeat', () => {
  const withdrawn = arrivedLog(monday, ['accepted', '2026-06-09 10:00'], ['withdrawn', '2026-06-10 10:00'])

  it('stops every clock', () => {
    const report = clocksAt('2026-09-01 10:00', withdrawn)
    const states = [report.legal, report.redirect, report.firstAnswer].map((clock) => clock?.state)
    expect(states).toEqual(['stopped', 'stopped', 'stopped'])
    expect(report).toMatchObject({ breaches: [], nearestDue: null })
  })

  it('reopening begins new terms', () => {
    const log = [...withdrawn, ...logOf(['reopened', '2026-06-22 10:00'])]
    const report = clocksAt(
      '2026-06-22 11:00',
      log.map((event, index) => ({ ...event, sequence: index + 1 })),
    )
    expect(brief(report.legal)).toEqual({ state: 'running', due: '2026-07-14' })
    expect(brief(report.firstAnswer)).toEqual({ state: 'running', due: '2026-06-24' })
  })

  it('taking back spam begins nothing anew: the error was the body’s', () => {
    const log = arrivedLog(monday, ['spam', '2026-06-09 10:00'], ['reopened', '2026-06-22 10:00'])
    expect(clocksAt('2026-06-20 10:00', log.slice(0, -1)).legal?.state).toBe('stopped')
    expect(clocksAt('2026-06-22 11:00', log)).toMatchObject({
      legal: { state: 'running', due: '2026-06-29' },
      firstAnswer: { state: 'breached', due: '2026-06-10' },
    })
  })
})
