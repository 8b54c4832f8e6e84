import { toLocalDate } from '#app/domain/kernel/local-date'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Condition, FactCode, Facts, Parameter, Rule } from './model'
import { activeOn, evaluate, factsOf, siteAnswer, verdictOf } from './rules'

const today = toLocalDate('2026-11-22')
const words = { kk: 'с', ru: 'в', en: 'q' }

function rule(condition: Condition | null, change: Partial<Rule> = {}): Rule {
  const citation = { text: words, link: null, confidence: 'high' } as const
  const base = { code: 'r', question: words, citation, effect: 'blocks', ifUnknown: 'undetermined' } as const
  return { ...base, supply: ['akimat'], condition, ...change }
}

function parameter(code: string, value: number | null): Parameter {
  return { code, label: words, unit: null, type: 'number', value, citation: value === null ? '' : 'law' }
}

const answerOf = (condition: Condition, facts: Facts, parameters: Parameter[] = []) =>
  evaluate({ rules: [rule(condition)], parameters }, facts, today).results[0]

describe('a condition', () => {
  it.each<[string, Condition, Facts, string]>([
    ['equals', { op: 'equals', fact: 'ownership', value: 'communal' }, { ownership: 'communal' }, 'yes'],
    ['equals', { op: 'equals', fact: 'ownership', value: 'communal' }, { ownership: 'private' }, 'no'],
    ['equals', { op: 'equals', fact: 'ownership', value: 'communal' }, {}, 'unknown'],
    ['one_of', { op: 'one_of', fact: 'company_size', values: ['micro', 'small'] }, { company_size: 'small' }, 'yes'],
    ['one_of', { op: 'one_of', fact: 'company_size', values: ['micro', 'small'] }, { company_size: 'large' }, 'no'],
    ['at_least', { op: 'at_least', fact: 'floor_area_m2', value: 100 }, { floor_area_m2: 100 }, 'yes'],
    ['at_least', { op: 'at_least', fact: 'floor_area_m2', value: 100 }, { floor_area_m2: 99.9 }, 'no'],
    ['at_most', { op: 'at_most', fact: 'floor_area_m2', value: 100 }, { floor_area_m2: 100 }, 'yes'],
    ['at_most', { op: 'at_most', fact: 'floor_area_m2', value: 100 }, { floor_area_m2: 100.1 }, 'no'],
    ['at_least', { op: 'at_least', fact: 'floor_area_m2', value: 500 }, { floor_area_m2: { atLeast: 300 } }, 'unknown'],
    ['at_least', { op: 'at_least', fact: 'floor_area_m2', value: 500 }, { floor_area_m2: { atLeast: 500 } }, 'yes'],
    ['at_most', { op: 'at_most', fact: 'floor_area_m2', value: 500 }, { floor_area_m2: { atLeast: 500 } }, 'unknown'],
    ['at_most', { op: 'at_most', fact: 'floor_area_m2', value: 500 }, { floor_area_m2: { atLeast: 501 } }, 'no'],
    ['not', { op: 'not', of: { op: 'equals', fact: 'sector', value: 'trade' } }, { sector: 'it' }, 'yes'],
    ['not', { op: 'not', of: { op: 'equals', fact: 'sector', value: 'trade' } }, {}, 'unknown'],
  ])('%s %j of %j: %s', (_, condition, facts, answer) => {
    expect(answerOf(condition, facts)?.answer).toBe(answer)
  })

  it.each([
    ['2025-10', 'yes'],
    ['2025-11', 'no'],
    ['2026-11', 'no'],
  ])('idle since %s for more than a year: %s', (since, answer) => {
    expect(answerOf({ op: 'months_idle_at_least', value: 12 }, { idle_since: since })?.answer).toBe(answer)
  })

  it.each([1200, 1201, 5_000_000, 1e15])('idle for %i months is no, whatever stands in a parameter', (months) => {
    const condition: Condition = { op: 'months_idle_at_least', value: { parameter: 'idle_months' } }
    const answer = answerOf(condition, { idle_since: '1990-01' }, [parameter('idle_months', months)])?.answer
    expect(answer).toBe('no')
  })

  it('multiplies a threshold in indices by the index of the year', () => {
    const condition: Condition = {
      op: 'at_least',
      fact: 'investment_kzt',
      value: { parameter: 'threshold', times: 'mci' },
    }
    const parameters = [parameter('threshold', 2_000_000), parameter('mci', 4325)]
    expect(answerOf(condition, { investment_kzt: 8_650_000_000 }, parameters)?.answer).toBe('yes')
    expect(answerOf(condition, { investment_kzt: 8_649_999_999 }, parameters)?.answer).toBe('no')
    expect(answerOf(condition, { investment_kzt: 1e12 }, [parameter('threshold', 2_000_000)])).toMatchObject({
      answer: 'unknown',
      because: [{ kind: 'parameter', parameter: { code: 'mci', value: null } }],
    })
  })

  it('names what settles it and nothing else', () => {
    const condition: Condition = {
      op: 'all',
      of: [
        { op: 'equals', fact: 'electricity', value: 'connected' },
        { op: 'equals', fact: 'water', value: 'connected' },
      ],
    }
    expect(answerOf(condition, { electricity: 'connected', water: 'none' })).toMatchObject({
      answer: 'no',
      because: [{ fact: 'water', value: 'none' }],
    })
    expect(answerOf(condition, { electricity: 'connected' })?.because).toEqual([
      { kind: 'fact', fact: 'water', value: null },
    ])
  })
})

