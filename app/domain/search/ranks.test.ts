import { Ranks } from '#app/domain/search/ranks'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const value = fc.oneof(
  fc.constantFrom(Number.NaN, -1, 0, 100, 630, Math.fround(0.1)),
  fc.float({ min: 0, max: 1e6, noNaN: true }),
)

describe('the ranks of a column', () => {
  it('never put a row on the wrong side of a bound, also one that was added later', () => {
    fc.assert(
      fc.property(
        fc.array(value, { maxLength: 200 }),
        fc.array(value, { maxLength: 80 }),
        value,
        (early, late, bound) => {
          fc.pre(!Number.isNaN(bound))
          const ranks = new Ranks(Float32Array.from(early), early.length)
          late.forEach((one, index) => ranks.add(early.length + index, one))
          const rank = ranks.boundAt(bound)
          ;[...early, ...late].forEach((one, row) => {
            const bit = 1 << (row & 31)
            const isAbove = (rank.above(row >>> 5) & bit) !== 0
            const isSame = (rank.same(row >>> 5) & bit) !== 0
            if (isAbove) expect(one).toBeGreaterThan(bound)
            else if (!isSame && !Number.isNaN(one)) expect(one).toBeLessThan(bound)
          })
        },
      ),
    )
  })
})
