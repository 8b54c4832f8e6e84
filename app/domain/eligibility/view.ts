import type { Language } from '#app/domain/kernel/localized'
import type { ZoneVerdict } from '#app/domain/sites/model'
import type { Answer } from '#app/domain/sites/choices'
import type { AtLeast, FactCode, FactValue, Parameter, Reason, RuleResult, RuleSet, Supplier } from './model'

/** What follows from the answer to a rule. */
export type Consequence = 'met' | 'blocks' | 'to_bring' | 'to_clarify' | 'open'

export type ReasonView =
  | { fact: FactCode; value: FactValue | AtLeast | null }
  | { label: string; unit: Parameter['unit']; value: FactValue | null; citation: string }

/** A rule with its answer in the language of a page. */
export type RuleView = {
  code: string
  answer: Answer
  consequence: Consequence
  question: string
  citation: string
  link: string | null
  isUnverified: boolean
  because: ReasonView[]
  supply: Supplier[]
}

/** The verdict on the zone as the pages show it; `rules: []` and `version: null` when no rule set is in force. */
export type ZoneView = {
  verdict: ZoneVerdict
  version: number | null
  validFrom: string | null
  citation: string
  rules: RuleView[]
  /** Labels of the parameters without a value. */
  empty: string[]
}

export function viewZone(
  set: RuleSet | null,
  { verdict, results }: { verdict: ZoneVerdict; results: RuleResult[] },
  language: Language,
): ZoneView {
  const { parameters } = set?.body ?? { parameters: [] }
  return {
    verdict,
    version: set?.version ?? null,
    validFrom: set?.validFrom ?? null,
    citation: set?.citation ?? '',
    rules: results.map((result) => viewRule(result, language)),
    empty: parameters.filter(({ value }) => value === null).map(({ label }) => label[language]),
  }
}

export function viewRule({ rule, answer, because }: RuleResult, language: Language): RuleView {
  return {
    code: rule.code,
    answer,
    consequence: consequenceOf(rule, answer),
    question: rule.question[language],
    citation: rule.citation.text[language],
    link: rule.citation.link,
    isUnverified: rule.citation.confidence === 'low',
    because: because.map((reason) => viewReason(reason, language)),
    supply: answer === 'yes' ? [] : rule.supply,
  }
}

function consequenceOf({ effect, ifUnknown }: RuleResult['rule'], answer: Answer): Consequence {
  if (answer === 'yes') return 'met'
  if (answer === 'no') return effect
  return ifUnknown === 'condition' ? 'to_clarify' : 'open'
}

function viewReason(reason: Reason, language: Language): ReasonView {
  if (reason.kind === 'fact') return { fact: reason.fact, value: reason.value }
  const { label, unit, value, citation } = reason.parameter
  return { label: label[language], unit, value, citation }
}
