import { localDateOf } from '#app/domain/kernel/local-date'
import { isListed } from '#app/domain/towns/rules'
import { sectorKeys } from '#app/domain/towns/model'
import { isInside, kazakhstan } from '#app/domain/kernel/geo'
import { describe, expect, it } from 'vitest'
import { readReference } from './reference-data'
import { listBodies } from './write-organizations'
import { gatherFacts } from './write-towns'

const reference = readReference()
const { towns, spks, sources, incentives, calendar } = reference
const regions = reference.regions.regions

describe('the reference facts', () => {
  it('counts what the sources count', () => {
    const today = localDateOf(new Date('2026-11-22T06:00:00Z'))
    const listed = towns.filter((town) => isListed(gatherFacts(town, sources).statuses, today))
    expect([regions.length, towns.length, listed.length, spks.length]).toEqual([20, 27, 20, 20])
    expect(
      towns
        .filter((town) => !listed.includes(town))
        .map((town) => town.key)
        .sort(),
    ).toEqual(['arkalyk', 'karatau', 'saran', 'serebryansk', 'tekeli', 'zhanatas', 'zhezkazgan'])
  })

  it('knows Saran in the list until the order of 21 November 2023', () => {
    const saran = towns.find((town) => town.key === 'saran')
    const statuses = saran ? gatherFacts(saran, sources).statuses : []
    expect([isListed(statuses, '2023-11-20'), isListed(statuses, '2023-11-21')]).toEqual([true, false])
  })

  it.each(['2020-01-01', '2026-11-22', '2030-06-30'])('serves each region by exactly one SPK on %s', (day) => {
    const serving = spks.flatMap(({ serves }) =>
      serves.filter(({ validFrom, validUntil }) => (validFrom ?? day) <= day && day < (validUntil ?? '9999')),
    )
    expect(serving.map(({ region }) => region).sort()).toEqual(regions.map(({ key }) => key).sort())
  })

  it('gives every town a prefix and a KATO code of its own, in its region', () => {
    const katoOf = new Map(regions.map(({ key, kato }) => [key, kato]))
    expect(new Set(towns.map(({ code }) => code)).size).toBe(27)
    expect(new Set(towns.map(({ kato }) => kato.value)).size).toBe(27)
    expect(towns.filter(({ kato, region }) => !kato.value.startsWith(katoOf.get(region) ?? '?'))).toEqual([])
    expect(towns.filter(({ point }) => !isInside(kazakhstan, point.value))).toEqual([])
  })

  it('names 68 bodies once: the desk, 20 SPKs, 20 regions and 27 towns', () => {
    const bodies = listBodies(reference)
    expect(bodies).toHaveLength(68)
    expect(new Set(bodies.map(({ slug }) => slug)).size).toBe(68)
    expect(bodies.filter(({ name }) => /not verified|ранее|\(/.test(Object.values(name).join()))).toEqual([])
  })

  it('never presents what could not be checked as running support', () => {
    const active = incentives.filter(({ availability }) => availability === 'active')
    expect(active.filter(({ confidence, source }) => confidence === 'low' || source === 'unverified')).toEqual([])
    const states = Object.fromEntries(incentives.map(({ key, availability }) => [key, availability]))
    expect(states).toMatchObject({
      diplom_selo: 'unavailable',
      rental_housing: 'proposed',
      baiterek_leasing: 'unverified',
    })
  })

  it('keeps Cyrillic out of English words', () => {
    const english = JSON.stringify([towns, incentives, regions, spks], (key, value: unknown) =>
      key === 'kk' ||
      key === 'ru' ||
      key === 'source' ||
      key === 'seat' ||
      key === 'order' ||
      key === 'aliases' ||
      (key === 'note' && typeof value === 'string')
        ? undefined
        : value,
    )
    expect(english.match(/[\u0400-\u04ff]+/g) ?? []).toEqual([])
  })

  it('covers the sectors of the product and the days of 2026 and 2027', () => {
    expect(reference.sectors.sectors.map(({ key }) => key)).toEqual([...sectorKeys])
    expect(Object.keys(calendar)).toEqual(['2026', '2027'])
    expect(calendar['2027']?.confidence).toBe('low')
    const misplaced = Object.entries(calendar).flatMap(([year, { days }]) =>
      days.filter(({ date }) => !date.startsWith(year)),
    )
    expect(misplaced).toEqual([])
  })
})
