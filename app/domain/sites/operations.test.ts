import { describe, expect, test } from 'vitest'
import { applyOperation, parseOperation, type Operation } from './operations'
import { emptyBuilding, emptyDossier, noText } from './empty-dossier'

const newId = '0193b2a4-0000-7000-8000-000000000001'

test.each<[string, Operation | null]>([
  ['add:buildings', { does: 'add', list: 'buildings' }],
  ['add:photos', null],
  ['remove:buildings:2', { does: 'remove', list: 'buildings', entry: '2' }],
  ['remove:buildings:-1x', null],
  ['remove:buildings', null],
  ['remove:photos:abc', { does: 'remove', list: 'photos', entry: 'abc' }],
  ['move_up:papers:abc', { does: 'move_up', list: 'papers', entry: 'abc' }],
  ['move_up:walls:1', null],
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
    applyOperation(withAreas(...areas), operation, newId).buildings.map((building) => building.totalAreaM2)

  test('are added at the end and removed by their place', () => {
    expect(areasAfter({ does: 'add', list: 'buildings' }, 1, 2)).toEqual([1, 2, null])
    expect(areasAfter({ does: 'remove', list: 'buildings', entry: '0' }, 1, 2)).toEqual([2])
    expect(areasAfter({ does: 'remove', list: 'buildings', entry: '7' }, 1, 2)).toEqual([1, 2])
  })

  test('end at a hundred', () => {
    const many = Array.from({ length: 100 }, (_, index) => index)
    expect(areasAfter({ does: 'add', list: 'buildings' }, ...many)).toHaveLength(100)
  })
})

describe('photographs', () => {
  const after = (operation: Operation) => {
    const photos = ['a', 'b', 'c'].map((fileId) => ({ fileId, alt: noText(), access: 'public' as const }))
    return applyOperation({ ...emptyDossier('land'), photos }, operation, newId)
      .photos.map((photo) => photo.fileId)
      .join('')
  }

  test.each<[Operation, string]>([
    [{ does: 'move_up', list: 'photos', entry: 'c' }, 'acb'],
    [{ does: 'move_up', list: 'photos', entry: 'b' }, 'bac'],
    [{ does: 'move_up', list: 'photos', entry: 'a' }, 'abc'],
    [{ does: 'move_up', list: 'photos', entry: 'f' }, 'abc'],
    [{ does: 'remove', list: 'photos', entry: 'b' }, 'ac'],
    [{ does: 'remove', list: 'photos', entry: 'f' }, 'abc'],
  ])('%j', (operation, order) => {
    expect(after(operation)).toBe(order)
  })
})

test('what does not apply to a building goes with it', () => {
  const dossier = {
    ...emptyDossier('complex'),
    buildings: [emptyBuilding(), emptyBuilding()],
    notApplicable: ['land.slopePct', 'buildings.0.columnGrid', 'buildings.1.gateCount'],
  }
  expect(applyOperation(dossier, { does: 'remove', list: 'buildings', entry: '0' }, newId).notApplicable).toEqual([
    'land.slopePct',
    'buildings.0.gateCount',
  ])
})

test('a new commitment has the id it was given', () => {
  const { commitments } = applyOperation(emptyDossier('land'), { does: 'add', list: 'commitments' }, newId)
  expect(commitments.map(({ id }) => id)).toEqual([newId])
})

test('a building is copied with what does not apply to it', () => {
  const dossier = emptyDossier('complex')
  dossier.buildings = [
    { ...emptyBuilding(), name: 'A' },
    { ...emptyBuilding(), name: 'B' },
  ]
  dossier.notApplicable = ['buildings.0.gateCount', 'land.slopePct']
  const operation = parseOperation('copy:buildings:0')
  if (operation === null) throw new Error('not understood')
  const after = applyOperation(dossier, operation, 'id')
  expect(after.buildings.map(({ name }) => name)).toEqual(['A', 'B', 'A'])
  expect(after.notApplicable).toEqual(['buildings.0.gateCount', 'land.slopePct', 'buildings.2.gateCount'])
  expect(applyOperation(dossier, { does: 'copy', list: 'buildings', entry: '9' }, 'id')).toBe(dossier)
  expect(parseOperation('copy:photos:0')).toBeNull()
})
