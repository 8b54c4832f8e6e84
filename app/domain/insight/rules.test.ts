import { emptyBrief } from '#app/domain/matching/schema'
import type { SiteFacts } from '#app/domain/matching/facts'
import type { Brief } from '#app/domain/matching/model'
import { quantityCriteria } from '#app/domain/matching/model'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fewestAsks } from './model'
import { concernsTown, findUnlocks, roundUp, sumDemand, type Ask } from './rules'

const at = new Date('2026-11-23T06:00:00Z')

function site(number: string, powerKw: number): SiteFacts {
  return {
    ...{ number, kind: 'building', regionKey: 'karaganda', townKey: 'balkhash', sectors: ['manufacturing'] },
    ...{ tenures: ['lease'], zone: 'undetermined', incentives: [], rail: 'none', railKm: NaN, highwayKm: 2 },
    quantities: {
      ...(Object.fromEntries(quantityCriteria.map((criterion) => [criterion, 1000])) as SiteFacts['quantities']),
      electricity: powerKw,
    },
    isOpen: { area: false, height: false, crane: false },
    prices: { rent_month: NaN, rent_m2_month: NaN, purchase: NaN },
    freshness: 'fresh',
    commitments: [],
  }
}

const ask = (needs: Brief['needs'], people = 1): Ask => ({ brief: { ...emptyBrief(), needs }, people })
const power = (min: number, people = 1) =>
  ask({ electricity: { min, importance: 'must' }, sector: { keys: ['manufacturing'], importance: '2' } }, people)

describe('what was asked of a town and not found', () => {
  it('is counted by sector and quantity, and names the smallest addition that wins matches', () => {
    const demand = sumDemand([power(400), power(900), power(1230), power(1600)], [site('BLQ-0042', 500)], at)
    expect(demand).toEqual({
      asked: 4,
      unmet: 3,
      sectors: [{ sector: 'manufacturing', asks: 3 }],
      quantities: [{ criterion: 'electricity', asks: 3, typical: 1300 }],
      unlocks: [{ number: 'BLQ-0042', utility: 'electricity', added: 1100, won: 3 }],
    })
  })

  it('says nothing about fewer than three', () => {
    expect(sumDemand([power(900), power(1230)], [site('BLQ-0042', 500)], at)).toEqual({
      ...{ asked: null, unmet: null, sectors: [], quantities: [], unlocks: [] },
    })
    expect(sumDemand([], [site('BLQ-0042', 500)], at)).toMatchObject({ asked: 0, unmet: 0 })
  })

  it('offers every further step that wins more', () => {
    const demand = sumDemand([power(600, 3), power(900, 4)], [site('BLQ-0042', 500), site('BLQ-0007', 550)], at)
    expect(demand.unlocks).toEqual([
      { number: 'BLQ-0007', utility: 'electricity', added: 350, won: 7 },
      { number: 'BLQ-0042', utility: 'electricity', added: 400, won: 7 },
      { number: 'BLQ-0007', utility: 'electricity', added: 50, won: 3 },
      { number: 'BLQ-0042', utility: 'electricity', added: 100, won: 3 },
    ])
  })

  it('does not promise what another must forbids, nor where the value is not known', () => {
    const far = ask({ electricity: { min: 900, importance: 'must' }, crane: { min: 2000, importance: 'must' } }, 5)
    expect(sumDemand([far], [site('BLQ-0042', 500)], at).unlocks).toEqual([])
    expect(sumDemand([power(900, 5)], [site('BLQ-0042', Number.NaN)], at)).toMatchObject({ unmet: 5, unlocks: [] })
  })

  it('never shows a figure about fewer than three, whatever was asked', () => {
    const asks = fc.array(
      fc.record({ min: fc.integer({ min: 1, max: 3000 }), people: fc.integer({ min: 1, max: 2 }) }),
      { maxLength: 12 },
    )
    fc.assert(
      fc.property(asks, fc.integer({ min: 0, max: 2000 }), (wanted, offered) => {
        const { asked, unmet, sectors, quantities, unlocks } = sumDemand(
          wanted.map(({ min, people }) => power(min, people)),
          [site('BLQ-0042', offered)],
          at,
        )
        const counts = [...sectors, ...quantities].map(({ asks: count }) => count)
        for (const count of [...counts, ...unlocks.map(({ won }) => won)])
          expect(count).toBeGreaterThanOrEqual(fewestAsks)
        for (const count of [asked, unmet]) expect(count === null || count === 0 || count >= fewestAsks).toBe(true)
      }),
    )
  })

  it('is won by the addition that is named: with it the site matches as many', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 501, max: 3000 }), { minLength: 3, maxLength: 12 }), (mins) => {
        const asks = mins.map((min) => power(min))
        for (const { added, won } of sumDemand(asks, [site('BLQ-0042', 500)], at).unlocks) {
          const met = mins.filter((min) => min <= 500 + added)
          expect(met.length).toBeGreaterThanOrEqual(won)
        }
      }),
    )
  })
})

it('a brief concerns a town unless its place must be another one', () => {
  const place = (importance: 'must' | '2', towns: string[], regions: string[] = []): Brief => ({
    ...emptyBrief(),
    needs: { place: { towns, regions, importance } },
  })
  expect(concernsTown(emptyBrief(), 'balkhash', 'karaganda')).toBe(true)
  expect(concernsTown(place('must', ['temirtau']), 'balkhash', 'karaganda')).toBe(false)
  expect(concernsTown(place('2', ['temirtau']), 'balkhash', 'karaganda')).toBe(true)
  expect(concernsTown(place('must', [], ['karaganda']), 'balkhash', 'karaganda')).toBe(true)
})

it.each([
  [1230, 1300],
  [1300, 1300],
  [0.021, 0.021],
  [0.0211, 0.022],
  [7, 7],
  [99.5, 100],
  [0, 0],
])('rounds %d up to %d', (value, rounded) => {
  expect(roundUp(value)).toBe(rounded)
})

it('keeps one step where two gaps round to the same addition', () => {
  const miss = (gap: number) => ({ number: 'BLQ-0042', utility: 'water' as const, gap, people: 3 })
  expect(findUnlocks([miss(101), miss(109)])).toEqual([{ number: 'BLQ-0042', utility: 'water', added: 110, won: 6 }])
})
