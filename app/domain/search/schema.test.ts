import { searchPath, writeCriteria } from '#app/domain/search/address'
import { emptyCriteria, readCriteria } from '#app/domain/search/schema'
import { criteriaOf, knownKeys } from '#tests/builders/catalogue-samples'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const read = (query: string) => readCriteria(new URLSearchParams(query), knownKeys)

describe('criteria in an address', () => {
  it('come back as they were written, and nothing is ignored', () => {
    fc.assert(
      fc.property(criteriaOf(), (criteria) => {
        expect(readCriteria(writeCriteria(criteria), knownKeys)).toEqual({ criteria, ignored: [] })
      }),
    )
  })

  it('ask for nothing when there are none, or when fields were left empty', () => {
    expect(read('')).toEqual({ criteria: emptyCriteria(), ignored: [] })
    expect(read('q=&sector=&power_min=&rail=&sort=&page=')).toEqual({ criteria: emptyCriteria(), ignored: [] })
    expect(searchPath(emptyCriteria())).toBe('/sites')
  })

  it.each([
    ['power_min=abc', 'power_min'],
    ['power_min=-5', 'power_min'],
    ['power_min=0', 'power_min'],
    ['power_min=99999999999', 'power_min'],
    ['power_min=1e9', 'power_min'],
    ['area_min=100%20%D0%BC2', 'area_min'],
    ['sector=mining', 'sector'],
    ['town=atlantis', 'town'],
    ['kind=castle', 'kind'],
    ['zone=undetermined', 'zone'],
    ['rail=near', 'rail'],
    ['rail=within_km=-1', 'rail'],
    ['bbox=1,2,3', 'bbox'],
    ['bbox=80,40,70,50', 'bbox'],
    ['bbox=170,40,-170,50', 'bbox'],
    ['near=72', 'near'],
    ['near=72;48', 'near'],
    ['near=NaN,48', 'near'],
    ['near=181,48', 'near'],
    ['within_km=5', 'within_km'],
    ['area=70,46;72,46', 'area'],
    ['area=70,46;72,48;72,46;70,48', 'area'],
    ['area=70,46;72,46;74,46', 'area'],
    ['area=70,46;72,46;70,46;71,48', 'area'],
    ['area=-170,46;170,46;170,50', 'area'],
    ['area=70,46;72,46;91,91', 'area'],
    [
      `area=${Array.from({ length: 51 }, (_, index) => `${70 + Math.cos(index / 8.5)},${46 + Math.sin(index / 8.5)}`.replace(/(\.\d{6})\d+/g, '$1')).join(';')}`,
      'area',
    ],
    ['q=%FF%FE', 'q'],
    ['q=%D1%86%D0%B5%D1%85%00', 'q'],
    ['size=99999999999999999999', 'size'],
    ['page=1e9', 'page'],
    ['fresh=yes', 'fresh'],
    ['sort=best', 'sort'],
    ['sort=distance', 'sort'],
    ['page=0', 'page'],
    ['page=x', 'page'],
    ['size=1000', 'size'],
    ['price_kind=barter', 'price_kind'],
    ['colour=blue', 'colour'],
    ['q=%21%3F', 'q'],
    [`q=${'а'.repeat(201)}`, 'q'],
  ])('%s is not used, and is named', (query, name) => {
    const { criteria, ignored } = read(query)
    expect(criteria).toEqual(emptyCriteria())
    expect(ignored.map((parameter) => parameter.name)).toEqual([name])
  })

  it('name both ends of a range that are the wrong way round', () => {
    const { criteria, ignored } = read('area_min=500&area_max=100&plot_min=2&plot_max=2')
    expect(criteria).toEqual({ ...emptyCriteria(), plotMin: 2, plotMax: 2 })
    expect(ignored.map(({ name }) => name)).toEqual(['area_min', 'area_max'])
  })

  it('take a point with a distance, and drop the distance of a point that cannot be read', () => {
    expect(read('near=72.5,-48.25&within_km=25&sort=distance').criteria).toMatchObject({
      near: { point: [72.5, -48.25], withinKm: 25 },
      sort: 'distance',
    })
    expect(read('near=x&within_km=25').ignored.map(({ name }) => name)).toEqual(['near', 'within_km'])
  })

  it('take a drawn area, closed or not', () => {
    const ring = [
      [70, 46],
      [72, 46],
      [71, 48],
    ]
    expect(read('area=70,46;72,46;71,48').criteria.ring).toEqual(ring)
    expect(read('area=70,46;72,46;71,48;70,46').criteria.ring).toEqual(ring)
  })

  it('name no more of a hundred thousand wrong parameters than somebody can read', () => {
    const { ignored } = read(Array.from({ length: 100_000 }, (_, index) => `sector=x${index}&y${index}=%00`).join('&'))
    expect(ignored).toHaveLength(100)
  })

  it('keep what is readable beside what is not', () => {
    const { criteria, ignored } = read('sector=it&sector=mining&power_min=400&power_min=500&utm_source=x')
    expect(criteria).toEqual({
      ...emptyCriteria(),
      sectors: ['it'],
      free: { ...emptyCriteria().free, electricity: 400 },
    })
    expect(ignored).toEqual([
      { name: 'sector', value: 'mining' },
      { name: 'power_min', value: '500' },
      { name: 'utm_source', value: 'x' },
    ])
  })

  it('read numbers as people type them', () => {
    expect(read('power_min=1%20250,5').criteria.free.electricity).toBe(1250.5)
    expect(read('rail=within_km=2,5').criteria.rail).toEqual({ kind: 'within_km', km: 2.5 })
  })

  it('take a price without its kind as rent per month, and drop one whose kind is unreadable', () => {
    expect(read('price_max=500000').criteria.price).toEqual({ kind: 'rent_month', max: 500_000 })
    const { criteria, ignored } = read('price_max=500000&price_kind=barter')
    expect(criteria.price).toBeNull()
    expect(ignored.map((parameter) => parameter.name)).toEqual(['price_kind', 'price_max'])
  })

  it('leave the parameters of the page alone', () => {
    expect(readCriteria(new URLSearchParams('view=map'), knownKeys, ['view']).ignored).toEqual([])
  })

  it('never fail, whatever the address says', () => {
    fc.assert(
      fc.property(fc.webQueryParameters(), (query) => {
        const { criteria } = read(query)
        expect(readCriteria(writeCriteria(criteria), knownKeys).criteria).toEqual(criteria)
      }),
    )
  })
})
