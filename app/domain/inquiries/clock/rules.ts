import { addMonths, localDateOf, yearOf, type LocalDate } from '#app/domain/kernel/local-date'
import { no, yes, type Verdict } from '#app/domain/kernel/verdict'
import {
  addWorkingDays,
  dayOfArrival,
  endOfOffice,
  officeDayPassed,
  workingDayOnOrAfter,
  workingDaysBetween,
} from '#app/domain/kernel/working-calendar'
import type { Breach, Clock, ClockContext, ClockKey, ClockReport, ClockState, InquiryEvent } from './model'
import { collectTerms, findOpen, type Term, type TermLog } from './terms'
import { contextAt, contextOf } from './versions'
import { replay } from './workflow'

/**
 * All clocks of one part at `now`, from its log: the law's (answer, redirect, return) and the promise's (first answer,
 * next step). Nothing is stored: the same log, calendar and moment always give the same report, in whatever order the
 * events come. Every term ends when the office closes on its last day. Before the confirmation all clocks are null.
 * Source: Administrative Procedural Code art. 64, 65, 76 (sla.json); the promise is our own.
 */
export function readClocks(events: readonly InquiryEvent[], now: Date, given: ClockContext): ClockReport {
  const context = contextOf(given, events)
  const steps = replay(events)
  const log = collectTerms(steps, context)
  const newest = Math.max(now.getTime(), ...steps.map((step) => step.event.at.getTime()))
  const moment = new Date(newest)
  const latest = (key: ClockKey) => {
    const term = log.terms.findLast((candidate) => candidate.key === key)
    return term ? readTerm(term, moment, context) : null
  }
  const clocks = { legal: latest('legal'), redirect: latest('redirect'), return: latest('return') }
  const promise = { firstAnswer: latest('first_answer'), nextStep: waitingClock(log) ?? latest('next_step') }
  return {
    registeredOn: log.registeredOn,
    ...clocks,
    ...promise,
    extension: log.extension,
    breaches: log.terms.flatMap((term) => readBreach(term, moment, context)),
    nearestDue: findNearestDue([clocks.legal, clocks.return, promise.firstAnswer, promise.nextStep]),
    isCalendarKnown: isKnown(log, context),
  }
}

/** Dates that an inquiry arriving at `arrivedAt` will have: what the investor is told before sending. */
export function foresee(
  arrivedAt: Date,
  given: ClockContext,
): { registeredOn: LocalDate; legalDue: LocalDate; firstAnswerDue: LocalDate; isCalendarKnown: boolean } {
  const context = contextAt(given, arrivedAt)
  const registeredOn = dayOfArrival(context.calendar, arrivedAt, context.hours)
  const legalDue = addWorkingDays(context.calendar, registeredOn, context.terms.legal)
  const firstAnswerDue = addWorkingDays(context.calendar, registeredOn, context.terms.firstAnswer)
  const isCalendarKnown = context.calendar.covers(yearOf(registeredOn)) && context.calendar.covers(yearOf(legalDue))
  return { registeredOn, legalDue, firstAnswerDue, isCalendarKnown }
}

export type ExtensionCode = 'term_not_running' | 'not_later' | 'over_two_months'

/**
 * Whether the head may extend the legal term to `until` at `decidedAt` (art. 76.3); the value is the last day that
 * results, moved forward when it is a day off (76.5). Says `term_not_running`, `not_later` than the present due date,
 * or `over_two_months` from the decision with the last day possible as `params.latest`.
 */
export function checkExtension(
  legal: Clock | null,
  until: LocalDate,
  decidedAt: Date,
  context: ClockContext,
): Verdict<LocalDate, ExtensionCode> {
  if (legal?.state !== 'running' || legal.due === null) return no('term_not_running')
  const latest = addMonths(localDateOf(decidedAt), context.terms.extensionMonths)
  if (until > latest) return no('over_two_months', { latest })
  const moved = workingDayOnOrAfter(context.calendar, until)
  return moved > legal.due ? yes(moved) : no('not_later', { due: legal.due })
}

