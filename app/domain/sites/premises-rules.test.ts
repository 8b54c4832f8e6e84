import { emptyBuilding } from '#app/domain/sites/empty-dossier'
import { describe, expect, test } from 'vitest'
import { siteKinds } from './choices'
import { excessM2, isDivisible, spreadM, totalAreaM2 } from './premises-rules'

test('what has rooms can be split', () => {
  expect(siteKinds.filter(isDivisible)).toEqual(['building', 'complex', 'unfinished'])
})

describe('areas', () => {
  const building = (area: number | null) => ({ ...emptyBuilding(), totalAreaM2: area })

  test('of the whole are known when every building says its own', () => {
    expect(totalAreaM2([building(100), building(20.5)])).toBe(120.5)
    expect(totalAreaM2([building(100), building(null)])).toBeNull()
    expect(totalAreaM2([])).toBeNull()
  })

  test.each([
    [100, [60, 40], 0],
    [100, [60, 40.5], 0.5],
    [100, [null, 30], 0],
    [null, [500], 0],
    [0.3, [0.1, 0.2], 0],
  ])('of the whole %s and its units %j: too much by %d', (whole, units, excess) => {
    expect(excessM2(whole, units)).toBe(excess)
  })
})

test('sites spread as far as the two that stand farthest apart', () => {
  expect(spreadM([[74.99, 46.84], null, [74.99, 46.85], [74.99, 46.843]])).toBeCloseTo(1112, -1)
  expect(spreadM([[74.99, 46.84], null])).toBe(0)
})
