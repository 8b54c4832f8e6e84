import { absent } from '#app/domain/search/row'
import { briefsOf } from '#tests/builders/briefs'
import { now } from '#tests/builders/catalogue-samples'
import { factsAtNow, silentFacts } from '#tests/builders/match-sites'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SiteFacts } from './facts'
import { quantityCriteria, type Brief, type Outcome } from './model'
import { judgeSite } from './rules'
import { emptyBrief } from './schema'

const larger = fc.constantFrom(0.5, 1, 60, 500, 5_000)
const runs = { numRuns: 200 }

/** Values that an unknown quantity may turn out to have, around what is asked for. */
const values = fc.constantFrom(0, 1.5, 5.1, 6, 12, 39, 40, 100, 210, 400, 400.5, 2_000)

function withQuantity(facts: SiteFacts, criterion: (typeof quantityCriteria)[number], value: number): SiteFacts {
  return { ...facts, quantities: { ...facts.quantities, [criterion]: value } }
}

const silent = silentFacts()

const asking = (needs: Brief['needs']): Brief => ({ ...emptyBrief(), needs })
const power = (min: number, importance: 'must' | '1' = 'must') => asking({ electricity: { min, importance } })

function firstOutcome(facts: SiteFacts, brief: Brief): Outcome {
  return judgeSite(facts, brief, now).outcomes[0] as Outcome
}

describe('the score', () => {
  it('never falls when a site has more of something', () => {
    fc.assert(
      fc.property(
        factsAtNow(),
        briefsOf(6),
        fc.constantFrom(...quantityCriteria),
        larger,
        (facts, brief, key, more) => {
          const value = facts.quantities[key]
          fc.pre(!Number.isNaN(value))
          const before = judgeSite(facts, brief, now)
          const after = judgeSite(withQuantity(facts, key, Math.fround(Math.max(0, value) + more)), brief, now)
          expect(after.low).toBeGreaterThanOrEqual(before.low)
          expect(after.high).toBeGreaterThanOrEqual(before.high)
          if (before.place === 'match') expect(after.place).toBe('match')
        },
      ),
      runs,
    )
  })

  it('never falls when a road, a railway or the price comes nearer', () => {
    fc.assert(
      fc.property(factsAtNow(), briefsOf(6), fc.constantFrom(0, 0.4, 0.9), (facts, brief, share) => {
        const nearer = (value: number) => (value === absent ? absent : Math.fround(value * share))
        const prices = Object.fromEntries(Object.entries(facts.prices).map(([kind, price]) => [kind, nearer(price)]))
        const closer = {
          ...facts,
          railKm: nearer(facts.railKm),
          highwayKm: nearer(facts.highwayKm),
          prices: prices as SiteFacts['prices'],
        }
        const before = judgeSite(facts, brief, now)
        const after = judgeSite(closer, brief, now)
        expect(after.low).toBeGreaterThanOrEqual(before.low)
        expect(after.high).toBeGreaterThanOrEqual(before.high)
      }),
      runs,
    )
  })

  it('never counts what is not known as met', () => {
    fc.assert(
      fc.property(factsAtNow(), briefsOf(), fc.constantFrom(...quantityCriteria), (facts, brief, key) => {
        const judgement = judgeSite({ ...withQuantity(facts, key, Number.NaN), commitments: [] }, brief, now)
        const outcome = judgement.outcomes.find(({ criterion }) => criterion === key)
        fc.pre(outcome !== undefined)
        expect(outcome).toMatchObject({ state: 'unknown', low: 0, high: 1, value: null, gap: null, reason: 'not_said' })
        if (outcome?.importance === 'must') expect(judgement.place).not.toBe('match')
      }),
      runs,
    )
  })

  it('lies in its interval whatever the unknown turns out to be', () => {
    fc.assert(
      fc.property(
        factsAtNow(),
        briefsOf(),
        fc.infiniteStream(values),
        fc.constantFrom('on_site', 'adjacent', 'distance', 'none' as const),
        fc.constantFrom('eligible', 'not_eligible' as const),
        (facts, brief, stream, rail, zone) => {
          const fill = (value: number) => (Number.isNaN(value) ? Math.fround(stream.next().value as number) : value)
          const grow = (value: number, isOpen: boolean) =>
            isOpen ? Math.max(value, stream.next().value as number) : value
          const { quantities, isOpen, prices } = facts
          const complete: SiteFacts = {
            ...facts,
            quantities: {
              ...(Object.fromEntries(
                Object.entries(quantities).map(([key, value]) => [key, fill(value)]),
              ) as typeof quantities),
              area: grow(fill(quantities.area), isOpen.area),
              height: grow(fill(quantities.height), isOpen.height),
              crane: grow(fill(quantities.crane), isOpen.crane),
            },
            isOpen: { area: false, height: false, crane: false },
            rail: facts.rail === 'unknown' ? rail : facts.rail,
            railKm: fill(facts.railKm),
            highwayKm: fill(facts.highwayKm),
            prices: Object.fromEntries(
              Object.entries(prices).map(([kind, price]) => [kind, fill(price)]),
            ) as typeof prices,
            tenures: facts.tenures.length === 0 ? ['lease'] : facts.tenures,
            zone: facts.zone === 'undetermined' ? zone : facts.zone,
          }
          const before = judgeSite(facts, brief, now)
          const after = judgeSite(complete, brief, now)
          expect(after.low).toBeGreaterThanOrEqual(before.low)
          expect(after.high).toBeLessThanOrEqual(before.high)
          // What is certain stays certain.
          if (before.place === 'match') expect(after.place).toBe('match')
          if (before.place === 'out') expect(after.place).toBe('out')
        },
      ),
      { numRuns: 300 },
    )
  })

  it('is the weighted mean in which a must weighs as much as the weightiest wish', () => {
    const facts = { ...withQuantity(silent, 'electricity', 400), sectors: ['it'] as const, tenures: ['sale'] as const }
    const brief = asking({
      electricity: { min: 400, importance: 'must' },
      sector: { keys: ['tourism'], importance: '2' },
      tenure: { keys: ['sale'], importance: '1' },
      water: { min: 10, importance: '3' },
    })
    // met 3 + not met 2 × 0 + met 1 + unknown 3 × (0 to 1), of 9
    expect(judgeSite(facts, brief, now)).toMatchObject({ place: 'match', low: 4 / 9, high: 7 / 9 })
  })

  it('is 1 for a brief that asks for nothing', () => {
    expect(judgeSite(silent, emptyBrief(), now)).toEqual({
      place: 'match',
      low: 1,
      high: 1,
      relativeGap: 0,
      outcomes: [],
    })
  })
})

