import { insideEvents, type InquiryEvent } from '#app/domain/inquiries/clock/model'
import { readClocks } from '#app/domain/inquiries/clock/rules'
import { collectTerms } from '#app/domain/inquiries/clock/terms'
import { isClosed, replay, stateOf } from '#app/domain/inquiries/clock/workflow'
import { toLocalDate } from '#app/domain/kernel/local-date'
import { anyLog, arrivedLog, kazakhClock, type logOf, moment } from '#tests/builders/inquiry-log'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const clocksAt = (now: string, log: InquiryEvent[]) => readClocks(log, moment(now), kazakhClock)

/** Monday; the first answer is due on Wednesday 10 June. */
const monday = '2026-06-08 10:00'

describe('service promise: first human answer within 2 working days', () => {
  it.each<[string, InquiryEvent[]]>([
    ['a message', arrivedLog(monday, ['message_from_body', '2026-06-10 18:30', { isAnswer: false }])],
    ['a visit proposed', arrivedLog(monday, ['visit_proposed', '2026-06-09 10:00'])],
    ['a visit moved', arrivedLog(monday, ['visit_proposed', '2026-06-09 10:00'], ['visit_moved', '2026-06-09 11:00'])],
    ['a decline', arrivedLog(monday, ['declined', '2026-06-09 10:00', { reason: 'occupied' }])],
  ])('is met by %s', (_, log) => {
    expect(clocksAt('2026-06-30 10:00', log).firstAnswer?.state).toBe('met')
  })

  it.each<[string, InquiryEvent[]]>([
    ['accepting the case', arrivedLog(monday, ['accepted', '2026-06-09 10:00'])],
    ['an internal note', arrivedLog(monday, ['internal_note', '2026-06-09 10:00'])],
    ['handing it over', arrivedLog(monday, ['redirected', '2026-06-09 10:00', { bodyId: 'second' }])],
    ['an extension', arrivedLog(monday, ['extended', '2026-06-09 10:00', { until: toLocalDate('2026-07-20') }])],
    ['the investor’s own message', arrivedLog(monday, ['message_from_investor', '2026-06-09 10:00'])],
  ])('is not met by %s', (_, log) => {
    expect(clocksAt('2026-06-10 12:00', log).firstAnswer).toMatchObject({ state: 'running', due: '2026-06-10' })
    expect(clocksAt('2026-06-11 10:00', log).firstAnswer).toMatchObject({ state: 'breached', workingDaysLeft: -1 })
  })

  it('warns at 75 %: a day and a half', () => {
    expect(clocksAt('2026-06-10 13:44', arrivedLog(monday)).firstAnswer?.isWarning).toBe(false)
    expect(clocksAt('2026-06-10 13:45', arrivedLog(monday)).firstAnswer?.isWarning).toBe(true)
  })
})

describe('service promise: next step within 3 working days of the investor’s last message', () => {
  const answered = (...entries: Parameters<typeof logOf>) =>
    arrivedLog(monday, ['message_from_body', '2026-06-09 10:00', { isAnswer: false }], ...entries)

  it('does not begin before the first answer', () => {
    expect(
      clocksAt('2026-06-09 11:00', arrivedLog(monday, ['message_from_investor', '2026-06-09 10:00'])).nextStep,
    ).toBe(null)
  })

  it('waits while the body waits for the investor', () => {
    expect(clocksAt('2026-08-03 10:00', answered()).nextStep).toMatchObject({ state: 'paused', due: null })
  })

  it('runs from the investor’s message and waits again after the body’s', () => {
    const asked = answered(['message_from_investor', '2026-06-11 10:00'])
    expect(clocksAt('2026-06-12 10:00', asked)).toMatchObject({
      nextStep: { state: 'running', due: '2026-06-16', workingDaysLeft: 2 },
      nearestDue: '2026-06-16',
    })
    const replied = answered(['message_from_investor', '2026-06-11 10:00'], ['offer_made', '2026-06-16 18:30'])
    expect(clocksAt('2026-06-30 10:00', replied)).toMatchObject({ nextStep: { state: 'paused' }, breaches: [] })
  })

  it('is counted from the last of several messages', () => {
    const log = answered(['message_from_investor', '2026-06-11 10:00'], ['message_from_investor', '2026-06-15 10:00'])
    expect(clocksAt('2026-06-17 10:00', log).nextStep).toMatchObject({ state: 'running', due: '2026-06-18' })
  })

  it('once broken stays broken until the body acts, whatever the investor writes', () => {
    const log = answered(['message_from_investor', '2026-06-11 10:00'], ['message_from_investor', '2026-06-17 10:00'])
    expect(clocksAt('2026-06-17 11:00', log).nextStep).toMatchObject({ state: 'breached', due: '2026-06-16' })
  })

  it('goes on when the case is handed over', () => {
    const log = answered(
      ['message_from_investor', '2026-06-11 10:00'],
      ['redirected', '2026-06-12 10:00', { bodyId: 'second' }],
    )
    expect(clocksAt('2026-06-15 10:00', log).nextStep).toMatchObject({ state: 'running', due: '2026-06-16' })
  })

  it('begins when other times are asked for, ends when the visit is moved', () => {
    const asked = answered(['visit_proposed', '2026-06-09 11:00'], ['visit_times_asked', '2026-06-11 10:00'])
    expect(clocksAt('2026-06-12 10:00', asked).nextStep).toMatchObject({ state: 'running', due: '2026-06-16' })
    const moved = answered(
      ['visit_proposed', '2026-06-09 11:00'],
      ['visit_times_asked', '2026-06-11 10:00'],
      ['visit_moved', '2026-06-12 10:00'],
    )
    expect(clocksAt('2026-06-30 10:00', moved).nextStep).toMatchObject({ state: 'paused' })
  })

  it('counts a message on a Friday evening from Monday', () => {
    const log = answered(['message_from_investor', '2026-06-12 20:00'])
    expect(clocksAt('2026-06-13 10:00', log).nextStep).toMatchObject({ startedOn: '2026-06-15', due: '2026-06-18' })
  })
})

