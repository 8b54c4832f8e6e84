import { anyDossier } from '#tests/builders/dossiers'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { siteKinds } from './choices'
import type { Dossier } from './model'
import { emptyDossier } from './empty-dossier'
import { dossierGroups } from './choices'
import { allFields } from './fields/catalogue'
import { fieldNamed } from './fields/field-named'
import { namedStarts, sectorsAsking } from './sector-needs'
import { completenessOf, missingForReview, summarize } from './submission'

function readyBuilding(): Dossier {
  const dossier = emptyDossier('building')
  dossier.identity.name = { kk: 'Цех', ru: 'Цех', en: '' }
  dossier.identity.point = [74.99, 46.86]
  dossier.rights.tenures = ['lease']
  dossier.buildings = dossier.buildings.map((building) => ({ ...building, totalAreaM2: 2400 }))
  dossier.offeredFor.sectors = ['manufacturing']
  return dossier
}

const fieldsOf = (gaps: { field: string }[]) => gaps.map((gap) => gap.field)

describe('what keeps a version from review', () => {
  test('everything required, of an empty dossier', () => {
    expect(fieldsOf(missingForReview('building', emptyDossier('building'), true))).toEqual([
      'identity.name.kk',
      'identity.name.ru',
      'identity.point',
      'rights.tenures',
      'buildings.0.totalAreaM2',
      'offeredFor.sectors',
    ])
  })

  test('nothing, when the required is there and all the rest unknown', () => {
    expect(missingForReview('building', readyBuilding(), true)).toEqual([])
  })

  test.each<[string, (dossier: Dossier) => void, string]>([
    ['a name of spaces', (dossier) => (dossier.identity.name.kk = '  '), 'identity.name.kk'],
    [
      'an area of nothing',
      (dossier) => dossier.buildings.forEach((b) => (b.totalAreaM2 = 0)),
      'buildings.0.totalAreaM2',
    ],
    ['no building', (dossier) => (dossier.buildings = []), 'buildings.0.totalAreaM2'],
    ['a price for nobody knows what', (dossier) => (dossier.rights.price = 450), 'rights.priceKind'],
    ['an owner who was not asked', (dossier) => (dossier.rights.ownership = 'private'), 'rights.consent'],
    [
      'an owner who refused',
      (dossier) => Object.assign(dossier.rights, { ownership: 'quasi_state', consent: 'no' }),
      'rights.consent',
    ],
  ])('%s', (_, spoil, field) => {
    const dossier = readyBuilding()
    spoil(dossier)
    expect(fieldsOf(missingForReview('building', dossier, true))).toEqual([field])
  })

  test('an owner who agreed is nothing', () => {
    const dossier = readyBuilding()
    Object.assign(dossier.rights, { ownership: 'private', consent: 'yes' })
    expect(missingForReview('building', dossier, true)).toEqual([])
  })

  test('premises need the whole that they are a part of', () => {
    expect(fieldsOf(missingForReview('premises', readyBuilding(), false))).toEqual(['parent'])
    expect(missingForReview('premises', readyBuilding(), true)).toEqual([])
    expect(missingForReview('building', readyBuilding(), false)).toEqual([])
  })

  test('land needs its plot instead of a floor', () => {
    const dossier = { ...readyBuilding(), buildings: [] }
    expect(fieldsOf(missingForReview('land', dossier, true))).toEqual(['land.plotHa'])
    expect(missingForReview('land', { ...dossier, land: { ...dossier.land, plotHa: 1.2 } }, true)).toEqual([])
  })
})

describe('completeness', () => {
  test('grows with what is known, whether it is there or not', () => {
    const dossier = readyBuilding()
    const before = completenessOf('building', dossier, true).percent
    dossier.utilities.gas.presence = 'none'
    const withoutGas = completenessOf('building', dossier, true)
    expect(withoutGas.percent).toBeGreaterThan(before)
    dossier.utilities.water.presence = 'connected'
    expect(completenessOf('building', dossier, true).percent).toBe(withoutGas.percent)
    dossier.utilities.water.free = 0
    expect(completenessOf('building', dossier, true).percent).toBeGreaterThan(withoutGas.percent)
  })

  test('names the heaviest gap first and where it is filled in', () => {
    expect(completenessOf('building', readyBuilding(), true).missing[0]).toMatchObject({
      group: 'utilities',
      field: 'utilities.electricity.presence',
    })
  })

  test('says who asks for a gap, the sectors of the site first', () => {
    const dossier = readyBuilding()
    dossier.offeredFor.sectors = ['logistics']
    const gap = completenessOf('building', dossier, true).missing.find(
      ({ field }) => field === 'buildings.0.clearHeightM',
    )
    expect(gap?.sectors).toEqual(['logistics', 'manufacturing'])
    expect(sectorsAsking('transport.airportKm', [])).toEqual(['logistics', 'tourism'])
    expect(sectorsAsking('identity.name.en', ['it'])).toEqual([])
  })

  test('asks only what the catalogue has', () => {
    const full = emptyDossier('building')
    full.utilities.electricity.presence = 'connected'
    full.utilities.water.presence = 'at_boundary'
    for (const kind of siteKinds) {
      for (const { field } of completenessOf(kind, full, true).missing) {
        if (!['photos', 'rights.steps'].includes(field))
          expect([field, fieldNamed(field)?.type]).not.toContain(undefined)
      }
    }
  })

  test('a table of sectors leads to fields', () => {
    const names = allFields(emptyDossier('building')).map(({ name }) => name.replace(/^buildings\.0\./, 'buildings.'))
    const leads = (start: string) => names.some((name) => name === start || name.startsWith(`${start}.`))
    expect(namedStarts().filter((start) => start !== 'photos' && !leads(start))).toEqual([])
  })

  test('grows when a question does not apply, and by each building that answers', () => {
    const dossier = readyBuilding()
    const before = completenessOf('building', dossier, true)
    const without = { ...dossier, notApplicable: ['rights.idleSince'] }
    expect(completenessOf('building', without, true).missing).toHaveLength(before.missing.length - 1)
    const [hall] = dossier.buildings
    if (hall === undefined) throw new Error('no building')
    const two = { ...dossier, buildings: [{ ...hall, yearBuilt: 1974 }, hall] }
    const yearGap = (of: Dossier) =>
      fieldsOf(completenessOf('building', of, true).missing).find((f) => f.endsWith('yearBuilt'))
    expect(yearGap(two)).toBe('buildings.1.yearBuilt')
    expect(yearGap({ ...two, buildings: two.buildings.map((each) => ({ ...each, yearBuilt: 1974 })) })).toBeUndefined()
  })

  test('is between 0 and 100, and 100 exactly when nothing is missing', () => {
    fc.assert(
      fc.property(anyDossier, fc.constantFrom(...siteKinds), (dossier, kind) => {
        const { percent, missing } = completenessOf(kind, dossier, true)
        expect(percent).toBeGreaterThanOrEqual(0)
        expect(percent === 100).toBe(missing.length === 0)
      }),
    )
  })
})

test('a group is done when nothing in it is missing, and says when something required is', () => {
  const { groups } = summarize('building', emptyDossier('building'), true)
  expect(groups).toEqual({
    identity: 'missing',
    rights: 'missing',
    land: 'open',
    buildings: 'missing',
    utilities: 'open',
    transport: 'open',
    offer: 'missing',
    zone: 'open',
    environment: 'open',
    media: 'open',
    commitments: 'done',
    responsible: 'open',
  })
  expect(Object.keys(groups)).toEqual([...dossierGroups])
})
