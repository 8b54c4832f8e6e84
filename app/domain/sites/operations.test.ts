import { describe, expect, test } from 'vitest'
import { applyOperation, parseOperation, type Operation } from './operations'
import { emptyBuilding, emptyDossier } from './rules'

test.each<[string, Operation | null]>([
  ['add_building', { does: 'add_building' }],
  ['remove_building:2', { does: 'remove_building', index: 2 }],
  ['remove_building:-1', null],
  ['remove_building', null],
  ['remove_photo:abc', { does: 'remove_photo', fileId: 'abc' }],
  ['move_photo_up:abc', { does: 'move_photo_up', fileId: 'abc' }],
  ['move_photo_up', null],
  ['drop_tables', null],
  ['', null],
])('the button value "%s"', (text, operation) => {
  expect(parseOperation(text)).toEqual(operation)
})

describe('buildings', () => {
  const withAreas = (...areas: number[]) => ({
    ...emptyDossier('complex'),
    buildings: areas.map((totalAreaM2) => ({ ...emptyBuilding(), totalAreaM2 })),
  })
  const areasAfter = (operation: Operation, ...areas: number[]) =>
    applyOperation(withAreas(...areas), operation).buildings.map((building) => building.totalAreaM2)

  test('are added at the end and removed by their place', () => {
    expect(areasAfter({ does: 'add_building' }, 1, 2)).toEqual([1, 2, null])
    expect(areasAfter({ does: 'remove_building', index: 0 }, 1, 2)).toEqual([2])
    expect(areasAfter({ does: 'remove_building', index: 7 }, 1, 2)).toEqual([1, 2])
  })

  test('end at a hundred', () => {
    const many = Array.from({ length: 100 }, (_, index) => index)
    expect(areasAfter({ does: 'add_building' }, ...many)).toHaveLength(100)
  })
})

describe('photographs', () => {
  const after = (operation: Operation) => {
    const photos = ['a', 'b', 'c'].map((fileId) => ({ fileId, alt: { kk: '', ru: '', en: '' } }))
    return applyOperation({ ...emptyDossier('land'), photos }, operation)
      .photos.map((photo) => photo.fileId)
      .join('')
  }

  test.each<[Operation, string]>([
    [{ does: 'move_photo_up', fileId: 'c' }, 'acb'],
    [{ does: 'move_photo_up', fileId: 'b' }, 'bac'],
    [{ does: 'move_photo_up', fileId: 'a' }, 'abc'],
    [{ does: 'move_photo_up', fileId: 'x' }, 'abc'],
    [{ does: 'remove_photo', fileId: 'b' }, 'ac'],
    [{ does: 'remove_photo', fileId: 'x' }, 'abc'],
  ])('%j', (operation, order) => {
    expect(after(operation)).toBe(order)
  })
})
