import { isAlike } from '#app/domain/inquiries/duplicates'
import fc from 'fast-check'
import { expect, it } from 'vitest'

it.each([
  ['Нужны цех и 400 кВт, двадцать рабочих мест.', 'НУЖНЫ цех и 400 кВт: двадцать рабочих мест', true],
  ['Нужны цех и 400 кВт, двадцать рабочих мест.', 'Двадцать рабочих мест, цех и 400 кВт нужны нам', true],
  ['Нужны цех и 400 кВт, двадцать рабочих мест.', 'Нужны цех и 800 кВт, сорок рабочих мест, весной', false],
  ['Нужны цех и 400 кВт.', 'A greenhouse of three hectares', false],
  ['...', '...', false],
])('«%s» and «%s»: %s', (left, right, expected) => {
  expect(isAlike(left, right)).toBe(expected)
})

it('does not depend on which text came first, and takes every text with a word for its own repeat', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (left, right) => {
      expect(isAlike(left, right)).toBe(isAlike(right, left))
      expect(isAlike(`${left} a`, `${left} a`)).toBe(true)
    }),
  )
})
