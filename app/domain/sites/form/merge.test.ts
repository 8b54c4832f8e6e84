import { emptyDossier } from '#app/domain/sites/empty-dossier'
import { describe, expect, test } from 'vitest'
import { readFields } from './form-fields'
import { changedValues, hasBases, mergeForm, shapeOf } from './merge'

function stored() {
  const dossier = emptyDossier('building')
  dossier.land.plotHa = 5.5
  dossier.rights.tenures = ['lease']
  dossier.notApplicable = ['land.slopePct']
  return dossier
}

const merge = (group: 'land' | 'rights', typed: [string, string][]) => {
  const { fields, conflicts } = mergeForm(group, stored(), readFields(typed), 'ru')
  return { kept: [...fields.keys()], conflicts }
}

describe('a field of the form', () => {
  test('is taken when nobody touched it since', () => {
    expect(
      merge('land', [
        ['land.plotHa', '7'],
        ['base.land.plotHa', '5,5'],
      ]),
    ).toEqual({ kept: ['land.plotHa'], conflicts: {} })
  })

  test('is left out, and both values are told, when somebody else changed it', () => {
    expect(
      merge('land', [
        ['land.plotHa', '7'],
        ['base.land.plotHa', '3'],
        ['land.freeHa', '2'],
        ['base.land.freeHa', ''],
      ]),
    ).toEqual({ kept: ['land.freeHa'], conflicts: { 'land.plotHa': { theirs: ['5,5'] } } })
  })

  test('is no conflict when both say the same', () => {
    const { conflicts } = merge('land', [
      ['land.plotHa', '5,5'],
      ['base.land.plotHa', '3'],
      ['land.slopePct.applies', 'yes'],
      ['land.slopePct.applies', 'no'],
      ['base.land.slopePct.applies', 'yes'],
    ])
    expect(conflicts).toEqual({})
  })

  test('of boxes counts as a whole, also when none is ticked', () => {
    expect(
      merge('rights', [
        ['rights.tenures.shown', '1'],
        ['base.rights.tenures', 'sale'],
      ]),
    ).toEqual({ kept: [], conflicts: { 'rights.tenures': { theirs: ['lease'] } } })
  })
})

test('only a form that names its bases can be merged', () => {
  expect(hasBases(readFields([['land.plotHa', '7']]))).toBe(false)
  expect(hasBases(readFields([['base.land.plotHa', '']]))).toBe(true)
})

test('what a save changed is told as the form would show it', () => {
  const after = { ...stored(), notApplicable: [] }
  after.land = { ...after.land, plotHa: 1250.5 }
  expect(changedValues('land', stored(), after, 'kk')).toEqual({
    'land.plotHa': ['1250,5'],
    'land.slopePct.applies': ['yes'],
  })
})

test('the shape of a group moves with its lists', () => {
  const dossier = stored()
  expect(shapeOf('land', dossier, '1.0')).toBe('')
  expect(shapeOf('buildings', { ...dossier, buildings: [] }, '1.0')).not.toBe(shapeOf('buildings', dossier, '1.0'))
  expect(shapeOf('buildings', dossier, '1.1')).not.toBe(shapeOf('buildings', dossier, '1.0'))
})
