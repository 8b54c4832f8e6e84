import { publicPages } from '#tests/e2e/public-pages'
import { expect, test } from '#tests/e2e/product-test'
import { assertSingleLanguage } from '#tests/setup/single-language'

const workshop = 'sector=manufacturing&area_min=1500&power_min=400'

/** Pages whose words depend on what is asked. */
const answers = [
  '/briefs/new',
  `/briefs/new?${workshop}&steam_min=1&crane_min=5&rail=adjacent&highway_max=10&price_max=1000000&zone=eligible&tenure=lease`,
  `/compare?site=BLQ-0042&site=TMT-0031&${workshop}`,
]

test.describe('the languages of the product', () => {
  for (const [preferred, language] of [
    ['kk-KZ,kk;q=0.9', 'kk'],
    ['ru-RU,ru;q=0.9', 'ru'],
    ['en-GB', 'en'],
    ['de-DE', 'kk'],
  ] as const) {
    test(`an address without a language leads a reader of ${preferred} to /${language}`, async ({ request }) => {
      const answer = await request.get('/', { headers: { 'accept-language': preferred }, maxRedirects: 0 })
      expect(answer.headers().location).toBe(`/${language}`)
    })
  }

  for (const language of ['kk', 'ru', 'en'] as const) {
    test(`no public page mixes languages: ${language}`, async ({ request }) => {
      for (const path of [...publicPages, ...answers]) {
        const answer = await request.get(`/${language}${path}`)
        expect(answer.status(), path).toBe(200)
        assertSingleLanguage(await answer.text(), language)
      }
    })
  }
})
