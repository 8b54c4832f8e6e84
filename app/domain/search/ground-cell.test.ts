import { kazakhstan, toMercator } from '#app/domain/kernel/geo'
import { bitsBelow, cellCode, cellSize, neighboursOf, noCell, placeOf } from '#app/domain/search/ground-cell'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const [west, south, east, north] = kazakhstan
const point = fc.tuple(
  fc.double({ min: west, max: east, noNaN: true }),
  fc.double({ min: south, max: north, noNaN: true }),
)

describe('the cell of a point', () => {
  it('is that of the grid at every zoom, to a metre', () => {
    fc.assert(
      fc.property(point, fc.integer({ min: 0, max: 14 }), ([lng, lat], zoom) => {
        const cell = placeOf(cellCode(lng, lat) >>> bitsBelow(zoom))
        const [first, line] = [4 * 2 ** zoom, 2 * 2 ** zoom]
        const { x, y } = toMercator([lng, lat])
        const metre = 1 / 40_000_000
        expect(Math.abs((cell.column + first + 0.5) * cellSize(zoom) - x)).toBeLessThanOrEqual(
          cellSize(zoom) / 2 + metre,
        )
        expect(Math.abs((cell.line + line + 0.5) * cellSize(zoom) - y)).toBeLessThanOrEqual(cellSize(zoom) / 2 + metre)
      }),
    )
  })

  it('has neighbours that have it as a neighbour', () => {
    fc.assert(
      fc.property(point, ([lng, lat]) => {
        const code = cellCode(lng, lat)
        const around = neighboursOf(code)
        expect(new Set(around).size).toBe(8)
        for (const other of around) expect(neighboursOf(other)).toContain(code)
      }),
    )
  })

  it('ends at the edge of what codes can name, and is none without a point', () => {
    expect(neighboursOf(0)).toHaveLength(3)
    expect(cellCode(Number.NaN, 50)).toBe(noCell)
  })
})
