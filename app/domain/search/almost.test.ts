import { almostLimit, findAlmost, presetValues } from '#app/domain/search/almost'
import { makeColumns } from '#app/domain/search/columns'
import { askedUtilities, type Criteria } from '#app/domain/search/model'
import { readRow } from '#app/domain/search/row'
import { emptyCriteria } from '#app/domain/search/schema'
import type { PublishedSite } from '#app/domain/sites/public-site'
import { freshnessOf } from '#app/domain/sites/rules'
import { criteriaOf, now, places, sitesOf } from '#tests/builders/catalogue-samples'
import { filterByHand } from '#tests/builders/plain-search'
import { zoneOf } from '#tests/builders/rule-sets'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const columnsOf = (sites: PublishedSite[]) =>
  makeColumns(
    sites.map((site) => readRow(site, places, zoneOf(site))),
    places,
  )

const half = (value: number | null) => value && value / 2
const more = (value: number | null) => value && value * 1.5

/** Every bound given way by half of it. */
function loosen(criteria: Criteria): Criteria {
  const { areaMin, areaMax, plotMin, plotMax, heightMin, price, rail, free } = criteria
  return {
    ...criteria,
    ...{ areaMin: half(areaMin), areaMax: more(areaMax), plotMin: half(plotMin), plotMax: more(plotMax) },
    heightMin: half(heightMin),
    price: price && { ...price, max: price.max * 1.5 },
    rail: rail?.kind === 'within_km' ? { ...rail, km: rail.km * 1.5 } : rail,
    free: Object.fromEntries(askedUtilities.map((kind) => [kind, half(free[kind])])) as Criteria['free'],
  }
}

const numbersOf = (sites: PublishedSite[]) => new Set(sites.map(({ number }) => number))

describe('sites that almost fit', () => {
  it('are those that fit when every quantity gives way by half, and neither fit nor leave anything open before', () => {
    fc.assert(
      fc.property(sitesOf(), criteriaOf(), (sites, criteria) => {
        const { hits, open } = filterByHand(sites, criteria, now)
        const known = numbersOf([...hits, ...open])
        const loose = filterByHand(sites, loosen(criteria), now).hits.filter(
          (site) => !known.has(site.number) && freshnessOf(site.confirmBy, now) !== 'stale',
        )
        const { total, items } = findAlmost(columnsOf(sites), criteria, now)
        expect(total).toBe(loose.length)
        expect(items).toHaveLength(Math.min(total, almostLimit))
        for (const { number } of items) expect(numbersOf(loose)).toContain(number)
      }),
      { numRuns: 400 },
    )
  })

  it('say what is missing, and come in the order of how much', () => {
    fc.assert(
      fc.property(sitesOf(), criteriaOf(), (sites, criteria) => {
        const { items } = findAlmost(columnsOf(sites), criteria, now)
        const shares = items.map(({ gaps }) =>
          gaps.reduce((sum, { asked, value }) => sum + Math.abs(value - asked) / asked, 0),
        )
        for (const { gaps } of items) {
          expect(gaps.length).toBeGreaterThan(0)
          for (const { bound, asked, value } of gaps) expect(bound === 'min' ? value < asked : value > asked).toBe(true)
        }
        expect(shares).toEqual([...shares].sort((left, right) => left - right))
      }),
    )
  })
})

it('a preset says how many sites the search has with it', () => {
  fc.assert(
    fc.property(sitesOf(), criteriaOf(), (sites, criteria) => {
      const { presets } = findAlmost(columnsOf(sites), criteria, now)
      for (const value of presetValues.area) {
        const byHand = filterByHand(sites, { ...criteria, areaMin: value, areaMax: null }, now).hits.length
        expect({ value, count: presets.area[value] }).toEqual({ value, count: byHand })
      }
      for (const value of presetValues.electricity) {
        const byHand = filterByHand(sites, { ...criteria, free: { ...criteria.free, electricity: value } }, now).hits
        expect({ value, count: presets.electricity[value] }).toEqual({ value, count: byHand.length })
      }
    }),
    { numRuns: 200 },
  )
})

it('nothing almost fits where no quantity is asked', () => {
  fc.assert(
    fc.property(sitesOf(), (sites) => {
      expect(findAlmost(columnsOf(sites), emptyCriteria(), now)).toMatchObject({ total: 0, items: [] })
    }),
  )
})
