import type { APIRequestContext, Page } from 'playwright/test'
import { expect, expectAccessible, openAs, signIn, signInByForm, test } from '#tests/e2e/product-test'

/** A town of the demo that no other test works in, one for each size of screen. */
const town = () => (test.info().project.name === 'phone' ? 'rudny' : 'temirtau')

/** Numbers of the town's sites in a view of the desk with nothing in work, in order. */
async function numbersIn(page: Page, view: string, chip?: string): Promise<string[]> {
  await page.goto(`/ru/akimat?view=${view}`)
  const rows = page.locator('table tbody tr').filter({ hasNotText: /Черновик|На проверке|Возвращено/ })
  const wanted = chip === undefined ? rows : rows.filter({ hasText: chip })
  const texts = await wanted.allInnerTexts()
  return texts.flatMap((text) => /[A-Z]{3}-\d{4}/.exec(text)?.[0] ?? []).sort()
}

async function listed(request: APIRequestContext, number: string): Promise<number> {
  const answer = await request.get(`/api/sites?q=${number}`)
  return ((await answer.json()) as { total: number }).total
}

test('what is due is ticked, confirmed with one press, and taken back', async ({ page }) => {
  await signIn(page, `editor@${town()}.demo`)
  const due = await numbersIn(page, 'to_confirm')
  expect(due.length).toBeGreaterThan(0)
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Подтвердить отмеченные' }).click()
  await expect(page.getByText('Отметьте хотя бы одну площадку.')).toBeVisible()
  await page.getByRole('button', { name: 'Отметить все на странице' }).click()
  await page.getByRole('button', { name: 'Подтвердить отмеченные' }).click()
  await expect(page.getByText(/подтверждены сегодняшним днём/)).toBeVisible()
  await expect(page.locator('table tbody tr')).toHaveCount(0)
  await page.getByRole('button', { name: 'Отменить подтверждение' }).click()
  await expect(page.getByText('Подтверждение отменено.')).toBeVisible()
  expect(await numbersIn(page, 'to_confirm')).toEqual(due)
})

test('a site is confirmed group by group, without a script', { tag: '@desktop' }, async ({ browser, page }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: process.env.E2E_URL })
  const plain = await context.newPage()
  await signInByForm(plain, `editor@${town()}.demo`)
  const number = (await numbersIn(plain, 'published', 'данные свежие')).at(-1)
  await plain.goto(`/ru/akimat/sites/${number}`)
  await plain.getByRole('link', { name: 'Подтвердить по разделам' }).click()
  await plain.getByRole('button', { name: 'Подтвердить отмеченное' }).click()
  await expect(plain.getByText('Отметьте хотя бы один раздел.')).toBeVisible()
  await plain.getByRole('checkbox', { name: 'Права и цена' }).check()
  await plain.getByRole('button', { name: 'Подтвердить отмеченное' }).click()
  await expect(plain.getByText(`${number}: данные подтверждены`)).toBeVisible()
  await context.close()
  await signIn(page, `editor@${town()}.demo`)
  await page.goto(`/ru/akimat/sites/${number}/confirm`)
  await expectAccessible(page)
})

test(
  'a reserved site leaves the search, keeps its page, and is offered again',
  { tag: '@desktop' },
  async ({ page, request }) => {
    await signIn(page, `editor@${town()}.demo`)
    const number = (await numbersIn(page, 'published', 'данные свежие'))[0] ?? ''
    expect(await listed(request, number)).toBe(1)
    await page.goto(`/ru/akimat/sites/${number}`)
    await page.getByRole('link', { name: 'Зарезервировать' }).click()
    await expectAccessible(page)
    await page.getByLabel(/Для чего и до какого числа/).fill('Под цех сборки, до 1 марта 2027 года')
    await page.getByRole('button', { name: 'Зарезервировать' }).click()
    await expect(page.getByText(/больше не показывается в поиске/)).toBeVisible()
    expect(await listed(request, number)).toBe(0)
    const answer = await page.goto(`/ru/sites/${number}`)
    expect(answer?.status()).toBe(200)
    await page.goto(`/ru/akimat/sites/${number}/status?to=withdrawn`)
    await page.getByRole('button', { name: 'Снять' }).click()
    await expect(page.getByText('Выберите причину')).toBeVisible()
    await page.goto(`/ru/akimat/sites/${number}/status?to=published`)
    await page.getByRole('button', { name: 'Предложить' }).click()
    await expect(page.getByText('Площадка снова предлагается.')).toBeVisible()
    expect(await listed(request, number)).toBe(1)
  },
)

test(
  'a head remarks on a field, the editor answers, and the versions can be compared',
  { tag: '@desktop' },
  async ({ page, browser }) => {
    test.slow()
    await signIn(page, `editor@${town()}.demo`)
    const number = (await numbersIn(page, 'published', 'данные свежие'))[1] ?? ''
    const site = `/ru/akimat/sites/${number}`
    const setPrice = async (price: string) => {
      await page.goto(`${site}/edit?group=rights`)
      await page.locator('[name="rights.price"]').fill(price)
      await page.locator('[name="rights.priceKind"]').selectOption('rent_month')
      await page.getByRole('button', { name: 'Сохранить', exact: true }).last().click()
      await expect(page.getByText(/^Сохранено/).first()).toBeVisible()
      await page.getByRole('button', { name: 'На проверку' }).click()
      await page.waitForURL(/done=submitted/)
    }
    await page.goto(site)
    await page.getByRole('button', { name: 'Изменить данные' }).click()
    await page.waitForURL(/\/edit/)
    await setPrice('123456')

    const head = await openAs(browser, page, `head@${town()}.demo`)
    await head.goto(`${site}/review`)
    await expect(head.getByText(/123\s456/).first()).toBeVisible()
    await head.getByRole('button', { name: 'Вернуть' }).click()
    await expect(head.getByText(/Напишите хотя бы одно замечание/)).toBeVisible()
    await expectAccessible(head)
    const price = head.locator('[name="remark.rights.price"]')
    await head.locator('details', { has: price }).locator('summary').click()
    await price.fill('По решению комиссии другая сумма')
    await head.locator('[name="remark"]').fill('Остальное верно')
    await head.getByRole('button', { name: 'Вернуть' }).click()
    await head.waitForURL(/done=returned/)

    await page.goto(site)
    await expect(page.getByText('По решению комиссии другая сумма').first()).toBeVisible()
    await expect(page.getByText(/Права и цена · Цена/).first()).toBeVisible()
    await expect(page.getByText('Остальное верно').first()).toBeVisible()
    await setPrice('98765')
    await head.goto(`${site}/review?ask=publish`)
    await head
      .getByRole('button', { name: /^Опубликовать/ })
      .first()
      .click()
    await head.waitForURL(/done=published/)

    await page.goto(`${site}/versions`)
    await expectAccessible(page)
    await expect(page.getByText(/98\s765/)).toBeVisible()
    await page
      .getByRole('link', { name: /^Открыть/ })
      .last()
      .click()
    await expect(page.getByText('Так паспорт выглядит в этой версии.')).toBeVisible()
  },
)
