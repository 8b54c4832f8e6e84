import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pagesAround } from './pagination'

test.each([
  [1, 1, [1]],
  [1, 2, [1, 2]],
  [1, 10, [1, 2, null, 10]],
  [3, 10, [1, 2, 3, 4, null, 10]],
  [4, 10, [1, 2, 3, 4, 5, null, 10]],
  [5, 10, [1, null, 4, 5, 6, null, 10]],
  [10, 10, [1, null, 9, 10]],
])('page %i of %i', (page, pages, numbers) => expect(pagesAround(page, pages)).toEqual(numbers))

test('numbers rise, the ends and the current page are there, and a gap hides at least two', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 1, max: 500 }), (a, b) => {
      const [page, pages] = [Math.min(a, b), Math.max(a, b)]
      const numbers = pagesAround(page, pages)
      expect(numbers).toEqual(expect.arrayContaining([1, page, pages]))
      numbers.forEach((number, index) => {
        if (number === null) expect((numbers[index + 1] ?? 0) - (numbers[index - 1] ?? 0)).toBeGreaterThan(2)
        else if (index > 0 && numbers[index - 1] !== null) expect(number).toBe((numbers[index - 1] ?? 0) + 1)
      })
    }),
  )
})
