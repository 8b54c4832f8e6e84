import type { Language } from '#app/domain/kernel/localized'
import type { ZoneVerdict } from '#app/domain/sites/model'
import type { LocalDate } from '#app/domain/kernel/local-date'
import type { Incentive, IncentiveAvailability, Source } from '#app/domain/towns/model'
import { zoneKey, type ActiveRules, type Facts, type RuleResult } from './model'
import type { ReadProject } from './project'
import { evaluateSet, siteAnswer, verdictOf } from './rules'
import { viewRule, type RuleView } from './view'

/** Measure of support with what the rules say of this site and project, in the language of a page. */
export type IncentiveView = {
  key: string
  name: string
  terms: string
  basis: string
  provider: string
  note: string
  source: Source
  availability: IncentiveAvailability
  /** The akimat names it for the site. */
  isNamed: boolean
  /** Null when no rule set decides it: the provider has to be asked. */
  verdict: ZoneVerdict | null
  rules: RuleView[]
}

type Judged = { incentive: Incentive; verdict: ZoneVerdict | null; results: RuleResult[]; isOfSite: boolean }

type Question = {
  rules: ActiveRules
  facts: Facts
  today: LocalDate
  /** Keys of the measures that the akimat names. */
  named: readonly string[]
  /** All measures, not only those that are named or that the site itself opens. */
  isForProject: boolean
}

/** A tenant of the zone answers to rules of his own, besides those of the site. */
const furtherSets: Record<string, string[]> = { [zoneKey]: ['zone_tenant'] }

const order: (ZoneVerdict | null)[] = ['eligible', 'eligible_if', 'undetermined', null, 'not_eligible']

export type IncentivesView = {
  /** Named by the akimat, or not refused by the rules; best first. */
  open: IncentiveView[]
  /** No rule set decides them. */
  ask: IncentiveView[]
  refused: IncentiveView[]
  /** Those that do not work today, or whose terms nobody could check. */
  closed: IncentiveView[]
  /** Null where nobody can state a project. */
  form: Pick<ReadProject, 'typed' | 'faults' | 'isGiven'> | null
}

/** The measures worth showing, best first; those that do not work today, or whose terms nobody could check, come apart. */
export function judgeIncentives(
  incentives: readonly Incentive[],
  question: Question,
  language: Language,
): Omit<IncentivesView, 'form'> {
  const judged = incentives.map((incentive) => judge(incentive, question))
  const isShown = ({ incentive, isOfSite }: Judged) =>
    question.isForProject || isOfSite || question.named.includes(incentive.key)
  const shown = judged.filter(isShown).sort((left, right) => order.indexOf(left.verdict) - order.indexOf(right.verdict))
  const inGroup = (group: MeasureGroup) =>
    shown
      .filter((measure) => groupOf(measure, question.named) === group)
      .map((measure) => viewIncentive(measure, question.named, language))
  return { open: inGroup('open'), ask: inGroup('ask'), refused: inGroup('refused'), closed: inGroup('closed') }
}

type MeasureGroup = 'open' | 'ask' | 'refused' | 'closed'

function groupOf({ incentive, verdict }: Judged, named: readonly string[]): MeasureGroup {
  if (incentive.availability !== 'active') return 'closed'
  if (named.includes(incentive.key)) return 'open'
  if (verdict === null) return 'ask'
  return verdict === 'not_eligible' ? 'refused' : 'open'
}

function judge(incentive: Incentive, { rules, facts, today }: Question): Judged {
  const keys = [incentive.key, ...(furtherSets[incentive.key] ?? [])]
  const evaluations = keys.flatMap((key) => evaluateSet(rules, key, facts, today) ?? [])
  const results = evaluations.flatMap((evaluation) => evaluation.results)
  const verdict = evaluations.length === 0 ? null : verdictOf(results)
  return { incentive, verdict, results, isOfSite: evaluations[0] !== undefined && siteAnswer(evaluations[0]) === 'yes' }
}

function viewIncentive(
  { incentive, verdict, results }: Judged,
  named: readonly string[],
  language: Language,
): IncentiveView {
  const { key, name, terms, basis, provider, note, source, availability } = incentive
  return {
    key,
    name: name[language],
    terms: terms[language],
    basis: basis[language],
    provider: provider[language],
    note: note[language],
    source,
    availability,
    isNamed: named.includes(key),
    // A measure that does not work is not decided.
    verdict: availability === 'active' ? verdict : null,
    rules: availability === 'active' ? results.map((result) => viewRule(result, language)) : [],
  }
}
