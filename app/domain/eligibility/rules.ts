import { addMonths, toLocalDate, type LocalDate } from '#app/domain/kernel/local-date'
import type { ZoneVerdict } from '#app/domain/sites/model'
import type { Answer } from '#app/domain/sites/choices'
import { mostMonths, sharedKey, siteFactCodes } from './model'
import type {
  ActiveRules,
  AtLeast,
  Condition,
  Evaluation,
  FactCode,
  Facts,
  FactValue,
  Operand,
  Parameter,
  Reason,
  Rule,
  RuleResult,
  RuleSet,
} from './model'

type Decision = { answer: Answer; because: Reason[] }

type Known = { facts: Facts; parameters: readonly Parameter[]; today: LocalDate }

/**
 * What the rules say of these facts on that day: an answer per rule with the facts and parameters from which it follows,
 * and the verdict. Three-valued: what is not known is neither a yes nor a no, and an empty parameter is not known.
 */
export function evaluate(
  { rules, parameters }: { rules: readonly Rule[]; parameters: readonly Parameter[] },
  facts: Facts,
  today: LocalDate,
): Evaluation {
  const known = { facts, parameters, today }
  const results = rules.map((rule): RuleResult => {
    const { answer, because } = rule.condition ? decide(rule.condition, known) : undecided
    return { rule, answer, because: withoutRepeats(because) }
  })
  return { verdict: verdictOf(results), results }
}

const undecided: Decision = { answer: 'unknown', because: [] }

/**
 * `not_eligible` when a rule blocks; `undetermined` while a rule that nobody answered could block; `eligible_if` when
 * something is to be brought or clarified; `eligible` only when every rule is met. Without rules nothing is determined.
 */
export function verdictOf(results: readonly Pick<RuleResult, 'rule' | 'answer'>[]): ZoneVerdict {
  if (results.some(({ rule, answer }) => answer === 'no' && rule.effect === 'blocks')) return 'not_eligible'
  const isOpen = results.some(({ rule, answer }) => answer === 'unknown' && rule.ifUnknown === 'undetermined')
  if (isOpen || results.length === 0) return 'undetermined'
  return results.every(({ answer }) => answer === 'yes') ? 'eligible' : 'eligible_if'
}

/** What the rules that ask for nothing but the site say together: `unknown` also when there is no such rule. */
export function siteAnswer({ results }: Evaluation): Answer {
  const own = results.filter(({ rule }) => rule.condition !== null && factsOf(rule.condition).every(isSiteFact))
  if (own.some(({ answer }) => answer === 'no')) return 'no'
  return own.length > 0 && own.every(({ answer }) => answer === 'yes') ? 'yes' : 'unknown'
}

/** Of the published versions those that hold on that day: of each key the newest whose days cover it, by key. */
export function activeOn({ mark, sets }: { mark: string; sets: readonly RuleSet[] }, today: LocalDate): ActiveRules {
  const holding = sets
    .filter(({ validFrom, validUntil }) => validFrom <= today && (validUntil === null || today <= validUntil))
    // The last one of a key stays.
    .sort((left, right) => left.version - right.version)
  const newest = [...new Map(holding.map((set) => [set.key, set])).values()].sort((left, right) =>
    left.key < right.key ? -1 : 1,
  )
  return {
    mark: [mark, ...newest.map(({ key, version }) => `${key}${version}`)].join('/'),
    sets: newest,
    shared: newest.find(({ key }) => key === sharedKey)?.body.parameters ?? [],
  }
}

/** What a rule set in force says of the facts; null when no version of it is. */
export function evaluateSet(active: ActiveRules, key: string, facts: Facts, today: LocalDate): Evaluation | null {
  const set = ruleSetOf(active, key)
  if (set === null) return null
  const { rules, parameters } = set.body
  return evaluate({ rules, parameters: [...parameters, ...active.shared] }, facts, today)
}

/** The version in force of a rule set; null when there is none. */
export function ruleSetOf({ sets }: ActiveRules, key: string): RuleSet | null {
  return sets.find((set) => set.key === key) ?? null
}

/** Codes of the facts a condition asks for. */
export function factsOf(condition: Condition): FactCode[] {
  switch (condition.op) {
    case 'all':
    case 'any':
      return condition.of.flatMap(factsOf)
    case 'not':
      return factsOf(condition.of)
    case 'months_idle_at_least':
      return ['idle_since']
    default:
      return [condition.fact]
  }
}

function isSiteFact(code: FactCode): boolean {
  return (siteFactCodes as readonly FactCode[]).includes(code)
}

