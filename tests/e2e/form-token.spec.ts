import { openSession } from '#tests/e2e/sessions'
import { expect, expectAccessible, signIn, test } from '#tests/e2e/product-test'

const editor = 'editor@balkhash.demo'

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled })

    test('a form from before another sign-in does nothing, keeps what was typed and can be sent again', async ({
      page,
    }) => {
      await signIn(page, editor)
      await page.goto('/ru/akimat/sites/new')
      const name = `Цех ${Math.random().toString(36).slice(2)}`
      await page.getByRole('radio', { name: 'Здание' }).check({ force: true })
      for (const field of ['name_kk', 'name_ru', 'name_en'])
        await page.locator(`[name=${field}]`).fill(`${name} ${field}`)

      const again = await openSession(process.env.E2E_URL ?? '', editor)
      await page.context().addCookies((await again.storageState()).cookies)
      await again.dispose()
      await page.getByRole('button', { name: 'Перейти к заполнению' }).click()

      await expect(page.getByRole('heading', { level: 1 })).toHaveText(
        'Вы вошли уже после того, как открыли эту страницу',
      )
      await expect(page.getByText('поэтому ничего не сделано')).toBeVisible()
      if (javaScriptEnabled) await expectAccessible(page)
      await page.getByRole('button', { name: 'Отправить ещё раз' }).click()
      await page.waitForURL(/\/akimat\/sites\/BLQ-\d{4}\/edit/)
      await expect(page.locator('[name="identity.name.ru"]')).toHaveValue(`${name} name_ru`)
    })
  })
}
