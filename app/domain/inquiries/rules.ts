import type { Language } from '#app/domain/kernel/localized'
import { addDays, localDateOf, type LocalDate } from '#app/domain/kernel/local-date'
import { officeDayPassed, workingDaysBetween } from '#app/domain/kernel/working-calendar'
import type { Clock, ClockContext, ClockReport, InquiryEvent, WorkflowState } from './clock/model'
import { readClocks } from './clock/rules'
import { isClosed, replay } from './clock/workflow'
import type { ClocksView, ClockView, DueView } from './model'

const minuteMs = 60_000
const hourMs = 60 * minuteMs

/** How long the link in the confirmation letter works. */
export const confirmHours = 48

/**
 * Within an hour, from one place (an office shares one): forms with one address of e-mail, and forms at all. `letters` is
 * how many confirmation letters strangers can have sent to one address, from all places together.
 */
export const hourlyLimits = { email: 5, client: 20, letters: 10 } as const

/** Last moment of a confirmation letter sent at `now`. */
export function confirmationEnd(now: Date): Date {
  return new Date(now.getTime() + confirmHours * hourMs)
}

/**
 * From when on the letter may be sent again: a minute after the first one, then twice as long after each, so that a
 * form cannot flood a mailbox. The last sending follows from the end of the link.
 */
export function nextResendAt(submittedAt: Date, confirmExpiresAt: Date): Date {
  const lastSent = confirmExpiresAt.getTime() - confirmHours * hourMs
  return new Date(lastSent + Math.max(minuteMs, lastSent - submittedAt.getTime()))
}

/** What a part's row repeats of its log, so that lists can be sorted; always computed, never edited. */
export type Projection = { state: WorkflowState; dueOn: LocalDate | null; closedAt: Date | null }

/**
 * State, nearest due day and end of a part by its log, as of its last event or later; empty logs are `unconfirmed`.
 */
export function projectPart(events: readonly InquiryEvent[], context: ClockContext, asOf?: Date): Projection {
  const last = replay(events).at(-1)
  if (last === undefined) return { state: 'unconfirmed', dueOn: null, closedAt: null }
  const { nearestDue } = readClocks(events, asOf ?? last.event.at, context)
  return { state: last.to, dueOn: nearestDue, closedAt: isClosed(last.to) ? last.event.at : null }
}

/** The clocks of a part at `now` as both sides see them; the promise is the first answer, later the next step. */
export function viewClocks(events: readonly InquiryEvent[], now: Date, context: ClockContext): ClocksView {
  const report = readClocks(events, now, context)
  return {
    registeredOn: report.registeredOn,
    due: findDue(report),
    legal: viewClock(report.legal),
    promise: viewClock(report.nextStep ?? report.firstAnswer),
    redirect: viewClock(report.redirect),
    breaches: report.breaches.map(({ key, due }) => ({ key, due })),
    isCalendarKnown: report.isCalendarKnown,
  }
}

/** The clock on which the body owes something first; `paused` while it waits for the investor, `done` when nothing runs. */
export function findDue(report: ClockReport): DueView {
  const clocks = [report.firstAnswer, report.nextStep, report.return, report.legal].filter((clock) => clock !== null)
  const open = clocks.filter((clock) => clock.endedAt === null)
  const owed = open
    .filter((clock) => clock.state === 'running' || clock.state === 'breached')
    .sort((left, right) => compareDue(left.due, right.due))[0]
  if (owed)
    return { key: owed.key, ring: ringOf(owed), due: owed.due, daysLeft: owed.workingDaysLeft, used: owed.usedShare }
  const paused = open.find((clock) => clock.state === 'paused')
  return { key: paused?.key ?? null, ring: paused ? 'paused' : 'done', due: null, daysLeft: 0, used: 0 }
}

export type DueWord = 'overdue_today' | 'overdue' | 'today' | 'tomorrow' | 'days' | 'waiting' | 'nothing'

/** How a due day is said on `today`: with a count of working days where `days` or `overdue`. */
export function wordDue(due: DueView, today: LocalDate): { word: DueWord; count: number } {
  if (due.due === null) return { word: due.ring === 'paused' ? 'waiting' : 'nothing', count: 0 }
  if (due.ring === 'breached') {
    const count = Math.abs(due.daysLeft)
    return { word: count > 0 ? 'overdue' : 'overdue_today', count }
  }
  if (due.due === today) return { word: 'today', count: 0 }
  return { word: due.due === addDays(today, 1) ? 'tomorrow' : 'days', count: due.daysLeft }
}

/** Working days, in parts, from registration to the first human answer; null while there is none. */
export function daysToFirstAnswer(events: readonly InquiryEvent[], context: ClockContext): number | null {
  const log = replay(events)
  const answer = log.find(({ event }) => event.type === 'message_from_body')?.event
  if (answer === undefined) return null
  const { registeredOn } = readClocks(events, answer.at, context)
  if (registeredOn === null) return null
  const day = localDateOf(answer.at)
  const days = workingDaysBetween(context.calendar, registeredOn, day)
  if (days <= 0) return 0
  if (!context.calendar.isWorkingDay(day)) return days
  return days - 1 + officeDayPassed(context.calendar, answer.at, context.hours)
}

/** The middle one of the values, the mean of the middle two when their count is even; null when there are none. */
export function medianOf(values: readonly number[]): number | null {
  const sorted = [...values].sort((left, right) => left - right)
  const upper = sorted[Math.floor(sorted.length / 2)]
  const lower = sorted[Math.ceil(sorted.length / 2) - 1]
  return upper === undefined || lower === undefined ? null : (lower + upper) / 2
}

/** Languages in which the body may answer: the state language or that of the inquiry (APPC art. 89.2). */
export function answerLanguages(inquiry: Language): Language[] {
  return inquiry === 'kk' ? ['kk'] : ['kk', inquiry]
}

function viewClock(clock: Clock | null): ClockView | null {
  if (clock === null) return null
  const { key, state, due, workingDaysTotal, workingDaysLeft, usedShare, isWarning, endedAt } = clock
  return {
    key,
    state,
    due,
    daysTotal: workingDaysTotal,
    daysLeft: workingDaysLeft,
    used: usedShare,
    isWarning,
    endedAt: endedAt?.toISOString() ?? null,
  }
}

function ringOf(clock: Clock): DueView['ring'] {
  if (clock.state === 'breached') return 'breached'
  return clock.isWarning ? 'warn' : 'running'
}

function compareDue(left: LocalDate | null, right: LocalDate | null): number {
  return left === right ? 0 : (left ?? '9') < (right ?? '9') ? -1 : 1
}
