import { addMonths, localDateOf, type LocalDate } from '#app/domain/kernel/local-date'
import {
  addWorkingDays,
  dayOfArrival,
  endOfOffice,
  workingDayOnOrAfter,
  workingDaysBetween,
} from '#app/domain/kernel/working-calendar'
import type { ClockContext, ClockKey, ClockReport, InquiryEvent } from './model'
import { isClosed, isTakenBackByReopening, type Step } from './workflow'

/** A term of the law or of the promise, from the event that began it to the one that ended it. */
export type Term = {
  key: ClockKey
  startedBy: number
  startedOn: LocalDate
  due: LocalDate
  /** Day on which waiting for the investor began; null while the term runs. */
  pausedOn: LocalDate | null
  /** Working days of earlier pauses, which do not count. */
  pausedDays: number
  ending: { how: 'met' | 'stopped'; at: Date; by: number } | null
}

export type TermLog = {
  registeredOn: LocalDate | null
  terms: Term[]
  extension: ClockReport['extension']
  /** The body's last word to the investor, since when it waits for the investor; null before the first one. */
  lastAnswer: { by: number; on: LocalDate } | null
  isClosed: boolean
}

/**
 * The terms that a log began, paused, moved and ended.
 *
 * Decisions beyond the letter of the law:
 * - While a deficient inquiry waits for the investor, the legal term stands still (art. 64.6 gives the investor that
 *   time; art. 76.1 is silent). The day it was marked still counts, the day the completion arrives does not.
 * - A redirect ends the term of the first body and begins the receiver's own (art. 65, 76.2); the promise goes on.
 * - A message on the way does not end the legal term, an answer, a decline, an offer or a closure does.
 * - Reopening begins a new legal term, as a repeated appeal does (art. 64.9); taking back spam or duplicate does not,
 *   since that error was the body's: the terms go on from where they began.
 * - A further message of the investor begins the promise anew unless it is already broken.
 */
export function collectTerms(steps: readonly Step[], context: ClockContext): TermLog {
  const log: TermLog = { registeredOn: null, terms: [], extension: null, lastAnswer: null, isClosed: false }
  for (const [index, step] of steps.entries()) {
    if (step.event.type === 'reopened') reopen(log, step, steps[index - 1]?.event, context)
    else apply(log, step.event, context)
    log.isClosed = isClosed(step.to)
    if (!log.isClosed) continue
    for (const term of log.terms) end(term, 'stopped', step.event)
  }
  return log
}

function apply(log: TermLog, event: InquiryEvent, context: ClockContext): void {
  switch (event.type) {
    case 'confirmed':
    case 'registered':
      return arrive(log, event, context)
    case 'redirected':
      return redirect(log, event, context)
    case 'message_from_investor':
    case 'visit_times_asked':
      return hearInvestor(log, event, context)
    case 'message_from_body':
      if (event.isAnswer) endOpen(log, 'legal', 'met', event)
      return hearBody(log, event)
    case 'marked_deficient':
      return waitForInvestor(log, event, context)
    case 'deficiency_fixed':
      return goOn(log, event, context)
    case 'returned':
      endOpen(log, 'return', 'met', event)
      return hearBody(log, event)
    case 'extended':
      return extend(log, event, context)
    case 'offer_made':
    case 'declined':
    case 'closed_no_fit':
    case 'contracted':
      endOpen(log, 'legal', 'met', event)
      return hearBody(log, event)
    case 'visit_proposed':
    case 'visit_moved':
    case 'visit_cancelled':
      return hearBody(log, event)
  }
}

/** Art. 64.3 and 76.1: registered on the day of arrival, or the next working day; both clocks begin. */
function arrive(log: TermLog, event: InquiryEvent, context: ClockContext): void {
  if (log.registeredOn !== null) return
  log.registeredOn = dayOfArrival(context.calendar, event.at, context.hours)
  begin(log, 'legal', event, context)
  begin(log, 'redirect', event, context)
  begin(log, 'first_answer', event, context)
}

/** Art. 65 and 76.2: the receiver has its own terms from the arrival; an extension was the first body's. */
function redirect(log: TermLog, event: InquiryEvent, context: ClockContext): void {
  endOpen(log, 'redirect', 'met', event)
  endOpen(log, 'legal', 'stopped', event)
  log.extension = null
  begin(log, 'legal', event, context)
  begin(log, 'redirect', event, context)
}

