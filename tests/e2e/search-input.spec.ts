import { expect, test } from '#tests/e2e/product-test'

/** What an address says, and the parameters that have to be named as not used. */
const addresses: [name: string, query: string, ignored: string[]][] = [
  ['a range the wrong way round', 'area_min=500&area_max=100', ['area_max', 'area_min']],
  ['no number', 'power_min=NaN&plot_min=Infinity&water_min=1e9', ['plot_min', 'power_min', 'water_min']],
  ['a page nobody has', 'page=99999999999999999999', ['page']],
  ['a page beyond the last', 'page=100000&size=100', []],
  ['a box across the antimeridian', 'bbox=170,40,-170,50', ['bbox']],
  ['an area that crosses itself', 'area=70,46;72,48;72,46;70,48', ['area']],
  [
    'an area of too many corners',
    `area=${Array.from({ length: 200 }, (_, index) => `7${index % 10},4${index % 9}`).join(';')}`,
    ['area'],
  ],
  ['a point off the globe', 'near=500,95&within_km=10', ['near', 'within_km']],
  ['bytes that are not UTF-8', 'q=%FF%FE&town=%C3%28', ['q', 'town']],
  ['control characters', 'q=%00%01%1B%5B31m&kind=building%00', ['kind', 'q']],
  ['half a percent sign', 'q=%&power_min=%E0%A4%A', ['power_min', 'q']],
  ['a name of the prototype', '__proto__=1&constructor=2', ['__proto__', 'constructor']],
]

test.describe('an address that says things wrongly', () => {
  for (const [name, query, ignored] of addresses) {
    test(`${name} is answered and named`, async ({ request }) => {
      const answer = await request.get(`/api/sites?${query}`)
      expect(answer.status()).toBe(200)
      const body = (await answer.json()) as { ignored: string[]; total: number }
      expect([...body.ignored].sort()).toEqual(ignored)
      for (const path of [`/ru/sites?${query}`, `/api/map?${query}&zoom=5`, `/ru/sites.csv?${query}`]) {
        expect((await request.get(path)).status(), path).toBe(200)
      }
      const page = await (await request.get(`/ru/sites?${query}`)).text()
      for (const parameter of ignored) expect(page).toContain(`${parameter}=`)
    })
  }

  test('thousands of parameters are answered, and a hundred of them named', async ({ request }) => {
    const query = Array.from({ length: 1500 }, (_, index) => `x${index}`).join('&')
    const answer = await request.get(`/api/sites?${query}`)
    expect(answer.status()).toBe(200)
    expect(((await answer.json()) as { ignored: string[] }).ignored).toHaveLength(100)
  })

  test('more than a request line may hold is refused', async ({ request }) => {
    const query = Array.from({ length: 10_000 }, (_, index) => `sector=x${index}`).join('&')
    expect((await request.get(`/api/sites?${query}`)).status()).toBe(431)
  })
})
