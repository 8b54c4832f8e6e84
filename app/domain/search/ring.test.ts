import { isInsideRing, isSimpleRing } from '#app/domain/search/ring'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const degree = fc.double({ min: -50, max: 50, noNaN: true })
const place = fc.tuple(degree, degree)

describe('a ring of corners', () => {
  it.each([
    [
      'a triangle',
      [
        [0, 0],
        [2, 0],
        [1, 2],
      ],
      true,
    ],
    [
      'a dent',
      [
        [0, 0],
        [4, 0],
        [2, 1],
        [4, 4],
        [0, 4],
      ],
      true,
    ],
    [
      'two corners',
      [
        [0, 0],
        [2, 0],
      ],
      false,
    ],
    [
      'a bow tie',
      [
        [0, 0],
        [2, 2],
        [2, 0],
        [0, 2],
      ],
      false,
    ],
    [
      'a corner twice',
      [
        [0, 0],
        [2, 0],
        [2, 0],
        [1, 2],
      ],
      false,
    ],
    [
      'a line',
      [
        [0, 0],
        [1, 0],
        [2, 0],
      ],
      false,
    ],
    [
      'a line there and back',
      [
        [0, 0],
        [2, 2],
        [1, 1],
      ],
      false,
    ],
    [
      'a spike',
      [
        [0, 0],
        [4, 0],
        [2, 0],
        [2, 2],
      ],
      false,
    ],
    [
      'a corner on another line',
      [
        [0, 0],
        [4, 0],
        [4, 4],
        [2, 0],
        [0, 4],
      ],
      false,
    ],
    [
      'more than half the globe',
      [
        [-170, 0],
        [170, 0],
        [170, 5],
      ],
      false,
    ],
  ] as [string, [number, number][], boolean][])('%s', (_name, corners, isRing) => {
    expect(isSimpleRing(corners)).toBe(isRing)
    expect(isSimpleRing([...corners].reverse())).toBe(isRing)
  })

  it('knows inside from outside where both are plain', () => {
    const dent: [number, number][] = [
      [0, 0],
      [4, 0],
      [2, 2],
      [4, 4],
      [0, 4],
    ]
    expect(isInsideRing(dent, [1, 2])).toBe(true)
    expect(isInsideRing(dent, [3, 2])).toBe(false)
    expect(isInsideRing(dent, [-1, 2])).toBe(false)
  })

  it('of four sides holds what its box holds, wherever it begins and whichever way it goes', () => {
    fc.assert(
      fc.property(place, place, place, fc.nat(3), fc.boolean(), (one, other, point, start, isReversed) => {
        const [west, east] = [Math.min(one[0], other[0]), Math.max(one[0], other[0])]
        const [south, north] = [Math.min(one[1], other[1]), Math.max(one[1], other[1])]
        fc.pre(west < east && south < north)
        const isOnEdge = [west, east].includes(point[0]) || [south, north].includes(point[1])
        fc.pre(!isOnEdge)
        const corners: [number, number][] = [
          [west, south],
          [east, south],
          [east, north],
          [west, north],
        ]
        const turned = [...corners.slice(start), ...corners.slice(0, start)]
        const ring = isReversed ? turned.reverse() : turned
        const isInBox = point[0] > west && point[0] < east && point[1] > south && point[1] < north
        expect(isInsideRing(ring, point)).toBe(isInBox)
      }),
    )
  })
})