/** A term as seen at `now`, or as it was when it ended. */
function readTerm(term: Term, now: Date, context: ClockContext): Clock {
  const { calendar, hours, terms } = context
  const moment = term.ending?.at ?? now
  const today = localDateOf(moment)
  const pausedOn = findPause(term, today)
  const shift = pausedOn === null ? 0 : Math.max(0, workingDaysBetween(calendar, pausedOn, today))
  const due = term.key === 'return' ? term.due : addWorkingDays(calendar, term.due, shift)
  const total = workingDaysBetween(calendar, term.startedOn, term.due) - term.pausedDays
  const passed = countPassed(term, pausedOn ?? today, pausedOn === null ? moment : null, context)
  const usedShare = total <= 0 ? 1 : Math.min(1, Math.max(0, passed / total))
  const state = readState(term, moment, pausedOn !== null, context)
  return {
    key: term.key,
    state,
    startedBy: term.startedBy,
    startedOn: term.startedOn,
    due,
    deadline: state === 'paused' ? null : endOfOffice(due, hours),
    workingDaysTotal: total,
    workingDaysLeft: pausedOn === null ? workingDaysBetween(calendar, today, due) : total - Math.max(0, passed),
    usedShare,
    isWarning: state === 'running' && usedShare >= terms.warnShare,
    endedAt: term.ending?.at ?? null,
  }
}

/** Since when the term waits for the investor. The days to return an inquiry begin after the days to complete it. */
function findPause(term: Term, today: LocalDate): LocalDate | null {
  return term.key === 'return' && today <= term.startedOn ? term.startedOn : term.pausedOn
}

/** Working days of the term that have passed by that day; with a `moment`, its day counts as far as it has gone. */
function countPassed(term: Term, day: LocalDate, moment: Date | null, context: ClockContext): number {
  const { calendar, hours } = context
  const days = workingDaysBetween(calendar, term.startedOn, day) - term.pausedDays
  if (moment === null || day <= term.startedOn || !calendar.isWorkingDay(day)) return Math.max(0, days)
  return Math.max(0, days - 1 + officeDayPassed(calendar, moment, hours))
}

/** A redirect is a right that lapses: only one that came late breaks art. 65.1. */
function readState(term: Term, moment: Date, isPaused: boolean, context: ClockContext): ClockState {
  const ending = term.ending?.how ?? null
  if (isPaused) return ending === null ? 'paused' : 'stopped'
  const isLate = moment.getTime() > endOfOffice(term.due, context.hours).getTime()
  if (!isLate) return ending ?? 'running'
  return term.key === 'redirect' && ending !== 'met' ? 'stopped' : 'breached'
}

function readBreach(term: Term, now: Date, context: ClockContext): Breach[] {
  const { key, startedBy, due } = term
  if (readTerm(term, now, context).state !== 'breached') return []
  return [{ key, startedBy, due, at: endOfOffice(due, context.hours) }]
}

/** The body has had its say and the case is open: the next step is the investor's, and the promise waits for it. */
function waitingClock(log: TermLog): Clock | null {
  if (log.isClosed || log.lastAnswer === null || findOpen(log, 'next_step')) return null
  return {
    key: 'next_step',
    state: 'paused',
    startedBy: log.lastAnswer.by,
    startedOn: log.lastAnswer.on,
    due: null,
    deadline: null,
    workingDaysTotal: 0,
    workingDaysLeft: 0,
    usedShare: 0,
    isWarning: false,
    endedAt: null,
  }
}

function findNearestDue(clocks: readonly (Clock | null)[]): LocalDate | null {
  const owed = clocks.flatMap((clock) => (clock && isOwed(clock) && clock.due !== null ? [clock.due] : []))
  return owed.sort()[0] ?? null
}

function isOwed(clock: Clock): boolean {
  return clock.endedAt === null && (clock.state === 'running' || clock.state === 'breached')
}

function isKnown(log: TermLog, context: ClockContext): boolean {
  return log.terms.every(
    (term) => context.calendar.covers(yearOf(term.startedOn)) && context.calendar.covers(yearOf(term.due)),
  )
}
