import { distanceM, isInside, kazakhstan } from '#app/domain/kernel/geo'
import { utilityKinds } from '#app/domain/kernel/quantity'
import type { Dossier } from '#app/domain/sites/model'
import { freshnessOf, remaining } from '#app/domain/sites/rules'
import { missingForReview } from '#app/domain/sites/submission'
import { isListed } from '#app/domain/towns/rules'
import { readReference } from '#seeds/reference/reference-data'
import { gatherFacts } from '#seeds/reference/write-towns'
import { describe, expect, it } from 'vitest'
import { buildDemoSites } from './demo-sites'
import { drawings, drawSvg, type DrawingName } from './drawings/catalogue'

const { towns, sources, incentives } = readReference()
const now = new Date('2026-11-22T06:00:00Z')
const sites = buildDemoSites(towns, now)
const published = sites.filter(({ status }) => status === 'published')
const townOf = new Map(towns.map((town) => [town.key, town]))

const shareOf = (freshness: string, at: Date) =>
  published.filter(({ confirmedAt }) => freshnessOf(confirmedAt, at) === freshness).length / published.length

describe('the demo sites', () => {
  it('stand in every town of the list: at least 84 published, 3 each, 6 in Balkhash', () => {
    const listed = towns.filter((town) => isListed(gatherFacts(town, sources).statuses, '2026-11-22'))
    const counts = listed.map(({ key }) => published.filter(({ townKey }) => townKey === key).length)
    expect(counts).toHaveLength(20)
    expect(Math.min(...counts)).toBeGreaterThanOrEqual(3)
    expect(published.length).toBeGreaterThanOrEqual(84)
    expect(published.filter(({ townKey }) => townKey === 'balkhash').length).toBeGreaterThanOrEqual(6)
    expect(sites.filter(({ townKey }) => !listed.some(({ key }) => key === townKey))).toEqual([])
  })

  it('are the same for the same moment', () => {
    expect(buildDemoSites(towns, now)).toEqual(sites)
  })

  it.each(['2026-11-22T06:00:00Z', '2028-02-29T23:59:00Z'])('vary in freshness when first loaded at %s', (moment) => {
    const at = new Date(moment)
    const fresh = buildDemoSites(towns, at).filter(
      ({ status, confirmedAt }) => status === 'published' && freshnessOf(confirmedAt, at) === 'fresh',
    )
    expect(fresh.length / published.length).toBeCloseTo(0.7, 1)
  })

  it('are due, stale and lapsed in part', () => {
    expect(shareOf('due', now)).toBeCloseTo(0.12, 1)
    expect(shareOf('stale', now)).toBeCloseTo(0.12, 1)
    expect(shareOf('lapsed', now)).toBeCloseTo(0.06, 1)
  })

  it('have numbers and ids of their own', () => {
    for (const key of ['id', 'number'] as const) expect(new Set(sites.map((site) => site[key])).size).toBe(sites.length)
  })

  it('lie in the country, within 6 km of their town', () => {
    const misplaced = sites.filter(({ townKey, dossier: { identity } }) => {
      const centre = townOf.get(townKey)?.point.value
      const { point } = identity
      return !point || !centre || !isInside(kazakhstan, point) || distanceM(point, centre) >= 6000
    })
    expect(misplaced).toEqual([])
  })

  it('could have gone through review', () => {
    expect(sites.filter(({ kind, dossier }) => missingForReview(kind, dossier).length > 0)).toEqual([])
  })

  it('never state more free capacity than remains', () => {
    const wrong = sites.flatMap(({ number, dossier: { utilities } }) =>
      utilityKinds
        .filter((kind) => {
          const left = remaining(utilities[kind])
          return left !== null && utilities[kind].free !== null && (utilities[kind].free ?? 0) > left + 0.001
        })
        .map((kind) => `${number} ${kind}`),
    )
    expect(wrong).toEqual([])
  })

  it('know some utilities and not others', () => {
    const presences = published.flatMap(({ dossier }) =>
      Object.values(dossier.utilities).map(({ presence }) => presence),
    )
    expect(new Set(presences)).toEqual(new Set(['connected', 'at_boundary', 'planned', 'none', 'unknown']))
  })

  it('name measures of support that exist, and ask a price that fits the tenure', () => {
    const keys = new Set(incentives.map(({ key }) => key))
    expect(sites.flatMap(({ dossier }) => dossier.offeredFor.incentives).filter((key) => !keys.has(key))).toEqual([])
    expect(sites.filter(({ dossier }) => !fitsTenure(dossier)).map(({ number }) => number)).toEqual([])
  })

  it('show the machine shop of Balkhash as the documents tell it', () => {
    const shop = sites.find(({ number }) => number === 'BLQ-0042')
    expect(shop?.dossier.identity.name.ru).toBe('Ремонтно-механический цех № 3')
    expect(shop?.dossier.utilities.electricity).toMatchObject({ installed: 1000, used: 220, reserved: 150, free: 630 })
    expect(freshnessOf(shop?.confirmedAt ?? null, now)).toBe('fresh')
  })

  it('use every drawing', () => {
    const used = new Set<DrawingName>(sites.flatMap(({ drawings: names }) => names))
    expect(Object.keys(drawings).filter((name) => !used.has(name as DrawingName))).toEqual([])
  })
})

describe('the drawings', () => {
  it.each(Object.keys(drawings) as DrawingName[])('%s has no broken number in it', (name) => {
    expect(drawSvg(name)).not.toMatch(/NaN|undefined|Infinity/)
  })
})

function fitsTenure({ rights: { priceKind, tenures } }: Dossier): boolean {
  if (priceKind === null) return true
  if (priceKind === 'purchase') return tenures.includes('sale') || tenures.includes('lease_with_buyout')
  return tenures.some((tenure) => tenure !== 'sale')
}
