import { expect, expectAccessible, linkIn, newAddress, openAs, test, waitForMail } from '#tests/e2e/product-test'

const query = 'region=karaganda&power_min=500'

test('a visitor keeps a site and a search, confirms an address, and finds both on another device', async ({
  page,
  browser,
}) => {
  test.slow()
  await page.goto(`/ru/sites?${query}`)
  const heart = page.locator('article button[aria-pressed]').first()
  await heart.click()
  await expect(heart).toHaveAttribute('aria-pressed', 'true')
  const number = await page.locator('article').first().getAttribute('id')
  await page.reload()
  await expect(page.locator('article button[aria-pressed]').first()).toHaveAttribute('aria-pressed', 'true')

  await page.getByRole('link', { name: 'Сохранить поиск' }).click()
  await expect(page.locator('#title')).toHaveValue(/Карагандинская.*500/)
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Сохранить', exact: true }).click()
  await expect(page.locator('#email')).toHaveAttribute('aria-invalid', 'true')
  const email = newAddress('saver')
  await page.locator('#email').fill(email)
  await page.getByRole('button', { name: 'Сохранить', exact: true }).click()
  await page.waitForURL(/\/subscription$/)

  const link = linkIn(await waitForMail(email, /Подтвердите адрес/))
  const other = await (await browser.newContext({ baseURL: process.env.E2E_URL })).newPage()
  await other.goto(link)
  await expectAccessible(other)
  await other.getByRole('button', { name: 'Подтвердить и сохранить' }).click()
  await other.waitForURL(/\/favourites/)
  await expect(other.locator(`article[id="${number}"]`)).toBeVisible()
  await expect(other.getByRole('link', { name: /Карагандинская/ })).toHaveAttribute('href', /power_min=500/)
  await expect(other.getByText(email)).toBeVisible()
  await expectAccessible(other)

  await other.getByRole('button', { name: /^Удалить поиск/ }).click()
  await expect(other.getByRole('link', { name: /Карагандинская/ })).toHaveCount(0)
  await other.getByRole('button', { name: 'Отменить' }).click()
  await expect(other.getByRole('link', { name: /Карагандинская/ })).toBeVisible()
})

test('favourites work without JavaScript', { tag: '@desktop' }, async ({ browser }) => {
  const context = await browser.newContext({ baseURL: process.env.E2E_URL, javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto('/kk/sites/BLQ-0042')
  await page.getByRole('button', { name: /Таңдаулыға қосу/ }).click()
  await expect(page).toHaveURL(/\/kk\/favourites/)
  await expect(page.locator('article[id="BLQ-0042"]')).toBeVisible()
  await page.getByRole('button', { name: /Болдырмау/ }).click()
  await expect(page.locator('article[id="BLQ-0042"]')).toHaveCount(0)
})

test(
  'one click asks the akimat for a value, and the akimat says why it is not known',
  { tag: '@desktop' },
  async ({ page, browser }) => {
    const { items } = (await (await page.request.get('/api/sites?town=balkhash')).json()) as {
      items: { number: string }[]
    }
    const ask = page.getByRole('button', { name: /^Спросить акимат/ })
    for (const { number } of items) {
      await page.goto(`/ru/sites/${number}`)
      if ((await ask.count()) > 0) break
    }
    const words = (await ask.last().innerText()).replace('Спросить акимат: ', '')
    await ask.last().click()
    await expect(page.getByRole('status').filter({ hasText: `Вопрос передан акимату: ${words}` })).toBeVisible()
    await expectAccessible(page)
    await page.getByRole('link', { name: 'Оставить почту для ответа' }).click()
    await expect(page.getByLabel('Куда прислать ответ')).toBeVisible()
    await expectAccessible(page)

    const desk = await openAs(browser, page, 'editor@balkhash.demo')
    await desk.goto('/ru/akimat/questions')
    await expectAccessible(desk)
    const number = /sites\/([A-Z]+-\d+)/.exec(page.url())?.[1] ?? ''
    const question = desk.getByRole('listitem').filter({ hasText: number }).filter({ hasText: words }).first()
    await question.getByRole('button', { name: /^Заполнить/ }).click()
    await desk.waitForURL(new RegExp(`/sites/${number}/edit\\?group=`))
    await desk.goto('/ru/akimat/questions')
    await question.locator('summary').click()
    await question.getByRole('button', { name: 'Ответить и закрыть' }).click()
    await expect(question.locator('textarea')).toHaveAttribute('aria-invalid', 'true')
    await question.locator('textarea').fill('Обследование не проводилось.')
    await question.getByRole('button', { name: 'Ответить и закрыть' }).click()
    await expect(desk.getByRole('status').filter({ hasText: 'Вопрос закрыт' })).toBeVisible()
    await page.goto(`/ru/sites/${number}`)
    await expect(page.getByText('Обследование не проводилось.')).toBeVisible()
  },
)
