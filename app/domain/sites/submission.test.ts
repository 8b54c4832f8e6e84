import { anyDossier } from '#tests/builders/dossiers'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { siteKinds, type Dossier } from './model'
import { emptyDossier } from './rules'
import { completenessOf, dossierGroups, missingForReview, summarize } from './submission'

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
    expect(fieldsOf(missingForReview('building', emptyDossier('building')))).toEqual([
      'identity.name.kk',
      'identity.name.ru',
      'identity.point',
      'rights.tenures',
      'buildings.0.totalAreaM2',
      'offeredFor.sectors',
    ])
  })

  test('nothing, when the required is there and all the rest unknown', () => {
    expect(missingForReview('building', readyBuilding())).toEqual([])
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
  ])('%s', (_, spoil, field) => {
    const dossier = readyBuilding()
    spoil(dossier)
    expect(fieldsOf(missingForReview('building', dossier))).toEqual([field])
  })

  test('land needs its plot instead of a floor', () => {
    const dossier = { ...readyBuilding(), buildings: [] }
    expect(fieldsOf(missingForReview('land', dossier))).toEqual(['land.plotHa'])
    expect(missingForReview('land', { ...dossier, land: { plotHa: 1.2 } })).toEqual([])
  })
})

describe('completeness', () => {
  test('grows with what is known, whether it is there or not', () => {
    const dossier = readyBuilding()
    const before = completenessOf('building', dossier).percent
    dossier.utilities.gas.presence = 'none'
    const withoutGas = completenessOf('building', dossier)
    expect(withoutGas.percent).toBeGreaterThan(before)
    dossier.utilities.water.presence = 'connected'
    expect(completenessOf('building', dossier).percent).toBe(withoutGas.percent)
    dossier.utilities.water.free = 0
    expect(completenessOf('building', dossier).percent).toBeGreaterThan(withoutGas.percent)
  })

  test('names the heaviest gap first and where it is filled in', () => {
    expect(completenessOf('building', readyBuilding()).missing[0]).toEqual({
      group: 'utilities',
      field: 'utilities.electricity.presence',
    })
  })

  test('is between 0 and 100, and 100 exactly when nothing is missing', () => {
    fc.assert(
      fc.property(anyDossier, fc.constantFrom(...siteKinds), (dossier, kind) => {
        const { percent, missing } = completenessOf(kind, dossier)
        expect(percent).toBeGreaterThanOrEqual(0)
        expect(percent === 100).toBe(missing.length === 0)
      }),
    )
  })
})

test('a group is done when nothing in it is missing, and says when something required is', () => {
  const { groups } = summarize('building', emptyDossier('building'))
  expect(groups).toEqual({
    identity: 'missing',
    rights: 'missing',
    premises: 'missing',
    utilities: 'open',
    transport: 'open',
    offer: 'missing',
    zone: 'open',
    photos: 'open',
  })
  expect(Object.keys(groups)).toEqual([...dossierGroups])
})