describe('clocks of every log made of allowed events', () => {
  const later = fc.integer({ min: 0, max: 90 * 1440 })
  const after = (log: InquiryEvent[], minutes: number) => new Date((log.at(-1)?.at.getTime() ?? 0) + minutes * 60_000)

  it('are the same in whatever order the events come', () => {
    const shuffled = anyLog.chain((log) =>
      fc.tuple(fc.constant(log), fc.shuffledSubarray(log, { minLength: log.length })),
    )
    fc.assert(
      fc.property(shuffled, later, ([log, other], minutes) => {
        const now = after(log, minutes)
        expect(readClocks(other, now, kazakhClock)).toEqual(readClocks(log, now, kazakhClock))
      }),
    )
  })

  it('keep a breach for good, and each only once', () => {
    fc.assert(
      fc.property(anyLog, later, later, (log, minutes, more) => {
        const early = readClocks(log, after(log, minutes), kazakhClock).breaches
        const late = readClocks(log, after(log, minutes + more), kazakhClock).breaches
        expect(late).toEqual(expect.arrayContaining(early))
        const names = late.map((breach) => `${breach.key} ${breach.startedBy}`)
        expect(new Set(names).size).toBe(names.length)
      }),
    )
  })

  it('have at most one open term of a kind, and none when the case is closed', () => {
    fc.assert(
      fc.property(anyLog, (log) => {
        const open = collectTerms(replay(log), kazakhClock).terms.filter((term) => term.ending === null)
        expect(new Set(open.map((term) => term.key)).size).toBe(open.length)
        if (isClosed(stateOf(log))) expect(open).toEqual([])
      }),
    )
  })

  it('owe an arrived and open case an answer or wait for the investor: never neither', () => {
    fc.assert(
      fc.property(anyLog, later, (log, minutes) => {
        const state = stateOf(log)
        const report = readClocks(log, after(log, minutes), kazakhClock)
        const isOpen = state !== 'unconfirmed' && !isClosed(state)
        const isPromised = report.firstAnswer?.endedAt === null || report.nextStep?.endedAt === null
        expect(isOpen ? isPromised : !isPromised).toBe(true)
      }),
    )
  })

  it('are paused only while the investor is to act', () => {
    const toInvestor = [
      ...['message_from_body', 'visit_proposed', 'visit_moved', 'visit_cancelled', 'offer_made', 'marked_deficient'],
      ...['declined', 'closed_no_fit', 'contracted', 'returned'],
    ]
    const fromInvestor = ['message_from_investor', 'visit_times_asked', 'deficiency_fixed']
    fc.assert(
      fc.property(anyLog, later, (log, minutes) => {
        const report = readClocks(log, after(log, minutes), kazakhClock)
        if (report.legal?.state === 'paused') expect(stateOf(log)).toBe('deficient')
        if (report.return?.state === 'paused') expect(stateOf(log)).toBe('deficient')
        if (report.nextStep?.state !== 'paused') return
        const talk = replay(log).filter(({ event }) => [...toInvestor, ...fromInvestor].includes(event.type))
        expect(toInvestor).toContain(talk.at(-1)?.event.type)
      }),
    )
  })

  it('do not depend on what happens inside the body: the investor’s page shows the same', () => {
    fc.assert(
      fc.property(anyLog, later, (log, minutes) => {
        const now = after(log, minutes)
        const seen = log.filter(({ type }) => !insideEvents.has(type))
        expect(readClocks(seen, now, kazakhClock)).toEqual(readClocks(log, now, kazakhClock))
        expect(stateOf(seen)).toBe(stateOf(log))
      }),
    )
  })

  it('are not reset by a hand-over: the promise is the same just before and after a redirect', () => {
    fc.assert(
      fc.property(anyLog, (log) => {
        for (const [index, event] of log.entries()) {
          if (event.type !== 'redirected') continue
          const before = readClocks(log.slice(0, index), event.at, kazakhClock)
          const afterwards = readClocks(log.slice(0, index + 1), event.at, kazakhClock)
          expect(afterwards.firstAnswer).toEqual(before.firstAnswer)
          expect(afterwards.nextStep).toEqual(before.nextStep)
          expect(afterwards.legal?.startedBy).toBe(event.sequence)
        }
      }),
    )
  })

  it('end on working days, and a share is between 0 and 1', () => {
    fc.assert(
      fc.property(anyLog, later, (log, minutes) => {
        const report = readClocks(log, after(log, minutes), kazakhClock)
        for (const clock of [report.legal, report.redirect, report.return, report.firstAnswer, report.nextStep]) {
          if (clock === null) continue
          if (clock.due !== null) expect(kazakhClock.calendar.isWorkingDay(clock.due)).toBe(true)
          expect(clock.usedShare >= 0 && clock.usedShare <= 1).toBe(true)
          if (clock.state === 'breached') expect(clock.usedShare).toBe(1)
          if (clock.state === 'running') expect(clock.workingDaysLeft).toBeGreaterThanOrEqual(0)
        }
      }),
    )
  })
})
