import {
  countFigures,
  factsOf,
  figuresBy,
  percentileOf,
  publishSpeed,
  type CountedPart,
} from '#app/domain/inquiries/figures/rules'
import { anyLog, arrivedLog, kazakhClock, moment } from '#tests/builders/inquiry-log'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const monday = '2026-06-08 10:00'

describe('the facts of a case', () => {
  const facts = (log: Parameters<typeof factsOf>[0], at: string) => factsOf(log, moment(at), kazakhClock)

  it('are open while nothing is due', () => {
    expect(facts(arrivedLog(monday), '2026-06-09 10:00')).toEqual({
      ...{ answerDays: null, isPromiseKept: null, isLawKept: null, breaches: 0 },
    })
  })

  it('count a first answer in time and a legal term that still runs', () => {
    const log = arrivedLog(monday, ['message_from_body', '2026-06-09 18:30', { isAnswer: false }])
    expect(facts(log, '2026-06-12 10:00')).toEqual({
      ...{ answerDays: 1, isPromiseKept: true, isLawKept: null, breaches: 0 },
    })
  })

  it('count what was not kept, also when it was met late', () => {
    const log = arrivedLog(monday, ['message_from_body', '2026-07-20 10:00', { isAnswer: true }])
    const { isPromiseKept, isLawKept, breaches } = facts(log, '2026-07-21 10:00')
    expect({ isPromiseKept, isLawKept, breaches }).toEqual({ isPromiseKept: false, isLawKept: false, breaches: 2 })
  })

  it('never take a breach back as time goes on', () => {
    fc.assert(
      fc.property(anyLog, fc.nat(90), (log, days) => {
        const end = log.at(-1)?.at ?? new Date()
        const later = new Date(end.getTime() + days * 86_400_000)
        expect(factsOf(log, later, kazakhClock).breaches).toBeGreaterThanOrEqual(
          factsOf(log, end, kazakhClock).breaches,
        )
      }),
      { numRuns: 50 },
    )
  })
})

const anyPart: fc.Arbitrary<CountedPart> = fc.record({
  month: fc.constantFrom('2026-05', '2026-06', '2026-07'),
  assigneeId: fc.constantFrom('a', 'b', null),
  isOpen: fc.boolean(),
  isLate: fc.boolean(),
  isContracted: fc.boolean(),
  jobs: fc.option(fc.nat(500)),
  investmentKzt: fc.option(fc.nat(1_000_000_000)),
  answerDays: fc.option(fc.double({ min: 0, max: 40, noNaN: true })),
  isPromiseKept: fc.option(fc.boolean()),
  isLawKept: fc.option(fc.boolean()),
  breaches: fc.nat(5),
  stars: fc.option(fc.integer({ min: 1, max: 5 })),
})

describe('figures', () => {
  it('of nothing are zeros, and unknown where nothing was due', () => {
    expect(countFigures([])).toMatchObject({
      cases: 0,
      medianDays: null,
      ninetiethDays: null,
      promiseShare: null,
      jobs: 0,
    })
  })

  it('of groups add up to those of the whole', () => {
    fc.assert(
      fc.property(fc.array(anyPart, { maxLength: 60 }), (parts) => {
        const whole = countFigures(parts)
        for (const by of [(part: CountedPart) => part.month, (part: CountedPart) => part.assigneeId]) {
          const groups = figuresBy(parts, by)
          for (const key of [
            'cases',
            'open',
            'late',
            'breaches',
            'contracts',
            'jobs',
            'investmentKzt',
            'rated',
          ] as const) {
            expect(groups.reduce((total, { figures }) => total + figures[key], 0)).toBe(whole[key])
          }
        }
      }),
    )
  })

  it('do not depend on the order of the cases', () => {
    fc.assert(
      fc.property(fc.array(anyPart, { maxLength: 30 }), (parts) => {
        expect(countFigures([...parts].reverse())).toEqual(countFigures(parts))
      }),
    )
  })

  it('jobs and investment count only where a contract was made', () => {
    fc.assert(
      fc.property(fc.array(anyPart, { maxLength: 30 }), (parts) => {
        const none = parts.map((part) => ({ ...part, isContracted: false }))
        expect(countFigures(none)).toMatchObject({ contracts: 0, jobs: 0, investmentKzt: 0 })
      }),
    )
  })
})

it('means the stars of the rated cases only', () => {
  const part: CountedPart = {
    ...{ month: '2026-05', assigneeId: null, isOpen: false, isLate: false, isContracted: false },
    ...{ jobs: null, investmentKzt: null, answerDays: null, isPromiseKept: null, isLawKept: null, breaches: 0 },
    stars: null,
  }
  expect(countFigures([part])).toMatchObject({ rated: 0, stars: null })
  expect(countFigures([part, { ...part, stars: 4 }, { ...part, stars: 5 }])).toMatchObject({ rated: 2, stars: 4.5 })
})

describe('percentileOf', () => {
  it.each([
    [[], null],
    [[4], 4],
    [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 9],
    [[10, 1], 10],
  ])('the 90th of %j is %s', (values, expected) => {
    expect(percentileOf(values, 0.9)).toBe(expected)
  })

  it('is one of the values, with at least nine in ten not above it and no smaller one like that', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 1, maxLength: 80 }), (values) => {
        const found = percentileOf(values, 0.9) ?? -1
        const upTo = (limit: number) => values.filter((value) => value <= limit).length * 10 >= values.length * 9
        expect(values).toContain(found)
        expect(upTo(found)).toBe(true)
        expect(upTo(found - 1)).toBe(false)
      }),
    )
  })
})

it('tells the public nothing of fewer than three answered cases', () => {
  fc.assert(
    fc.property(fc.array(anyPart, { maxLength: 12 }), (parts) => {
      const figures = countFigures(parts)
      const { cases, days, inTime } = publishSpeed(parts)
      expect(cases).toBe(figures.answered)
      if (cases < 3) expect({ days, inTime }).toEqual({ days: null, inTime: null })
      else expect({ days, inTime }).toEqual({ days: figures.medianDays, inTime: figures.promiseShare })
    }),
  )
})
