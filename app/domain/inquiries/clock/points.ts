import { addDays, startOfDay, type LocalDate } from '#app/domain/kernel/local-date'
import { addWorkingDays, endOfOffice, workingDaysBetween } from '#app/domain/kernel/working-calendar'
import { escalationLevels, type ClockContext, type EscalationLevel, type InquiryEvent, type TermName } from './model'
import { collectTerms, type Term } from './terms'
import { contextOf } from './versions'
import { replay } from './workflow'

/** Working days after the last day of a term on whose morning the next one above is told, while nothing was done. */
export const escalationDays: Record<EscalationLevel, number> = { akimat: 3, platform: 6 }

/**
 * Something to be said of a term from `at` on, once: it is nearly used up, it was broken, its breach goes one step up.
 * `isOver`: the term was broken, but is no longer open.
 */
export type TermPoint = TermName & {
  kind: 'warned' | 'breached' | EscalationLevel
  due: LocalDate
  at: Date
  isOver: boolean
}

/**
 * What is still to be said of the terms of a part, by its moment: of open terms that run everything that the log does
 * not say yet, of broken ones that are over the breach alone. Terms that wait for the investor have no points, and a
 * redirect is a right that lapses. Nothing is said of a case that is closed.
 */
export function listPoints(events: readonly InquiryEvent[], given: ClockContext): TermPoint[] {
  const context = contextOf(given, events)
  const steps = replay(events)
  const log = collectTerms(steps, context)
  if (log.isClosed) return []
  const said = new Set(steps.flatMap(({ event }) => nameSaid(event) ?? []))
  return log.terms
    .filter(({ key }) => key !== 'redirect')
    .flatMap((term) => pointsOf(term, context))
    .filter((point) => !said.has(onceKey(point.kind, point)))
    .sort((left, right) => left.at.getTime() - right.at.getTime())
}

/** The points that must be said at `now`. A warning that comes after the breach is left out: the breach says more. */
export function pointsDue(events: readonly InquiryEvent[], now: Date, context: ClockContext): TermPoint[] {
  const { hours } = contextOf(context, events)
  return listPoints(events, context).filter(
    (point) => point.at <= now && (point.kind !== 'warned' || endOfOffice(point.due, hours) >= now),
  )
}

/** Names something that is said once in the whole life of a part. */
export function onceKey(kind: TermPoint['kind'], { clock, startedBy }: TermName): string {
  return `${kind}:${clock}:${startedBy}`
}

/** The key of an event that may stand in a log only once; null for all others. */
export function nameSaid(event: InquiryEvent): string | null {
  if (event.type === 'warned' || event.type === 'breached') return onceKey(event.type, event)
  return event.type === 'escalated' ? onceKey(event.level, event) : null
}

/** Moments of the clocks that follow from the log, for lists and for the job that looks after the terms. */
export type ClockMoments = {
  /** When the first term that runs comes to its warning share, and when the first one is broken. */
  warnsAt: Date | null
  breachesAt: Date | null
  /** When the days to return the inquiry begin, while nothing else runs and the investor has time to complete it. */
  runsFrom: Date | null
  /** When somebody has to look at the part next, whatever happens: something is to be said, or a term begins. */
  wakeAt: Date | null
}

/** The moments of a part as of `asOf`. */
export function momentsOf(events: readonly InquiryEvent[], asOf: Date, given: ClockContext): ClockMoments {
  const context = contextOf(given, events)
  const log = collectTerms(replay(events), context)
  if (log.isClosed) return { warnsAt: null, breachesAt: null, runsFrom: null, wakeAt: null }
  const running = log.terms.filter((term) => term.key !== 'redirect' && isRunning(term))
  const begins = running.map(({ startedOn }) => startOfDay(addDays(startedOn, 1))).filter((begin) => begin > asOf)
  // Only the days to return an inquiry wait for the investor before they begin.
  const isAhead = begins.length === running.length && running.every(({ key }) => key === 'return')
  const points = listPoints(events, context).filter(
    (point) => point.kind !== 'warned' || endOfOffice(point.due, context.hours) >= asOf,
  )
  return {
    warnsAt: earliest(running.map((term) => warningOf(term, context))),
    breachesAt: earliest(running.map((term) => endOfOffice(term.due, context.hours))),
    runsFrom: isAhead ? earliest(begins) : null,
    wakeAt: earliest([...points.map(({ at }) => at), ...begins]),
  }
}

function isRunning(term: Term): boolean {
  return term.ending === null && term.pausedOn === null
}

function pointsOf(term: Term, context: ClockContext): TermPoint[] {
  const { calendar, hours } = context
  const deadline = endOfOffice(term.due, hours)
  const named = { clock: term.key, startedBy: term.startedBy, due: term.due, isOver: term.ending !== null }
  if (term.ending !== null) {
    return term.ending.at > deadline ? [{ ...named, kind: 'breached', at: after(deadline) }] : []
  }
  if (term.pausedOn !== null) return []
  return [
    { ...named, kind: 'warned', at: warningOf(term, context) },
    { ...named, kind: 'breached', at: after(deadline) },
    ...escalationLevels.map((level): TermPoint => {
      const day = addWorkingDays(calendar, term.due, escalationDays[level])
      return { ...named, kind: level, at: startOfDay(day, hours.startMinute) }
    }),
  ]
}

/** The last moment of a term still belongs to it. */
function after(deadline: Date): Date {
  return new Date(deadline.getTime() + 1)
}

/** The moment from which the warning share of the working time of a term is used, as `readClocks` counts it. */
function warningOf(term: Term, { calendar, hours, terms }: ClockContext): Date {
  const total = workingDaysBetween(calendar, term.startedOn, term.due) - term.pausedDays
  const days = total * terms.warnShare + term.pausedDays
  const whole = Math.floor(days)
  const part = days - whole
  if (part === 0) return endOfOffice(addWorkingDays(calendar, term.startedOn, whole), hours)
  const minutes = Math.ceil(hours.startMinute + part * (hours.endMinute - hours.startMinute))
  return startOfDay(addWorkingDays(calendar, term.startedOn, whole + 1), minutes)
}

function earliest(moments: readonly Date[]): Date | null {
  return moments.length === 0 ? null : new Date(Math.min(...moments.map((moment) => moment.getTime())))
}
