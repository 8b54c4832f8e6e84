import type { Page } from 'playwright/test'
import { expect, expectAccessible, openAs, signIn, test } from '#tests/e2e/product-test'

const key = 'small_industrial_zone'

/** The smallest site that suits on a condition: a limit just above its area decides it and no other. */
async function findSmallest(page: Page): Promise<{ number: string; area: number }> {
  const answer = await page.request.get('/api/sites?zone=eligible_if&size=100')
  const { items } = (await answer.json()) as { items: { number: string; area_m2: number | null }[] }
  const [smallest] = items
    .flatMap(({ number, area_m2: area }) => (area === null ? [] : [{ number, area }]))
    .sort((left, right) => left.area - right.area)
  if (!smallest) throw new Error('no site suits on a condition')
  return smallest
}

test(
  'an admin enters a limit with its source, and the passport is judged by it',
  { tag: '@desktop' },
  async ({ page, browser }) => {
    const { number, area } = await findSmallest(page)
    const limitM2 = String(Math.floor(area) + 1)
    const zone = page.locator('section', { has: page.getByRole('heading', { name: 'Малая индустриальная' }) })
    await page.goto(`/ru/sites/${number}`)
    await expect(zone.getByText('подходит при условии')).toBeVisible()
    await expect(zone.getByText('не опубликовано в источнике', { exact: false }).first()).toBeVisible()

    const desk = await openAs(browser, page, 'admin@demo.demo')
    await desk.goto(`/ru/admin/rule-sets/${key}`)
    await desk.getByRole('button', { name: 'Начать новую версию' }).click()
    await expect(desk.getByRole('status').filter({ hasText: 'Новая версия начата' })).toBeVisible()
    await expectAccessible(desk)
    const limit = desk.locator('[id="value.area_min_m2"]')
    await limit.fill('тысяча')
    await desk.locator('#validFrom').fill('2024-08-02')
    await desk.getByRole('button', { name: 'Сохранить и опубликовать' }).click()
    await expect(limit).toHaveAttribute('aria-invalid', 'true')
    await expect(limit).toHaveValue('тысяча')

    await limit.fill(limitM2)
    await desk.getByRole('button', { name: 'Сохранить и опубликовать' }).click()
    const source = desk.locator('[id="citation.area_min_m2"]')
    await expect(source).toHaveAttribute('aria-invalid', 'true')
    await source.fill('Проверка: приказ № 1, п. 5')
    await desk.getByRole('button', { name: 'Сохранить и опубликовать' }).click()
    await expect(desk.getByRole('heading', { name: 'Опубликовать правила' })).toBeVisible()
    await desk.getByRole('button', { name: 'Опубликовать', exact: true }).click()
    await expect(desk.getByRole('status').filter({ hasText: 'Опубликовано' })).toBeVisible()

    await page.reload()
    await expect(zone.getByText('не подходит', { exact: true })).toBeVisible()
    await expect(zone.getByText(/Наименьшая площадь: [\d\s]+м²/)).toBeVisible()

    // The next version ends the trial: the limit is empty again.
    await desk.getByRole('button', { name: 'Начать новую версию' }).click()
    await limit.fill('')
    await source.fill('')
    await desk.locator('#validFrom').fill('2024-08-02')
    await desk.getByRole('button', { name: 'Сохранить и опубликовать' }).click()
    await desk.getByRole('button', { name: 'Опубликовать', exact: true }).click()
    await expect(desk.getByRole('status').filter({ hasText: 'Опубликовано' })).toBeVisible()
    await page.reload()
    await expect(zone.getByText('подходит при условии')).toBeVisible()
  },
)

test('an auditor reads the rules and finds nothing to press', { tag: '@desktop' }, async ({ page }) => {
  await signIn(page, 'ministry@demo.demo')
  await page.goto(`/ru/admin/rule-sets/${key}`)
  await expect(page.getByRole('table', { name: 'Параметры' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Начать новую версию' })).toHaveCount(0)
  await expectAccessible(page)
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('the measures are judged for the project of the address', { tag: '@desktop' }, async ({ page }) => {
    await page.goto('/ru/sites/BLQ-0042')
    const measures = page.locator('#incentives')
    await measures.getByLabel('Отрасль').selectOption('it')
    await measures.getByLabel('Объём инвестиций').fill('много')
    await measures.getByRole('button', { name: 'Оценить' }).click()
    await expect(measures.getByLabel('Объём инвестиций')).toHaveValue('много')
    await expect(measures.getByText('Напишите только число', { exact: false })).toBeVisible()
    await expect(page).toHaveURL(/sector=it/)
    await expect(measures.locator('li', { hasText: 'Astana Hub' }).getByText('подходит при условии')).toBeVisible()
  })
})