describe('the verdict', () => {
  const blocks = rule(null)
  const conditional = rule(null, { ifUnknown: 'condition' })
  const brings = rule(null, { effect: 'to_bring', ifUnknown: 'condition' })
  it.each([
    [[], 'undetermined'],
    [[[blocks, 'yes']], 'eligible'],
    [[[blocks, 'no']], 'not_eligible'],
    [[[blocks, 'unknown']], 'undetermined'],
    [[[conditional, 'no']], 'not_eligible'],
    [[[conditional, 'unknown']], 'eligible_if'],
    [[[brings, 'no']], 'eligible_if'],
    [
      [
        [brings, 'no'],
        [blocks, 'unknown'],
      ],
      'undetermined',
    ],
    [
      [
        [conditional, 'no'],
        [blocks, 'unknown'],
      ],
      'not_eligible',
    ],
  ] as const)('of %j is %s', (pairs, verdict) => {
    expect(verdictOf(pairs.map(([one, answer]) => ({ rule: one, answer })))).toBe(verdict)
  })
})

it('asks of the site only what concerns the site', () => {
  const rules = [
    rule({ op: 'equals', fact: 'ownership', value: 'communal' }),
    rule({ op: 'equals', fact: 'company_size', value: 'small' }),
    rule(null),
  ]
  const of = (facts: Facts) => siteAnswer(evaluate({ rules, parameters: [] }, facts, today))
  expect([of({ ownership: 'communal' }), of({ ownership: 'private' }), of({ company_size: 'small' })]).toEqual([
    'yes',
    'no',
    'unknown',
  ])
})

describe('what is in force', () => {
  const set = (key: string, version: number, validFrom: string, validUntil: string | null = null) => {
    const body = { title: words, rules: [], parameters: [parameter(`of_${key}`, version)] }
    return { key, version, validFrom, validUntil, citation: 'law', body }
  }
  const sets = [
    set('a', 1, '2024-01-01'),
    set('a', 2, '2026-12-01'),
    set('a', 3, '2025-01-01', '2025-12-31'),
    set('indices', 1, '2026-01-01', '2026-12-31'),
  ]
  it.each([
    ['2023-12-31', []],
    ['2024-06-01', ['a1']],
    ['2025-12-31', ['a3']],
    ['2026-11-22', ['a1', 'indices1']],
    ['2026-12-01', ['a2', 'indices1']],
    ['2027-01-01', ['a2']],
  ])('on %s is %j', (day, expected) => {
    const active = activeOn({ mark: 'm', sets }, toLocalDate(day)).sets
    expect(active.map(({ key, version }) => `${key}${version}`).sort()).toEqual(expected)
  })

  it('takes the shared parameters along', () => {
    expect(activeOn({ mark: 'm', sets }, today).shared.map(({ code }) => code)).toEqual(['of_indices'])
    expect(activeOn({ mark: 'm', sets }, toLocalDate('2027-01-01')).shared).toEqual([])
  })
})

const textFacts = ['ownership', 'electricity', 'company_size'] as const satisfies FactCode[]
const numberFacts = ['floor_area_m2', 'investment_kzt'] as const satisfies FactCode[]
const values = ['a', 'b', 'c']

const anyNumber = fc.oneof(
  fc.nat(10),
  fc.nat(10).map((atLeast) => ({ atLeast })),
)
const anyFacts: fc.Arbitrary<Facts> = fc.record(
  {
    ...Object.fromEntries(textFacts.map((code) => [code, fc.constantFrom(...values)])),
    ...Object.fromEntries(numberFacts.map((code) => [code, anyNumber])),
  },
  { requiredKeys: [] },
)
const anyParameters = fc.tuple(
  ...['p', 'q'].map((code) => fc.option(fc.nat(10)).map((value) => parameter(code, value))),
)
const operand = fc.oneof(fc.nat(10), fc.constantFrom({ parameter: 'p' }, { parameter: 'q' }))

