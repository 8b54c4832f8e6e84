import { describe, expect, test } from 'vitest'
import { Neighbours, type Known } from './duplicates'

const point: [number, number] = [74.98, 46.84]
const known = (rowNumber: number, ru: string, more: Partial<Known> = {}): Known => ({
  ...{ siteId: null, siteNumber: null, rowNumber, name: { kk: '', ru, en: '' } },
  ...{ cadastralNumbers: [], point, reference: '' },
  ...more,
})
const found = (neighbours: Neighbours, candidate: Known) =>
  neighbours.find(candidate).map(({ reason, rowNumber }) => `${reason} ${rowNumber}`)

describe('what a row looks like', () => {
  test('is said once, the surest first, at most five', () => {
    const neighbours = new Neighbours()
    for (let row = 1; row <= 9; row += 1) neighbours.add(known(row, `Котельная ${row}`))
    neighbours.add(known(10, 'Мельница', { reference: 'R1', cadastralNumbers: ['09-108'] }))
    expect(found(neighbours, known(11, 'Котельная', { reference: 'R1', cadastralNumbers: ['09:108'] }))).toEqual([
      'cadastral 10',
      'near 1',
      'near 2',
      'near 3',
      'near 4',
    ])
  })

  test('is nothing without a name, a place or a number', () => {
    const neighbours = new Neighbours()
    neighbours.add(known(1, ''))
    expect(found(neighbours, known(2, ''))).toEqual([])
    expect(found(neighbours, known(2, 'Котельная', { point: null }))).toEqual([])
  })

  test.each([
    ['49 m', 0.00044, ['near 1']],
    ['51 m', 0.00046, []],
  ])('of the same name is found %s away or not', (_metres, north, expected) => {
    const neighbours = new Neighbours()
    neighbours.add(known(1, 'Котельная'))
    expect(found(neighbours, known(2, 'Котельная', { point: [74.98, 46.84 + north] }))).toEqual(expected)
  })
})

test('ten thousand rows with names of their own on one point are compared in seconds', () => {
  const neighbours = new Neighbours()
  const letter = (seed: number) => String.fromCharCode(0x430 + (Math.imul(seed, 2_654_435_761) >>> 27))
  const start = performance.now()
  let longest = 0
  for (let row = 1; row <= 10_000; row += 1) {
    const one = known(row, Array.from({ length: 30 }, (_, at) => letter(row * 31 + at)).join(''))
    const before = performance.now()
    neighbours.find(one)
    neighbours.add(one)
    longest = Math.max(longest, performance.now() - before)
  }
  expect(performance.now() - start).toBeLessThan(10_000)
  expect(longest).toBeLessThan(200)
})
