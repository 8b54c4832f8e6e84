import { criteria } from '#app/domain/matching/model'
import { presetOf } from '#app/domain/matching/presets'
import { BriefSchema, readBrief, writeBrief } from '#app/domain/matching/schema'
import { fromSearch, tidyBrief, withoutNeed } from '#app/domain/matching/tidy-address'
import { weightParameter } from '#app/domain/matching/parameters'
import { sectorKeys } from '#app/domain/towns/model'
import { briefsOf } from '#tests/builders/briefs'
import { knownKeys } from '#tests/builders/catalogue-samples'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const read = (params: URLSearchParams) => readBrief(params, knownKeys)

describe('the address of a brief', () => {
  it.each([
    ['power_min=500&power_weight=must', 'power_min=500'],
    ['power_min=500&power_weight=2', 'power_min=500&power_weight=2'],
    ['power_weight=2&area_weight=1&rail_weight=3', ''],
    ['town=balkhash&place_weight=must', 'town=balkhash&place_weight=must'],
    ['price_kind=purchase', ''],
    ['price_kind=purchase&price_max=5', 'price_kind=purchase&price_max=5'],
    ['edit=1&key=2', 'edit=1&key=2'],
  ])('%s becomes %s', (before, after) => {
    expect(tidyBrief(new URLSearchParams(before)).toString()).toBe(after)
  })

  it('says the same brief before and after, with every importance named', () => {
    fc.assert(
      fc.property(briefsOf(), (brief) => {
        const full = writeBrief(brief)
        for (const criterion of criteria) {
          full.set(weightParameter(criterion), brief.needs[criterion]?.importance ?? 'must')
        }
        const tidy = tidyBrief(full)
        expect(read(tidy)).toEqual({ brief, ignored: [] })
        expect(tidy.toString().length).toBeLessThanOrEqual(writeBrief(brief).toString().length)
      }),
    )
  })

  it('loses one need and nothing else', () => {
    fc.assert(
      fc.property(briefsOf(), fc.constantFrom(...criteria), (brief, gone) => {
        const { [gone]: _gone, ...needs } = brief.needs
        expect(read(withoutNeed(writeBrief(brief), gone))).toEqual({ brief: { ...brief, needs }, ignored: [] })
      }),
    )
  })
})

describe('a search', () => {
  it('gives a brief what both can ask for, and nothing that would be named as ignored', () => {
    const search =
      'q=цех&sector=it&town=balkhash&area_min=500&area_max=900&power_min=400&rail=on_site&price_max=5&price_kind=purchase&bbox=1,2,3,4&sort=area&page=2&fresh=fresh'
    const asked = fromSearch(new URLSearchParams(search))
    expect(asked.toString()).toBe(
      'sector=it&town=balkhash&area_min=500&power_min=400&rail=on_site&price_max=5&price_kind=purchase',
    )
    expect(readBrief(asked, { regions: [], towns: ['balkhash'], incentives: [] }).ignored).toEqual([])
  })
})

describe('an example of a sector', () => {
  it('stays as it is when somebody changes the brief made of it', () => {
    const brief = presetOf('it')
    if (brief.needs.area) brief.needs.area.min = 1
    expect(presetOf('it').needs.area?.min).toBe(300)
  })

  it.each(sectorKeys)('%s can be read back from its address and be saved', (sector) => {
    const brief = presetOf(sector)
    expect(read(writeBrief(brief))).toEqual({ brief, ignored: [] })
    expect(BriefSchema.parse(brief)).toEqual(brief)
    expect(Object.values(brief.needs).some(({ importance }) => importance === 'must')).toBe(true)
  })
})