function decide(condition: Condition, known: Known): Decision {
  switch (condition.op) {
    case 'equals':
      return compare(condition.fact, known, (value) => value === condition.value)
    case 'one_of':
      return compare(condition.fact, known, (value) => condition.values.includes(value))
    case 'at_least':
      return measure(condition.fact, condition.value, known, reaches)
    case 'at_most':
      return measure(condition.fact, condition.value, known, staysWithin)
    case 'months_idle_at_least':
      return measure('idle_since', condition.value, known, (value, limit) =>
        isPart(value) ? null : hasPassed(value, limit, known.today),
      )
    case 'all':
      return join(condition.of, known, 'no', 'yes')
    case 'any':
      return join(condition.of, known, 'yes', 'no')
    case 'not':
      return negate(decide(condition.of, known))
  }
}

/** One branch with `deciding` settles it; all with `other` settle it the other way. The reasons are those that settle. */
function join(of: readonly Condition[], known: Known, deciding: 'yes' | 'no', other: 'yes' | 'no'): Decision {
  const branches = of.map((condition) => decide(condition, known))
  const present = ([deciding, 'unknown'] as const).find((answer) => branches.some((branch) => branch.answer === answer))
  const answer = present ?? other
  return { answer, because: branches.filter((branch) => branch.answer === answer).flatMap((branch) => branch.because) }
}

function negate({ answer, because }: Decision): Decision {
  return { answer: answer === 'unknown' ? 'unknown' : answer === 'yes' ? 'no' : 'yes', because }
}

function compare(fact: FactCode, { facts }: Known, test: (value: FactValue) => boolean): Decision {
  const value = facts[fact] ?? null
  const because: Reason[] = [{ kind: 'fact', fact, value }]
  return { answer: value === null || isPart(value) ? 'unknown' : yesOrNo(test(value)), because }
}

function isPart(value: FactValue | AtLeast | null): value is AtLeast {
  return typeof value === 'object' && value !== null
}

/** Null while what is known is too little to reach the limit, and not all is known. */
function reaches(value: FactValue | AtLeast, limit: number): boolean | null {
  if (isPart(value)) return value.atLeast >= limit || null
  return Number(value) >= limit
}

/** Null while what is known stays within the limit, and not all is known. */
function staysWithin(value: FactValue | AtLeast, limit: number): boolean | null {
  if (isPart(value)) return value.atLeast > limit ? false : null
  return Number(value) <= limit
}

/** A fact against a limit. What is missing is named: the fact, the parameter, or both. */
function measure(
  fact: FactCode,
  operand: Operand,
  { facts, parameters }: Known,
  test: (value: FactValue | AtLeast, limit: number) => boolean | null,
): Decision {
  const value = facts[fact] ?? null
  const used =
    typeof operand === 'number' ? [] : [operand.parameter, operand.times].filter((code) => code !== undefined)
  const found = used.map((code) => parameters.find((parameter) => parameter.code === code) ?? missingParameter(code))
  const limit = typeof operand === 'number' ? operand : productOf(found)
  const because: Reason[] = [
    { kind: 'fact', fact, value },
    ...found.map((parameter): Reason => ({ kind: 'parameter', parameter })),
  ]
  const isMet = value !== null && limit !== null ? test(value, limit) : null
  if (isMet !== null) return { answer: yesOrNo(isMet), because }
  return { answer: 'unknown', because: because.filter(isMissing) }
}

/** Not known, or not all of it. */
function isMissing(reason: Reason): boolean {
  const value = reason.kind === 'fact' ? reason.value : reason.parameter.value
  return value === null || isPart(value)
}

function productOf(parameters: readonly Parameter[]): number | null {
  return parameters.reduce<number | null>(
    (product, { value }) => (product === null || typeof value !== 'number' ? null : product * value),
    1,
  )
}

/** A set of parameters that is not in force, such as the index of a year nobody has entered. */
function missingParameter(code: string): Parameter {
  return { code, label: { kk: code, ru: code, en: code }, unit: null, type: 'number', value: null, citation: '' }
}

/** Whether whole `months` have passed since the last day of the month `since` (YYYY-MM); never more than a parameter takes. */
function hasPassed(since: FactValue, months: number, today: LocalDate): boolean {
  if (months > mostMonths) return false
  return addMonths(toLocalDate(`${since}-01`), months + 1) <= today
}

function yesOrNo(isMet: boolean): Answer {
  return isMet ? 'yes' : 'no'
}

function withoutRepeats(reasons: readonly Reason[]): Reason[] {
  const nameOf = (reason: Reason) => (reason.kind === 'fact' ? reason.fact : `parameter ${reason.parameter.code}`)
  return [...new Map(reasons.map((reason) => [nameOf(reason), reason])).values()]
}
