import { anyDossier } from '#tests/builders/dossiers'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { allFields } from './catalogue'
import { entryOf, fieldNamed } from './field-named'

test('every field of any dossier is found by its name', () => {
  fc.assert(
    fc.property(anyDossier, (dossier) => {
      for (const field of allFields(dossier)) {
        const { label, group, type } = field
        expect(fieldNamed(field.name)).toMatchObject({ name: field.name, label, group, type })
      }
    }),
    { numRuns: 30 },
  )
})

test.each([
  ['identity.name.kk', 'identity.name'],
  ['land.slopePct.applies', 'land.slopePct'],
  ['rights.steps.0.paper.ru', 'rights.steps.0.paper'],
  ['buildings.12.condition.roof', 'buildings.12.condition.roof'],
])('%s belongs to %s', (formName, name) => {
  expect(fieldNamed(formName)?.name).toBe(name)
})

test.each(['photos', 'parent', 'group', 'buildings.0', 'utilities.steam.voltageKv', 'identity.name.de'])(
  '%s is no field',
  (name) => {
    expect(fieldNamed(name)).toBeNull()
  },
)

test('an entry is told by its list and place', () => {
  expect(entryOf('rights.steps.3.who')).toEqual({ list: 'rights.steps', entry: '3' })
  expect(entryOf('land.plotHa')).toBeNull()
})
