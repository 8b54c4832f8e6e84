import { distanceM, isInside, kazakhstan } from '#app/domain/kernel/geo'
import { toLocalDate } from '#app/domain/kernel/local-date'
import { utilityKinds } from '#app/domain/kernel/quantity'
import { dossierGroups } from '#app/domain/sites/choices'
import { checkGroup } from '#app/domain/sites/form/check-group'
import { FieldReader } from '#app/domain/sites/form/field-reader'
import type { Dossier } from '#app/domain/sites/model'
import { commitmentState, floorAreaM2, freshnessOf, remaining } from '#app/domain/sites/rules'
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
  published.filter(({ confirmed }) => freshnessOf(confirmed?.confirmBy ?? null, at) === freshness).length /
  published.length

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
      ({ status, confirmed }) => status === 'published' && freshnessOf(confirmed?.confirmBy ?? null, at) === 'fresh',
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
    const gaps = sites.flatMap(({ number, kind, dossier, partOf, earlier }) =>
      [dossier, ...earlier.map((version) => version.dossier)].flatMap((version) =>
        missingForReview(kind, version, partOf !== null).map(({ field }) => `${number} ${field}`),
      ),
    )
    expect(gaps).toEqual([])
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

  it('have plots of which no more is free than there is, and one piece no larger than what is free', () => {
    const wrong = sites.filter(({ dossier: { land } }) => {
      const free = land.freeHa ?? land.plotHa ?? 0
      return free > (land.plotHa ?? 0) || (land.largestPieceHa ?? 0) > free
    })
    expect(wrong.map(({ number }) => number)).toEqual([])
  })

  it('split wholes into units that stand in them and together are no larger, in area and in networks', () => {
    const wholes = sites.filter(({ number }) => sites.some(({ partOf }) => partOf === number))
    expect(wholes.length).toBeGreaterThanOrEqual(2)
    for (const whole of wholes) {
      const units = sites.filter(({ partOf }) => partOf === whole.number)
      const sum = (read: (dossier: Dossier) => number | null) =>
        units.reduce((total, { dossier }) => total + (read(dossier) ?? 0), 0)
      expect(sum(({ buildings }) => floorAreaM2(buildings))).toBeLessThanOrEqual(
        floorAreaM2(whole.dossier.buildings) ?? 0,
      )
      for (const kind of utilityKinds) {
        expect(sum(({ utilities }) => utilities[kind].free)).toBeLessThanOrEqual(
          whole.dossier.utilities[kind].free ?? 0,
        )
      }
    }
  })

  it('offer two neighbours together', () => {
    const [first, second, ...more] = sites.filter(({ bundle }) => bundle !== null)
    expect(more).toEqual([])
    const points = [first, second].flatMap((site) => site?.dossier.identity.point ?? [])
    expect(points).toHaveLength(4)
    expect(distanceM([points[0] ?? 0, points[1] ?? 0], [points[2] ?? 0, points[3] ?? 0])).toBeLessThan(500)
  })

  it('have earlier versions that differ and became public in their order', () => {
    const changed = sites.filter(({ earlier }) => earlier.length > 0)
    expect(changed.length).toBeGreaterThan(15)
    for (const { earlier, dossier, lastPublishedAt, publishedAt } of changed) {
      const versions = [...earlier, { dossier, publishedAt: lastPublishedAt }]
      const moments = versions.map((version) => version.publishedAt?.getTime() ?? 0)
      expect(moments).toEqual(moments.toSorted((left, right) => left - right))
      expect(moments[0]).toBe(publishedAt?.getTime())
      for (const [index, version] of earlier.entries())
        expect(version.dossier).not.toEqual(versions[index + 1]?.dossier)
    }
  })

  it('know about 60 % of the technical values', () => {
    const values = published.flatMap(({ dossier }) => [
      ...dossier.buildings.flatMap((building) => [building.volumeM3, building.floorLoadTM2 ?? null]),
      ...utilityKinds
        .filter((kind) => dossier.utilities[kind].presence === 'connected')
        .flatMap((kind) => (kind === 'electricity' ? [dossier.utilities.electricity.voltageKv] : [])),
    ])
    const share = values.filter((value) => value !== null).length / values.length
    expect(share).toBeGreaterThan(0.4)
    expect(share).toBeLessThan(0.75)
  })

  it('hold every state of a commitment, a missed one as well', () => {
    const states = published.flatMap(({ dossier }) =>
      dossier.commitments.map((commitment) => commitmentState(commitment, '2026-11-22')),
    )
    expect(new Set(states)).toEqual(new Set(['planned', 'funded', 'in_progress', 'done', 'missed']))
    const ids = published.flatMap(({ dossier }) => dossier.commitments.map(({ id }) => id))
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('could be sent as forms: no value contradicts another', () => {
    const faults = sites.flatMap(({ number, dossier, earlier }) =>
      [dossier, ...earlier.map((version) => version.dossier)].flatMap((version) =>
        dossierGroups.flatMap((group) => {
          const reader = new FieldReader(new Map(), toLocalDate('2026-11-22'))
          const checked = checkGroup(reader, group, version)
          expect(checked).toEqual(version)
          return Object.keys(reader.faults).map((field) => `${number} ${field}`)
        }),
      ),
    )
    expect(faults).toEqual([])
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
    expect(freshnessOf(shop?.confirmed?.confirmBy ?? null, now)).toBe('fresh')
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