describe('the place of a site', () => {
  it.each([
    ['meets a must', 400, 'match', 0],
    ['says nothing about it', Number.NaN, 'open', 0],
    ['is a quarter short', 300, 'near', 0.25],
    ['has nothing of it', 0, 'near', 1],
  ])('when it %s', (_, value, place, relativeGap) => {
    expect(judgeSite(withQuantity(silent, 'electricity', value), power(400), now)).toMatchObject({ place, relativeGap })
  })

  it('is out when it breaks something that cannot be counted, even a quantity that does not apply', () => {
    const plot = { ...withQuantity(silent, 'area', absent), kind: 'land' as const }
    expect(judgeSite(plot, asking({ area: { min: 100, importance: 'must' } }), now).place).toBe('out')
    expect(judgeSite(plot, asking({ kind: { keys: ['building'], importance: 'must' } }), now).place).toBe('out')
    expect(judgeSite(plot, asking({ kind: { keys: ['building'], importance: '3' } }), now).place).toBe('match')
    expect(judgeSite({ ...silent, freshness: 'lapsed' }, emptyBrief(), now).place).toBe('out')
  })

  it('adds the gaps of all musts', () => {
    const facts = { ...withQuantity(withQuantity(silent, 'electricity', 300), 'water', 5), highwayKm: 12 }
    const brief = asking({
      electricity: { min: 400, importance: 'must' },
      water: { min: 10, importance: 'must' },
      highway: { maxKm: 10, importance: 'must' },
      gas: { min: 5, importance: '3' },
    })
    expect(judgeSite(facts, brief, now)).toMatchObject({ place: 'near', relativeGap: 0.95 })
  })
})

describe('an outcome', () => {
  it('counts the gap in the unit, without the dust of binary fractions', () => {
    expect(
      firstOutcome(withQuantity(silent, 'heat', Math.fround(0.1)), asking({ heat: { min: 0.15, importance: '2' } })),
    ).toEqual({
      criterion: 'heat',
      importance: '2',
      state: 'partly',
      low: 0.3333,
      high: 0.3333,
      value: 0.1,
      unit: 'Gcal_h',
      gap: 0.05,
      reason: null,
      commitment: null,
    })
  })

  it('is unknown when it was met too long ago, and stays short when it was short', () => {
    const stale = { ...silent, freshness: 'stale' as const }
    expect(firstOutcome(withQuantity(stale, 'electricity', 400), power(400))).toMatchObject({
      state: 'unknown',
      low: 0,
      high: 1,
      value: 400,
      gap: null,
      reason: 'stale',
    })
    expect(firstOutcome(withQuantity(stale, 'electricity', 300), power(400))).toMatchObject({
      state: 'partly',
      low: 0,
      high: 0.5,
      gap: 100,
      reason: 'stale',
    })
    expect(
      firstOutcome({ ...stale, sectors: ['it'] }, asking({ sector: { keys: ['it'], importance: '1' } })),
    ).toMatchObject({
      state: 'met',
      reason: null,
    })
  })

  it('is open while a building is silent, and certain when the others are enough', () => {
    const brief = asking({ area: { min: 400, importance: 'must' } })
    const part = (area: number) => ({ ...withQuantity(silent, 'area', area), isOpen: { ...silent.isOpen, area: true } })
    expect(firstOutcome(part(340), brief)).toMatchObject({
      state: 'unknown',
      low: 0.5,
      high: 1,
      value: 340,
      gap: null,
      reason: 'not_said',
    })
    expect(firstOutcome(part(400), brief)).toMatchObject({ state: 'met', low: 1, reason: null })
  })

  it.each([
    ['on_site', Number.NaN, 'on_site', 1],
    ['on_site', Number.NaN, 'adjacent', 0.8],
    ['on_site', 1, 'distance', 0.64],
    ['on_site', 5, 'distance', 0],
    ['adjacent', Number.NaN, 'on_site', 1],
    ['adjacent', 2.5, 'distance', 0.4],
    ['adjacent', Number.NaN, 'none', 0],
  ] as const)('of a siding %s with %s km and %s is worth %s', (kind, railKm, rail, low) => {
    const brief = asking({ rail: { wish: { kind }, importance: '2' } })
    expect(firstOutcome({ ...silent, rail, railKm }, brief)).toMatchObject({ low, high: low, gap: null })
  })
})
