import { distanceM } from '#app/domain/kernel/geo'
import { describe, expect, test } from 'vitest'
import { isOutlineOff, outlineAreaHa, readCorners } from './outline'

/** A rectangle of Balkhash, its sides measured by the distance on the sphere. */
const corners: [number, number][] = [
  [74.99, 46.84],
  [74.996, 46.84],
  [74.996, 46.843],
  [74.99, 46.843],
]

describe('the area of an outline', () => {
  test('is that of its sides, whichever way round and wherever it begins', () => {
    const [a, b, , d] = corners as [[number, number], [number, number], [number, number], [number, number]]
    const expected = (distanceM(a, b) * distanceM(a, d)) / 10_000
    expect(outlineAreaHa(corners)).toBeCloseTo(expected, 1)
    expect(outlineAreaHa([...corners].reverse())).toBeCloseTo(outlineAreaHa(corners), 2)
    expect(outlineAreaHa([...corners.slice(2), ...corners.slice(0, 2)])).toBeCloseTo(outlineAreaHa(corners), 2)
  })

  test('is nothing for a line', () => {
    expect(outlineAreaHa(corners.slice(0, 2))).toBe(0)
  })
})

test.each([
  [10, 10, false],
  [10, 12, false],
  [10, 13, true],
  [13, 10, true],
  [10, null, false],
  [0, 5, false],
])('drawn %d ha, stated %s: contradiction %s', (drawn, stated, isOff) => {
  expect(isOutlineOff(drawn, stated)).toBe(isOff)
})

test('a half-typed outline has the corners that can be read', () => {
  expect(readCorners('46.84, 74.99\n46.8\n\n46,85 75,01\r')).toEqual([
    [74.99, 46.84],
    [75.01, 46.85],
  ])
})
