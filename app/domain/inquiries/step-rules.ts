import { addDays, localDateOf, type LocalDate } from '#app/domain/kernel/local-date'
import { no, yes, type Verdict } from '#app/domain/kernel/verdict'
import { addWorkingDays } from '#app/domain/kernel/working-calendar'
import type { OfficialStep } from './model'
import type { ClockContext, EventType, InquiryEvent, WorkflowState } from './clock/model'
import { readClocks } from './clock/rules'
import { isClosed, replay, stateOf } from './clock/workflow'

/**
 * Bounds of a term to complete an inquiry, "reasonable" in art. 64.6: at least so many working days, at most so many
 * days. Working days of silence after which an investor counts as not to be reached. Days after the end of a case in
 * which the investor may open it again. All our own, no source.
 */
export const stepLimits = { fixWorkingDays: 3, fixDays: 60, silentDays: 5, reopenDays: 30 } as const

const toInvestor: readonly EventType[] = [
  'message_from_body',
  'visit_proposed',
  'visit_moved',
  'visit_cancelled',
  'offer_made',
  'marked_deficient',
]
const fromInvestor: readonly EventType[] = [
  'message_from_investor',
  'deficiency_fixed',
  'visit_accepted',
  'visit_times_asked',
]

/** The first and the last day that may be set for completing an inquiry (art. 64.6). */
export function fixTerm(today: LocalDate, { calendar }: ClockContext): { first: LocalDate; last: LocalDate } {
  return {
    first: addWorkingDays(calendar, today, stepLimits.fixWorkingDays),
    last: addDays(today, stepLimits.fixDays),
  }
}

/** Whether `fixBy` is a reasonable last day. Says `fix_too_early` or `fix_too_late` with the nearest day that is. */
export function checkFixBy(
  fixBy: LocalDate,
  now: Date,
  context: ClockContext,
): Verdict<LocalDate, 'fix_too_early' | 'fix_too_late'> {
  const { first, last } = fixTerm(localDateOf(now), context)
  if (fixBy < first) return no('fix_too_early', { date: first })
  return fixBy > last ? no('fix_too_late', { date: last }) : yes(fixBy)
}

/** Art. 64.7: an inquiry is returned after the term to complete it, never within it: then `return_early` with its end. */
export function checkReturn(
  events: readonly InquiryEvent[],
  now: Date,
  context: ClockContext,
): Verdict<null, 'return_early'> {
  const clock = readClocks(events, now, context).return
  if (clock?.state !== 'paused') return yes(null)
  return no('return_early', { date: clock.startedOn })
}

/**
 * Whether a case may end because its investor cannot be reached: the body's was the last word, and the working days of
 * silence have passed. Says `never_written`, `investor_wrote`, or `silent_early` with the first possible day.
 */
export function checkUnreachable(
  events: readonly InquiryEvent[],
  now: Date,
  { calendar }: ClockContext,
): Verdict<null, 'never_written' | 'investor_wrote' | 'silent_early'> {
  const said = replay(events).filter(({ event }) => [...toInvestor, ...fromInvestor].includes(event.type))
  const last = said.at(-1)?.event
  if (last === undefined || !said.some(({ event }) => toInvestor.includes(event.type))) return no('never_written')
  if (fromInvestor.includes(last.type)) return no('investor_wrote')
  const from = addDays(addWorkingDays(calendar, localDateOf(last.at), stepLimits.silentDays), 1)
  return localDateOf(now) >= from ? yes(null) : no('silent_early', { date: from })
}

/** Whether a step may be taken at `now` beside what the state of the case allows; says no like the rule of the step. */
export function checkStep(
  step: OfficialStep,
  events: readonly InquiryEvent[],
  now: Date,
  context: ClockContext,
): Verdict<null, 'return_early' | 'never_written' | 'investor_wrote' | 'silent_early'> {
  if (step === 'returned') return checkReturn(events, now, context)
  return step === 'unreachable' ? checkUnreachable(events, now, context) : yes(null)
}

/** Ends that the investor may question by writing anew; spam and duplicates are the body's to take back. */
const reopenable: readonly WorkflowState[] = ['closed_no_fit', 'declined', 'returned', 'withdrawn', 'unreachable']

/** Whether the investor may open the case again at `now`: it ended in a way that can be questioned, not long ago. */
export function mayInvestorReopen(events: readonly InquiryEvent[], now: Date): boolean {
  const last = replay(events).at(-1)
  if (last === undefined || !isClosed(last.to) || !reopenable.includes(last.to)) return false
  return localDateOf(now) <= addDays(localDateOf(last.event.at), stepLimits.reopenDays)
}

/** The demand to complete the inquiry that is open now (art. 64.6); null when there is none. */
export function openDeficiency(
  events: readonly InquiryEvent[],
): Extract<InquiryEvent, { type: 'marked_deficient' }> | null {
  if (stateOf(events) !== 'deficient') return null
  const marked = replay(events).findLast(({ event }) => event.type === 'marked_deficient')?.event
  return marked?.type === 'marked_deficient' ? marked : null
}
