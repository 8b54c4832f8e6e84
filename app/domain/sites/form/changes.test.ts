import { emptyDossier } from '#app/domain/sites/empty-dossier'
import { allFields } from '#app/domain/sites/fields/catalogue'
import type { Dossier } from '#app/domain/sites/model'
import { anyDossier } from '#tests/builders/dossiers'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { changedFields } from './changes'

test('only what differs is named, with both values', () => {
  const before = emptyDossier('building')
  const after = structuredClone(before)
  after.rights.tenures = ['lease', 'sale']
  after.utilities.electricity = { ...after.utilities.electricity, presence: 'connected', free: 630.5 }
  after.photos = [
    { access: 'public', fileId: 'b7c7f1f0-0000-4000-8000-000000000001', alt: { kk: '', ru: '', en: 'Yard' } },
  ]
  expect(changedFields('building', before, after)).toEqual([
    { name: 'rights.tenures', before: [], after: ['lease', 'sale'] },
    { name: 'utilities.electricity.presence', before: ['unknown'], after: ['connected'] },
    { name: 'utilities.electricity.free', before: [], after: ['630.5'] },
    { name: 'photos.b7c7f1f0-0000-4000-8000-000000000001.alt.en', before: [], after: ['Yard'] },
    { name: 'photos.b7c7f1f0-0000-4000-8000-000000000001.access', before: [], after: ['public'] },
    { name: 'photos', before: [], after: ['b7c7f1f0-0000-4000-8000-000000000001'] },
  ])
})

test('what is gone is named, too', () => {
  const before = emptyDossier('building')
  before.buildings = before.buildings.map((building) => ({ ...building, floors: 2 }))
  const changes = changedFields('building', before, { ...before, buildings: [] })
  expect(changes).toEqual([{ name: 'buildings.0.floors', before: ['2'], after: [] }])
})

test('two dossiers differ in no field exactly when they are equal', () => {
  fc.assert(
    fc.property(anyDossier, anyDossier, (before, after) => {
      expect(changedFields('building', before, before)).toEqual([])
      const isSame = JSON.stringify(before) === JSON.stringify(after)
      if (hasSameShape(before, after)) expect(changedFields('building', before, after).length === 0).toBe(isSame)
    }),
    { numRuns: 60 },
  )
})

/** An entry of which nothing is said shows in the length of its list only. */
function hasSameShape(one: Dossier, other: Dossier): boolean {
  return allFields(one).length === allFields(other).length
}
