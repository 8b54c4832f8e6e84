import { isInside } from '#app/domain/kernel/geo'
import { clusterRows } from '#app/domain/search/clusters'
import { makeColumns } from '#app/domain/search/columns'
import { facetNames, type Criteria } from '#app/domain/search/model'
import { readRow } from '#app/domain/search/row'
import { passThrough } from '#app/domain/search/pass'
import { answerSearch, sumFigures } from '#app/domain/search/rules'
import { emptyCriteria } from '#app/domain/search/schema'
import { freshnessOf } from '#app/domain/sites/rules'
import { criteriaOf, now, places, sitesOf } from '#tests/builders/catalogue-samples'
import { zoneOf } from '#tests/builders/rule-sets'
import { filterByHand, withFacet } from '#tests/builders/plain-search'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const columnsOf = (sites: ReturnType<typeof sitesOf> extends fc.Arbitrary<infer Sites> ? Sites : never) =>
  makeColumns(
    sites.map((site) => readRow(site, places, zoneOf(site))),
    places,
  )

const numbers = (items: { number: string }[]) => items.map((item) => item.number).sort()

describe('a search in the catalogue, against filtering all sites by hand', () => {
  it('finds the same sites, the same open ones, and says how many', () => {
    fc.assert(
      fc.property(sitesOf(), criteriaOf(), (sites, asked) => {
        const criteria = { ...asked, page: 1, size: 100 }
        const byHand = filterByHand(sites, criteria, now)
        const answer = answerSearch(columnsOf(sites), criteria, now)
        expect(numbers(answer.items)).toEqual(numbers(byHand.hits))
        expect(numbers(answer.open)).toEqual(numbers(byHand.open))
        expect([answer.total, answer.openTotal]).toEqual([byHand.hits.length, byHand.open.length])
      }),
      { numRuns: 400 },
    )
  })

  it('keeps a site open that says nothing, whatever another catalogue said before', () => {
    const [site] = fc.sample(sitesOf(), { numRuns: 20, seed: 1 }).flat()
    if (!site) throw new Error('no site')
    const withPlot = (plotHa: number | null) => {
      const { dossier } = site
      const land = { ...dossier.land, plotHa, freeHa: null, largestPieceHa: null }
      return [
        { ...site, confirmedAt: now, confirmBy: new Date(now.getTime() + 86_400_000), dossier: { ...dossier, land } },
      ]
    }
    const criteria = { ...emptyCriteria(), plotMin: 40 }
    expect(answerSearch(columnsOf(withPlot(1)), criteria, now)).toMatchObject({ total: 0, openTotal: 0 })
    expect(answerSearch(columnsOf(withPlot(null)), criteria, now)).toMatchObject({ total: 0, openTotal: 1 })
  })

  it('gives for every facet value the count that the search has with it', () => {
    fc.assert(
      fc.property(sitesOf(), criteriaOf(), (sites, criteria) => {
        const { facets } = answerSearch(columnsOf(sites), criteria, now)
        for (const name of facetNames) {
          for (const [value, count] of Object.entries(facets[name])) {
            const byHand = filterByHand(sites, withFacet(criteria, name, value), now)
            expect({ name, value, count }).toEqual({ name, value, count: byHand.hits.length })
          }
        }
      }),
      { numRuns: 150 },
    )
  })

  it('has a value for every key that its sites have', () => {
    fc.assert(
      fc.property(sitesOf(), (sites) => {
        const { facets } = answerSearch(columnsOf(sites), emptyCriteria(), now)
        expect(Object.keys(facets.town).sort()).toEqual([...new Set(sites.map((site) => site.townKey))].sort())
      }),
    )
  })

  it('parts the hits into pages without gaps or repeats, stale ones last', () => {
    fc.assert(
      fc.property(sitesOf(), criteriaOf(), fc.integer({ min: 1, max: 7 }), (sites, criteria, size) => {
        const columns = columnsOf(sites)
        const whole = answerSearch(columns, { ...criteria, page: 1, size: 100 }, now)
        const pages = Array.from({ length: Math.ceil(whole.total / size) + 1 }, (_, index) =>
          answerSearch(columns, { ...criteria, page: index + 1, size }, now),
        )
        expect(pages.flatMap((page) => page.items)).toEqual(whole.items)
        const stale = whole.items.map((item) => item.freshness === 'stale')
        expect(stale).toEqual([...stale].sort())
      }),
    )
  })

  it('sorts by what is asked, unknown values after known ones', () => {
    fc.assert(
      fc.property(sitesOf(), fc.constantFrom('area', 'power', 'newest' as const), (sites, sort) => {
        const { items } = answerSearch(columnsOf(sites), { ...emptyCriteria(), sort, size: 100 } as Criteria, now)
        const published = new Map(sites.map((site) => [site.number, site.publishedAt?.getTime() ?? null]))
        const valueOf = (item: (typeof items)[number]) =>
          sort === 'area'
            ? item.areaM2
            : sort === 'power'
              ? item.utilities.electricity.free
              : published.get(item.number)
        const values = items.filter((item) => item.freshness !== 'stale').map((item) => valueOf(item) ?? -1)
        expect(values).toEqual([...values].sort((left, right) => right - left))
      }),
    )
  })
})

