import { publicPages } from '#tests/e2e/public-pages'
import { expect, expectAccessible, test } from '#tests/e2e/product-test'

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

  test('public pages have no accessibility violations', async ({ page }) => {
    for (const path of publicPages) {
      await page.goto(`/kk${path}`)
      await expectAccessible(page)
    }
  })
})
