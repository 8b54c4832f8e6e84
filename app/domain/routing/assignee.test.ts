import type { Officer } from '#app/domain/routing/model'
import { chooseAssignee } from '#app/domain/routing/rules'
import { languages } from '#app/platform/i18n/language'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const anyLanguage = fc.constantFrom(...languages)
const anyOfficers: fc.Arbitrary<Officer[]> = fc.uniqueArray(
  fc.record({
    userId: fc.uuid(),
    openCases: fc.nat(4),
    isPresent: fc.boolean(),
    languages: fc.subarray([...languages]),
    lastAssignedAt: fc.option(fc.integer({ min: 0, max: 5 }).map((hour) => new Date(hour * 3_600_000))),
  }),
  { selector: ({ userId }) => userId, maxLength: 8 },
)

const idleSince = ({ lastAssignedAt }: Officer) => lastAssignedAt?.getTime() ?? -Infinity

describe('the officer who gets the next case', () => {
  it('is present and speaks the language; nobody like that has fewer cases, or as few and is idle longer', () => {
    fc.assert(
      fc.property(anyOfficers, anyLanguage, (officers, language) => {
        const able = officers.filter((one) => one.isPresent && one.languages.includes(language))
        const verdict = chooseAssignee(officers, language)
        expect(verdict.ok).toBe(able.length > 0)
        const chosen = able.find(({ userId }) => verdict.ok && userId === verdict.value)
        for (const other of chosen ? able : []) {
          expect(other.openCases).toBeGreaterThanOrEqual(chosen?.openCases ?? NaN)
          if (other.openCases === chosen?.openCases) expect(idleSince(other)).toBeGreaterThanOrEqual(idleSince(chosen))
        }
      }),
    )
  })

  it('does not depend on the order in which the officers come, nor on those who are away', () => {
    fc.assert(
      fc.property(anyOfficers, anyLanguage, (officers, language) => {
        const verdict = chooseAssignee(officers, language)
        expect(chooseAssignee([...officers].reverse(), language)).toEqual(verdict)
        const here = officers.filter(({ isPresent }) => isPresent)
        expect(chooseAssignee(here, language)).toEqual(verdict)
      }),
    )
  })

  it('is found so that many cases in a row are shared out evenly', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 40 }), (people, cases) => {
        const officers: Officer[] = Array.from({ length: people }, (_, index) => ({
          ...{ userId: String(index), openCases: 0, isPresent: true, languages: ['kk'], lastAssignedAt: null },
        }))
        for (let hour = 0; hour < cases; hour += 1) {
          const verdict = chooseAssignee(officers, 'kk')
          const chosen = officers.find(({ userId }) => verdict.ok && userId === verdict.value)
          if (chosen) Object.assign(chosen, { openCases: chosen.openCases + 1, lastAssignedAt: new Date(hour) })
        }
        const loads = officers.map(({ openCases }) => openCases)
        expect(loads.reduce((sum, load) => sum + load, 0)).toBe(cases)
        expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(1)
      }),
    )
  })
})
