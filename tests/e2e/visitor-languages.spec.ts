import { expect, expectAccessible, test } from '#tests/e2e/product-test'
import { assertSingleLanguage } from '#tests/setup/single-language'

const publicPages = ['', '/sites', '/sites/BLQ-0042', '/towns', '/towns/balkhash', '/about', '/sign-in']

test.describe('the languages of the product', () => {
  test('the start page is in Kazakh, marked as demo, and switches to Russian and English on the same page', async ({
    page,
  }) => {
    await page.goto('/kk')
    await expect(page.locator('html')).toHaveAttribute('lang', 'kk')
    await expect(page.getByText('Демонстрациялық деректер', { exact: false }).first()).toBeVisible()
    await page.goto('/kk/sites?sector=agriculture')
    await page.getByRole('link', { name: 'Русский' }).first().click()
    await expect(page).toHaveURL(/\/ru\/sites\?sector=agriculture/)
    await expect(page.locator('html')).toHaveAttribute('lang', 'ru')
    await page.getByRole('link', { name: 'English' }).first().click()
    await expect(page).toHaveURL(/\/en\/sites\?sector=agriculture/)
    await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  })

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
      for (const path of publicPages) {
        const answer = await request.get(`/${language}${path}`)
        expect(answer.status(), path).toBe(200)
        assertSingleLanguage(await answer.text(), language)
      }
    })
  }

  test('public pages have no accessibility violations', async ({ page }) => {
    for (const path of publicPages) {
      await page.goto(`/kk${path}`)
      await expectAccessible(page)
    }
  })
})

test.describe('unusual requests', { tag: '@desktop' }, () => {
  for (const path of [
    '/ru/sites?power_min=abc&bbox=1,2&unknown=1&page=-5&sort=magic',
    '/api/sites?power_min=-1&size=9999&sector=nothing',
    '/api/map?zoom=99&bbox=x',
  ]) {
    test(`${path} is answered, and what was not understood is named`, async ({ request }) => {
      const answer = await request.get(path)
      expect(answer.status()).toBe(200)
      if (path.startsWith('/api/sites')) expect((await answer.json()).ignored.length).toBeGreaterThan(1)
    })
  }

  for (const [path, status] of [
    ['/ru/sites/BLQ-9999', 404],
    ['/ru/sites/%00', 400],
    ['/ru/%E0%A4%A', 400],
    ['/xx/sites', 404],
    ['/ru/nothing-here', 404],
    ['/api/sites/BLQ-9999', 404],
    ['/api/nothing', 404],
  ] as const) {
    test(`${path} is answered with ${status}, not with a fault`, async ({ request }) => {
      expect((await request.get(path)).status()).toBe(status)
    })
  }
})
