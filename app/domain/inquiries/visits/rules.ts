import { addDays, localDateOf, type LocalDate } from '#app/domain/kernel/local-date'
import { no, yes, type Verdict } from '#app/domain/kernel/verdict'
import { visitLimits, type Proposal, type Span, type VisitLine } from './model'

const minuteMs = 60_000

/** The stretch that a visit takes when it begins then. */
export function spanOf(start: Date, minutes: number): Span {
  return { start, end: new Date(start.getTime() + minutes * minuteMs) }
}

/** Whether two stretches share a moment; one that begins when the other ends does not. */
export function overlaps(left: Span, right: Span): boolean {
  return left.start < right.end && right.start < left.end
}

export type ProposalCode = 'visit_past' | 'visit_far' | 'visit_same' | 'visit_busy'

/**
 * Whether a visit may be proposed at `now`, `busy` being what its official has agreed already. `params.place` is the
 * position of the time that is wrong, from 1. Says `visit_past`, `visit_far` beyond the longest wait, `visit_same` when
 * two of the times overlap, `visit_busy` when the official is elsewhere then.
 */
export function checkProposal(
  { times, minutes }: Pick<Proposal, 'times' | 'minutes'>,
  busy: readonly Span[],
  now: Date,
): Verdict<null, ProposalCode> {
  const latest = now.getTime() + visitLimits.days * 24 * 60 * minuteMs
  for (const [index, start] of times.entries()) {
    const span = spanOf(start, minutes)
    const place = index + 1
    if (start <= now) return no('visit_past', { place })
    if (start.getTime() > latest) return no('visit_far', { place, days: visitLimits.days })
    if (times.slice(0, index).some((earlier) => overlaps(span, spanOf(earlier, minutes)))) {
      return no('visit_same', { place })
    }
    if (busy.some((other) => overlaps(span, other))) return no('visit_busy', { place })
  }
  return yes(null)
}

export type ChoiceCode = 'visit_past' | 'visit_not_offered' | 'visit_busy'

/** Whether the investor may take that time at `now`: it was proposed, is still ahead, and its official is free. */
export function checkChoice(
  { times, minutes }: Pick<Proposal, 'times' | 'minutes'>,
  start: Date,
  busy: readonly Span[],
  now: Date,
): Verdict<Span, ChoiceCode> {
  if (!times.some((time) => time.getTime() === start.getTime())) return no('visit_not_offered')
  if (start <= now) return no('visit_past')
  const span = spanOf(start, minutes)
  return busy.some((other) => overlaps(span, other)) ? no('visit_busy') : yes(span)
}

/** Agreed visits by day, the earliest first. */
export function groupByDay(lines: readonly VisitLine[]): { day: LocalDate; lines: VisitLine[] }[] {
  const days = new Map<LocalDate, VisitLine[]>()
  const dated = lines.filter((line) => line.startsAt !== null)
  for (const line of [...dated].sort((left, right) => ((left.startsAt ?? '') < (right.startsAt ?? '') ? -1 : 1))) {
    const day = localDateOf(new Date(line.startsAt ?? ''))
    days.set(day, [...(days.get(day) ?? []), line])
  }
  return [...days].map(([day, ofDay]) => ({ day, lines: ofDay }))
}

/** The last day on which a visit may begin, for the form. */
export function lastVisitDay(today: LocalDate): LocalDate {
  return addDays(today, visitLimits.days)
}
