import { anyDossier } from '#tests/builders/dossiers'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { emptyDossier } from './empty-dossier'
import { parseDossier } from './schema'
import { upgradeDossier } from './upgrade-dossier'

const text = (ru = '') => ({ kk: '', ru, en: '' })
const utility = {
  ...{ presence: 'unknown', installed: null, used: null, reserved: null, free: null, distanceM: null, operator: '' },
  provenance: { source: null, reference: '', asOf: null, validUntil: null },
}

/** As the first format stored it. */
const firstFormat = {
  identity: {
    ...{ name: text('Цех'), description: text(), address: text() },
    ...{ cadastralNumbers: ['09-108-001-123'], point: [74.98, 46.86] },
  },
  rights: {
    ...{ ownership: 'communal', tenures: ['lease'], priceKind: 'purchase', price: 24_500_000 },
    ...{ priceNegotiable: false, idleSince: '2021-03', encumbrances: text('В залоге у банка') },
  },
  land: { plotHa: 1.8 },
  buildings: [{ totalAreaM2: 4320, freeAreaM2: null, yearBuilt: 1974, floors: 1, clearHeightM: 7.2, wearPct: 40 }],
  utilities: {
    ...{ water: utility, sewer: utility, heat: utility, gas: utility, steam: utility, telecom: utility },
    electricity: { ...utility, presence: 'connected', installed: 1000, used: 220, reserved: 150, free: 630 },
  },
  transport: {
    ...{ roadSurface: 'asphalt', highwayKm: 6, highway: 'M-36', railAccess: 'distance', railKm: 0.35 },
    ...{ railSidingM: null, railStation: 'Балхаш-1' },
  },
  offeredFor: { sectors: ['manufacturing'], note: text(), incentives: ['unused_state_asset'] },
  zone: {
    ...{ akimat_decision: 'unknown', production_premises: 'yes' },
    ...{ manufacturing_tenants: 'yes', holder_consents: 'no' },
  },
  photos: [{ fileId: 'b7c7f1f0-0000-4000-8000-000000000001', alt: text('Цех') }],
}

test('a dossier of the first format keeps what it said, and what it did not ask is unknown', () => {
  const dossier = parseDossier(firstFormat)
  const blank = emptyDossier('building')
  expect(dossier.identity).toEqual({ ...firstFormat.identity, kato: '', outline: null })
  expect(dossier.rights).toMatchObject({ price: 24_500_000, owner: '', consent: 'unknown', steps: [] })
  expect(dossier.land).toEqual({ ...blank.land, plotHa: 1.8 })
  expect(dossier.buildings).toEqual([{ ...blank.buildings[0], ...firstFormat.buildings[0] }])
  expect(dossier.utilities.electricity).toEqual({
    ...blank.utilities.electricity,
    ...firstFormat.utilities.electricity,
  })
  expect(dossier.environment).toEqual(blank.environment)
  expect(dossier.photos).toEqual([{ ...firstFormat.photos[0], access: 'public' }])
})

test.each([
  ['В залоге у банка', 'present', 1],
  [' ', 'unknown', 0],
])('the encumbrances "%s" become a state and a list', (words, state, count) => {
  const { rights } = parseDossier({ ...firstFormat, rights: { ...firstFormat.rights, encumbrances: text(words) } })
  expect([rights.encumbranceState, rights.encumbrances.length]).toEqual([state, count])
})

test("a dossier of today's format comes back as it is", () => {
  fc.assert(
    fc.property(anyDossier, (dossier) => {
      expect(upgradeDossier(dossier)).toBe(dossier)
    }),
    { numRuns: 20 },
  )
})

test.each([null, 'dossier', [], { rights: 1 }])('%j is no dossier', (stored) => {
  expect(() => parseDossier(stored)).toThrow()
})
