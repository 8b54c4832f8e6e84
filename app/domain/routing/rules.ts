import type { LocalDate } from '#app/domain/kernel/local-date'
import type { Language } from '#app/domain/kernel/localized'
import { no, yes, type Verdict } from '#app/domain/kernel/verdict'
import type { Officer, Period, RoutingDecision, RoutingQuestion, RoutingReason, ServiceAssignment } from './model'

/**
 * The one body that answers for a site on a day: the site's own operator, else the SPK that serves the region on that
 * day, else the region's akimat, else the platform's desk (domain.md, Routing). Never none: nothing is dropped.
 * Where several assignments of a kind hold on the day, the one that began last wins, then the smaller id.
 */
export function chooseBody(question: RoutingQuestion): RoutingDecision {
  const { site, regionKey, day, assignments, platformBodyId } = question
  const decide = (bodyId: string, reason: RoutingReason, since: LocalDate | null): RoutingDecision => ({
    bodyId,
    reason,
    params: { region: regionKey, day, since },
  })
  if (site.override && holdsOn(site.override, day)) {
    return decide(site.override.bodyId, 'site_override', site.override.from)
  }
  const serving = assignments
    .filter((assignment) => assignment.regionKey === regionKey && holdsOn(assignment, day))
    .sort(compareAssignments)
  const spk = serving.find((assignment) => assignment.kind === 'spk')
  if (spk) return decide(spk.bodyId, 'spk_of_region', spk.from)
  const akimat = serving.find((assignment) => assignment.kind === 'akimat')
  if (akimat) return decide(akimat.bodyId, 'akimat_of_region', akimat.from)
  return decide(platformBodyId, 'platform_desk', null)
}

/** Whether the period holds on that day; its `until` is the first day on which it no longer does. */
export function holdsOn(period: Period, day: LocalDate): boolean {
  return (period.from === null || period.from <= day) && (period.until === null || day < period.until)
}

export type AssigneeCode = 'nobody_present' | 'nobody_speaks_language'

/**
 * The officer who gets the next case in that language: present, speaks it, fewest open cases, idle longest; people who
 * never had a case come first, and the smaller id decides the rest.
 * Says `nobody_present` or `nobody_speaks_language`: then the case stays on the desk, where its head sees it.
 */
export function chooseAssignee(officers: readonly Officer[], language: Language): Verdict<string, AssigneeCode> {
  const present = officers.filter((officer) => officer.isPresent)
  if (present.length === 0) return no('nobody_present')
  const able = present.filter((officer) => officer.languages.includes(language)).sort(compareOfficers)
  return able[0] ? yes(able[0].userId) : no('nobody_speaks_language')
}

/**
 * The same with the desk of the sector first: whoever of it is present and speaks the language, else anybody of the body.
 * An empty desk means that everybody takes the sector.
 */
export function chooseAtDesk(
  officers: readonly Officer[],
  desk: ReadonlySet<string>,
  language: Language,
): Verdict<string, AssigneeCode> {
  const verdict = chooseAssignee(
    officers.filter(({ userId }) => desk.has(userId)),
    language,
  )
  return verdict.ok ? verdict : chooseAssignee(officers, language)
}

function compareAssignments(left: ServiceAssignment, right: ServiceAssignment): number {
  return compareTexts(right.from ?? '', left.from ?? '') || compareTexts(left.bodyId, right.bodyId)
}

function compareOfficers(left: Officer, right: Officer): number {
  const byIdleness = (left.lastAssignedAt?.getTime() ?? -Infinity) - (right.lastAssignedAt?.getTime() ?? -Infinity)
  return left.openCases - right.openCases || byIdleness || compareTexts(left.userId, right.userId)
}

function compareTexts(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0
}
