import { addDays, type LocalDate } from '#app/domain/kernel/local-date'
import type { Period, RoutingDecision, RoutingQuestion } from './model'
import { chooseBody } from './rules'

/** Days on which one body answers for one reason. */
export type Stretch = Period & Pick<RoutingDecision, 'bodyId' | 'reason'>

/**
 * Who answers on which days, from the first day of time to the last: the stretches follow each other without a gap,
 * and each day lies in exactly one. Two stretches in a row differ in body or reason.
 */
export function timelineOf(question: Omit<RoutingQuestion, 'day'>): Stretch[] {
  const periods: Period[] = [
    ...question.assignments.filter(({ regionKey }) => regionKey === question.regionKey),
    ...(question.site.override ? [question.site.override] : []),
  ]
  const edges = periods.flatMap(({ from, until }) => [from, until]).filter((edge) => edge !== null)
  const days = [...new Set(edges)].sort()
  const starts: (LocalDate | null)[] = [null, ...days]
  const stretches: Stretch[] = []
  for (const [index, from] of starts.entries()) {
    const day = from ?? (days[0] === undefined ? addDays(firstDay, 0) : addDays(days[0], -1))
    const { bodyId, reason } = chooseBody({ ...question, day })
    const last = stretches.at(-1)
    const until = days[index] ?? null
    if (last?.bodyId === bodyId && last.reason === reason) last.until = until
    else stretches.push({ from, until, bodyId, reason })
  }
  return stretches
}

/** Any day will do where nothing is dated. */
const firstDay = '2000-01-01' as LocalDate

/** What of the stretches lies on that day or after it; the first one begins on the day at the earliest. */
export function stretchesFrom(stretches: readonly Stretch[], day: LocalDate): Stretch[] {
  return stretches
    .filter(({ until }) => until === null || until > day)
    .map((stretch) => (stretch.from === null || stretch.from < day ? { ...stretch, from: day } : stretch))
}

/** Days from `day` on without an SPK, where the akimat or the platform stands in. */
export function gapsFrom(stretches: readonly Stretch[], day: LocalDate): Stretch[] {
  return stretchesFrom(stretches, day).filter(({ reason }) => reason !== 'spk_of_region' && reason !== 'site_override')
}

/** A change of who answers: on these days it was `before` and becomes `after`. */
export type Shift = Period & { before: string; after: string }

/** The days on or after `day` on which another body answers than before. */
export function compareTimelines(before: readonly Stretch[], after: readonly Stretch[], day: LocalDate): Shift[] {
  const [left, right] = [stretchesFrom(before, day), stretchesFrom(after, day)]
  const starts = [...new Set([...left, ...right].map(({ from }) => from))].filter((from) => from !== null).sort()
  const shifts: Shift[] = []
  for (const [index, from] of starts.entries()) {
    const until = starts[index + 1] ?? null
    const [was, is] = [bodyOn(left, from), bodyOn(right, from)]
    if (was === null || is === null || was === is) continue
    const last = shifts.at(-1)
    if (last?.until === from && last.before === was && last.after === is) last.until = until
    else shifts.push({ from, until, before: was, after: is })
  }
  return shifts
}

function bodyOn(stretches: readonly Stretch[], day: LocalDate): string | null {
  return stretches.findLast(({ from }) => from !== null && from <= day)?.bodyId ?? null
}
