import { allFields } from '#app/domain/sites/fields/catalogue'
import { valueAt } from '#app/domain/sites/fields/value-at'
import { withholdInternal } from '#app/domain/sites/withhold-internal'
import { emptyDossier } from '#app/domain/sites/empty-dossier'
import { anyDossier } from '#tests/builders/dossiers'
import fc from 'fast-check'
import { expect, it } from 'vitest'

const blank = emptyDossier('building')

it('leaves no internal value and changes no other one', () => {
  fc.assert(
    fc.property(anyDossier, (dossier) => {
      const shown = withholdInternal(dossier)
      for (const { name, isInternal } of allFields(dossier)) {
        expect([name, valueAt(shown, name)]).toEqual([name, valueAt(isInternal ? blank : dossier, name)])
      }
    }),
    { numRuns: 12 },
  )
})

it('knows of internal fields at all', () => {
  const internal = allFields(blank).filter((field) => field.isInternal)
  expect(internal.map((field) => field.name)).toEqual(expect.arrayContaining(['rights.owner', 'responsible.phone']))
})