/** Any word of a person of the body to the investor keeps the promise; accepting or handing over the case does not. */
function hearBody(log: TermLog, event: InquiryEvent): void {
  endOpen(log, 'first_answer', 'met', event)
  endOpen(log, 'next_step', 'met', event)
  log.lastAnswer = { by: event.sequence, on: localDateOf(event.at) }
}

function hearInvestor(log: TermLog, event: InquiryEvent, context: ClockContext): void {
  if (log.lastAnswer === null) return
  const open = findOpen(log, 'next_step')
  if (open && isPast(open, event.at, context)) return
  if (open) end(open, 'stopped', event)
  begin(log, 'next_step', event, context)
}

/** Art. 64.6-64.7: the term to complete moves like any other (76.5); from its end the body has days to return it. */
function waitForInvestor(
  log: TermLog,
  event: Extract<InquiryEvent, { type: 'marked_deficient' }>,
  context: ClockContext,
): void {
  const legal = findOpen(log, 'legal')
  if (legal && !isPast(legal, event.at, context)) legal.pausedOn = localDateOf(event.at)
  hearBody(log, event)
  const startedOn = workingDayOnOrAfter(context.calendar, event.fixBy)
  const due = addWorkingDays(context.calendar, startedOn, context.terms.return)
  log.terms.push({ ...blank, key: 'return', startedBy: event.sequence, startedOn, due })
}

function goOn(log: TermLog, event: InquiryEvent, context: ClockContext): void {
  endOpen(log, 'return', 'stopped', event)
  const legal = findOpen(log, 'legal')
  if (legal && legal.pausedOn !== null) {
    const arrivedOn = dayOfArrival(context.calendar, event.at, context.hours)
    const days = workingDaysBetween(context.calendar, legal.pausedOn, arrivedOn)
    legal.due = addWorkingDays(context.calendar, legal.due, days)
    legal.pausedDays += days
    legal.pausedOn = null
  }
  hearInvestor(log, event, context)
}

/** Art. 76.3: never more than two months from the decision, and only while the term still runs. */
function extend(log: TermLog, event: Extract<InquiryEvent, { type: 'extended' }>, context: ClockContext): void {
  const legal = findOpen(log, 'legal')
  if (!legal || isPast(legal, event.at, context)) return
  const decidedOn = localDateOf(event.at)
  const latest = addMonths(decidedOn, context.terms.extensionMonths)
  const until = workingDayOnOrAfter(context.calendar, event.until < latest ? event.until : latest)
  if (until <= legal.due) return
  legal.due = until
  log.extension = { until, noticeDue: addWorkingDays(context.calendar, decidedOn, context.terms.extensionNotice) }
}

function reopen(log: TermLog, step: Step, closing: InquiryEvent | undefined, context: ClockContext): void {
  if (isTakenBackByReopening(step.from)) {
    for (const term of log.terms) if (term.ending?.by === closing?.sequence) term.ending = null
    return
  }
  log.extension = null
  if (log.registeredOn === null) return arrive(log, step.event, context)
  begin(log, 'legal', step.event, context)
  begin(log, 'redirect', step.event, context)
  begin(log, log.lastAnswer === null ? 'first_answer' : 'next_step', step.event, context)
}

const blank = { pausedOn: null, pausedDays: 0, ending: null }

function begin(log: TermLog, key: ClockKey, event: InquiryEvent, context: ClockContext): void {
  const { terms } = context
  const lengths = { legal: terms.legal, redirect: terms.redirect, return: terms.return }
  const days = { ...lengths, first_answer: terms.firstAnswer, next_step: terms.nextStep }[key]
  const startedOn = dayOfArrival(context.calendar, event.at, context.hours)
  const due = addWorkingDays(context.calendar, startedOn, days)
  log.terms.push({ ...blank, key, startedBy: event.sequence, startedOn, due })
}

/** The term of that kind that has not ended; at most one has not. */
export function findOpen(log: TermLog, key: ClockKey): Term | undefined {
  return log.terms.findLast((term) => term.key === key && term.ending === null)
}

function endOpen(log: TermLog, key: ClockKey, how: 'met' | 'stopped', event: InquiryEvent): void {
  const open = findOpen(log, key)
  if (open) end(open, how, event)
}

function end(term: Term, how: 'met' | 'stopped', event: InquiryEvent): void {
  term.ending ??= { how, at: event.at, by: event.sequence }
}

function isPast(term: Term, at: Date, context: ClockContext): boolean {
  return at.getTime() > endOfOffice(term.due, context.hours).getTime()
}