const anyCondition = fc.letrec<{ tree: Condition }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.record({
      op: fc.constant('equals' as const),
      fact: fc.constantFrom(...textFacts),
      value: fc.constantFrom(...values),
    }),
    fc.record({ op: fc.constant('at_least' as const), fact: fc.constantFrom(...numberFacts), value: operand }),
    fc.record({ op: fc.constant('at_most' as const), fact: fc.constantFrom(...numberFacts), value: operand }),
    fc.record({ op: fc.constant('all' as const), of: fc.array(tie('tree'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ op: fc.constant('any' as const), of: fc.array(tie('tree'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ op: fc.constant('not' as const), of: tie('tree') }),
  ),
})).tree

const anyRule = fc
  .record({
    condition: fc.option(anyCondition),
    effect: fc.constantFrom('blocks' as const, 'to_bring' as const),
    ifUnknown: fc.constantFrom('undetermined' as const, 'condition' as const),
  })
  .map(({ condition, ...change }) => rule(condition, change))
const anyRules = fc.array(anyRule, { minLength: 1, maxLength: 5 })

describe('for any rules, facts and parameters', () => {
  it('learning a fact never turns a yes into a no, nor a definite verdict into its opposite', () => {
    fc.assert(
      fc.property(anyRules, anyParameters, anyFacts, anyFacts, (rules, parameters, facts, learned) => {
        const before = evaluate({ rules, parameters }, facts, today)
        const after = evaluate({ rules, parameters }, { ...learned, ...facts }, today)
        before.results.forEach(({ answer }, index) => {
          if (answer !== 'unknown') expect(after.results[index]?.answer).toBe(answer)
        })
        if (before.verdict === 'eligible' || before.verdict === 'not_eligible') {
          expect(after.verdict).toBe(before.verdict)
        }
        if (before.verdict === 'eligible_if') expect(after.verdict).not.toBe('undetermined')
      }),
    )
  })

  it('learning the rest of a quantity never turns a yes into a no, nor a no into a yes', () => {
    fc.assert(
      fc.property(anyRules, anyParameters, anyFacts, fc.nat(20), (rules, parameters, facts, more) => {
        const before = evaluate({ rules, parameters }, facts, today)
        const whole = Object.fromEntries(
          Object.entries(facts).map(([code, value]) => [
            code,
            typeof value === 'object' ? value.atLeast + more : value,
          ]),
        ) as Facts
        const after = evaluate({ rules, parameters }, whole, today)
        before.results.forEach(({ answer }, index) => {
          if (answer !== 'unknown') expect(after.results[index]?.answer).toBe(answer)
        })
      }),
    )
  })

  it('is eligible only when every rule is met', () => {
    fc.assert(
      fc.property(anyRules, anyParameters, anyFacts, (rules, parameters, facts) => {
        const { verdict, results } = evaluate({ rules, parameters }, facts, today)
        expect(verdict === 'eligible').toBe(results.every(({ answer }) => answer === 'yes'))
      }),
    )
  })

  it('does not depend on the order of rules and branches', () => {
    const turned = (condition: Condition): Condition => {
      if (condition.op === 'all' || condition.op === 'any')
        return { ...condition, of: condition.of.map(turned).reverse() }
      return condition.op === 'not' ? { ...condition, of: turned(condition.of) } : condition
    }
    fc.assert(
      fc.property(anyRules, anyParameters, anyFacts, (rules, parameters, facts) => {
        const other = rules.map((one) => ({ ...one, condition: one.condition && turned(one.condition) })).reverse()
        const left = evaluate({ rules, parameters }, facts, today)
        const right = evaluate({ rules: other, parameters: [...parameters].reverse() }, facts, today)
        expect(right.verdict).toBe(left.verdict)
        expect(right.results.map(({ answer }) => answer).reverse()).toEqual(left.results.map(({ answer }) => answer))
      }),
    )
  })

  it('an empty parameter decides nothing that it is asked for', () => {
    fc.assert(
      fc.property(anyFacts, fc.constantFrom('at_least' as const, 'at_most' as const), (facts, op) => {
        const condition: Condition = { op, fact: 'floor_area_m2', value: { parameter: 'p' } }
        expect(answerOf(condition, facts, [parameter('p', null)])?.answer).toBe('unknown')
      }),
    )
  })

  it('gives a reason for every answer, and for an unknown one only what is missing', () => {
    fc.assert(
      fc.property(anyCondition, anyParameters, anyFacts, (condition, parameters, facts) => {
        const result = answerOf(condition, facts, parameters)
        expect(result?.because.length).toBeGreaterThan(0)
        const asked = factsOf(condition)
        for (const reason of result?.because ?? []) {
          if (reason.kind === 'fact') expect(asked).toContain(reason.fact)
          const value = reason.kind === 'fact' ? reason.value : reason.parameter.value
          if (result?.answer === 'unknown') expect(value === null || typeof value === 'object').toBe(true)
          else expect(value).not.toBeNull()
        }
      }),
    )
  })
})
