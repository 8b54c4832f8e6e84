import { briefsOf } from '#tests/builders/briefs'
import { knownKeys } from '#tests/builders/catalogue-samples'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BriefSchema, emptyBrief, readBrief, writeBrief } from './schema'

const read = (query: string) => readBrief(new URLSearchParams(query), knownKeys)

describe('a brief in an address', () => {
  it('is read as it was written, and is what the database may store', () => {
    fc.assert(
      fc.property(briefsOf(), (brief) => {
        const params = new URLSearchParams(writeBrief(brief).toString())
        expect(readBrief(params, knownKeys)).toEqual({ brief, ignored: [] })
        expect(BriefSchema.parse(JSON.parse(JSON.stringify(brief)))).toEqual(brief)
      }),
      { numRuns: 300 },
    )
  })

  it('makes quantities a must and everything else a wish unless it says otherwise', () => {
    expect(read('power_min=400&sector=it&rail=adjacent').brief.needs).toEqual({
      electricity: { min: 400, importance: 'must' },
      sector: { keys: ['it'], importance: '2' },
      rail: { wish: { kind: 'adjacent' }, importance: '2' },
    })
    expect(read('power_min=400&power_weight=1&sector=it&sector_weight=must').brief.needs).toEqual({
      electricity: { min: 400, importance: '1' },
      sector: { keys: ['it'], importance: 'must' },
    })
  })

  it('has no need without a value, whatever an untouched field sends', () => {
    expect(read('power_min=&power_weight=must&water_min=%20&activity=&start=&rail=&price_kind=purchase')).toEqual({
      brief: emptyBrief(),
      ignored: [],
    })
  })

  it.each([
    'power_min=-5',
    'power_min=NaN',
    'power_min=1e9',
    'power_min=0',
    'crane_min=99999',
    'highway_max=Infinity',
    'sector=golf',
    'town=atlantis',
    'rail=within_km%3D-1',
    'start=2026-02-31',
    'start=0001-01-01',
    'jobs=1.5',
    'jobs=0',
    'investment=free',
    `activity=${'x'.repeat(301)}`,
    'nonsense=1',
  ])('does not use %s and says so', (query) => {
    const { brief, ignored } = read(query)
    expect(brief).toEqual(emptyBrief())
    expect(ignored.map(({ name }) => name)).toEqual([query.split('=')[0]])
  })

  it('falls back to the usual importance when the one given is nonsense', () => {
    const { brief, ignored } = read('power_min=400&power_weight=9')
    expect(brief.needs.electricity).toEqual({ min: 400, importance: 'must' })
    expect(ignored).toEqual([{ name: 'power_weight', value: '9' }])
  })

  it('keeps out what a database cannot store', () => {
    const { brief } = read('activity=%00greenhouse%0A%EF%BF%BD')
    expect(brief.activity).toBe('greenhouse \uFFFD')
    expect(BriefSchema.safeParse(brief).success).toBe(true)
    expect(BriefSchema.safeParse({ ...brief, activity: '\u0000' }).success).toBe(false)
    expect(BriefSchema.safeParse({ ...brief, activity: '\ud800' }).success).toBe(false)
  })
})

describe('a stored brief', () => {
  it.each([
    { needs: { electricity: { min: -1, importance: 'must' } } },
    { needs: { electricity: { min: Number.NaN, importance: 'must' } } },
    { needs: { electricity: { min: 1, importance: '4' } } },
    { needs: { sector: { keys: [], importance: '1' } } },
    { needs: { place: { regions: [], towns: [], importance: '1' } } },
    { needs: { power: { min: 1, importance: 'must' } } },
    { startOn: '2026-13-01' },
    { more: 1 },
  ])('is not %j', (wrong) => {
    expect(BriefSchema.safeParse({ ...emptyBrief(), ...wrong }).success).toBe(false)
  })
})
