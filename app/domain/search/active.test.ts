import { listActive } from '#app/domain/search/active'
import { writeCriteria } from '#app/domain/search/address'
import { emptyCriteria, readCriteria } from '#app/domain/search/schema'
import { criteriaOf, knownKeys } from '#tests/builders/catalogue-samples'
import fc from 'fast-check'
import { expect, it } from 'vitest'

it('taking the chips away one after another ends with nothing asked', () => {
  fc.assert(
    fc.property(criteriaOf(), (criteria) => {
      let left = criteria
      for (let chips = listActive(left).length; chips > 0; chips--) {
        const [first] = listActive(left)
        if (first) left = first.rest
        expect(listActive(left)).toHaveLength(chips - 1)
        expect(readCriteria(writeCriteria(left), knownKeys)).toEqual({ criteria: left, ignored: [] })
      }
      expect({ ...left, sort: 'relevance', page: 1 }).toEqual({ ...emptyCriteria(), size: criteria.size })
    }),
  )
})