describe('circles and pins of a map', () => {
  it('hold every site with a point that fits exactly once, inside the box', () => {
    fc.assert(
      fc.property(sitesOf(), criteriaOf(), fc.integer({ min: 0, max: 16 }), (sites, criteria, zoom) => {
        const columns = columnsOf(sites)
        const { clusters, pins } = clusterRows(columns, passThrough(columns, criteria, now), zoom)
        const byHand = filterByHand(sites, criteria, now).hits.filter((site) => site.dossier.identity.point)
        const counted = clusters.reduce((sum, cluster) => sum + cluster.count, 0)
        expect(counted + pins.length).toBe(byHand.length)
        for (const { point, bbox } of clusters) expect(isInside(widened(bbox), point)).toBe(true)
        if (criteria.bbox) for (const pin of pins) expect(isInside(criteria.bbox, pin.point)).toBe(true)
      }),
    )
  })

  it('are never more than a screen can show, and leave no site out', () => {
    const [site] = fc.sample(sitesOf(), { numRuns: 50, seed: 1 }).flat()
    if (site === undefined) throw new Error('no site')
    const confirmBy = new Date(now.getTime() + 60 * 86_400_000)
    const at = (index: number) => ({
      ...site.dossier,
      identity: { ...site.dossier.identity, point: [60 + (index % 100) / 5, 45 + index / 1000] as [number, number] },
    })
    const columns = columnsOf(
      Array.from({ length: 9_000 }, (_, index) => {
        return { ...site, id: `${index}`, number: `BLQ-${index}`, confirmBy, dossier: at(index) }
      }),
    )
    const pass = passThrough(columns, emptyCriteria(), now)
    for (const zoom of [0, 13, 14, 22]) {
      const { clusters, pins } = clusterRows(columns, pass, zoom)
      expect(clusters.length + pins.length).toBeLessThanOrEqual(4_000)
      expect(clusters.reduce((sum, { count }) => sum + count, pins.length)).toBe(9_000)
    }
  })

  it('show every site alone at street level', () => {
    fc.assert(
      fc.property(sitesOf(), (sites) => {
        const columns = columnsOf(sites)
        expect(clusterRows(columns, passThrough(columns, emptyCriteria(), now), 15).clusters).toEqual([])
      }),
    )
  })
})

it('sums free area and power over what is fresh enough, and counts what has not lapsed', () => {
  fc.assert(
    fc.property(sitesOf(), (sites) => {
      const live = sites.filter((site) => freshnessOf(site.confirmBy, now) !== 'lapsed')
      const figures = sumFigures(columnsOf(sites), now)
      expect(figures.sites).toBe(live.length)
      const sure = live.filter((site) => freshnessOf(site.confirmBy, now) !== 'stale')
      const cards = answerSearch(columnsOf(sure), { ...emptyCriteria(), size: 100 }, now).items
      expect(figures.freeAreaM2).toBeCloseTo(cards.reduce((sum, card) => sum + (card.areaM2 ?? 0), 0))
      expect(figures.freePowerKw).toBeCloseTo(
        cards.reduce((sum, card) => sum + (card.utilities.electricity.free ?? 0), 0),
      )
    }),
  )
})

/** The middle of a circle is computed, so it may miss the edge of a tiny box by a rounding error. */
function widened([west, south, east, north]: [number, number, number, number]): [number, number, number, number] {
  const margin = 1e-6
  return [west - margin, south - margin, east + margin, north + margin]
}
