import type { APIRequestContext, Page } from 'playwright/test'
import sharp from 'sharp'
import { expect, expectAccessible, openAs, signIn, signInByForm, test, waitForMail } from '#tests/e2e/product-test'

/** A photograph as a phone takes it: with the place in its metadata. */
async function makePhoto(): Promise<{ name: string; mimeType: string; buffer: Buffer }> {
  const buffer = await sharp({ create: { width: 1200, height: 800, channels: 3, background: '#b08050' } })
    .jpeg()
    .withExif({ IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '46/1 50/1 0/1' } })
    .toBuffer()
  return { name: 'yard.jpg', mimeType: 'image/jpeg', buffer }
}

async function startSite(page: Page, kind: string, name: string): Promise<string> {
  await page.goto('/ru/akimat/sites/new')
  await page.getByRole('radio', { name: kind }).check({ force: true })
  await page.locator('[name=name_kk]').fill(`${name} kk`)
  await page.locator('[name=name_ru]').fill(name)
  await page.locator('[name=name_en]').fill(`Site under test ${name.split(' ').at(-1)}`)
  await page.getByRole('button', { name: 'Перейти к заполнению' }).click()
  await page.waitForURL(/\/edit/)
  const number = /BLQ-\d{4}/.exec(page.url())?.[0]
  if (!number) throw new Error(`No number in ${page.url()}`)
  return number
}

/** Opens a group of the editor, lets `fill` type, and waits until the product says that it is saved. */
async function fillGroup(page: Page, number: string, group: string, fill: () => Promise<void>): Promise<void> {
  await page.goto(`/ru/akimat/sites/${number}/edit?group=${group}`)
  await fill()
  await page.getByRole('button', { name: 'Сохранить', exact: true }).last().click()
  await expect(page.getByText(/^Сохранено/).first()).toBeVisible()
}

async function submit(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'На проверку' }).click()
  await page.waitForURL(/done=submitted/)
}

test('an akimat lists a building; its head returns it, then publishes it, and the public finds it', async ({
  page,
  browser,
  request,
}) => {
  test.slow()
  const name = `Цех сборки ${Math.random().toString(36).slice(2, 8)}`
  await signIn(page, 'editor@balkhash.demo')
  const number = await startSite(page, 'Пустующее здание', name)
  await fillGroup(page, number, 'identity', async () => {
    await page.locator('[name="identity.point"]').fill('46,86 74,99')
    await page.locator('[name="identity.address.ru"]').fill('ул. Бокейхана, 4')
  })
  await expectAccessible(page)
  await fillGroup(page, number, 'rights', async () => {
    await page.locator('[name="rights.ownership"]').selectOption('communal')
    await page.getByRole('checkbox', { name: 'аренда', exact: true }).check({ force: true })
    await page.locator('[name="rights.price"]').fill('850')
    await page.locator('[name="rights.priceKind"]').selectOption('rent_m2_month')
  })
  await fillGroup(page, number, 'buildings', async () => {
    await page.locator('[name$="totalAreaM2"]').first().fill('4 320,5')
  })
  await fillGroup(page, number, 'utilities', async () => {
    await page.locator('[name="utilities.electricity.presence"][value=connected]').check({ force: true })
    await page.locator('[name="utilities.electricity.free"]').fill('777')
    await page.locator('[name="utilities.water.presence"][value=unknown]').check({ force: true })
  })
  await expectAccessible(page)
  await fillGroup(page, number, 'offer', async () => {
    await page.getByRole('checkbox', { name: 'Обрабатывающая промышленность' }).check({ force: true })
  })
  await page.goto(`/ru/akimat/sites/${number}/edit?group=media`)
  // A file that is chosen before the page comes alive waits for this button.
  await expect(page.getByRole('button', { name: 'Загрузить' })).toHaveCount(0)
  await page.locator('input[name=photos]').setInputFiles(await makePhoto())
  await expect(page.locator('[name^="photos."][name$="alt.ru"]')).toHaveCount(1)
  await expectAccessible(page)
  await submit(page)

  const head = await openAs(browser, page, 'head@balkhash.demo')
  await waitForMail('head@balkhash.demo', new RegExp(`На проверку.*${number}|${number}.*тексер|Тексеруге.*${number}`))
  await head.goto(`/ru/akimat/sites/${number}/review`)
  await expectAccessible(head)
  await head.locator('textarea:visible').first().fill('Укажите, откуда известна мощность')
  await head.getByRole('button', { name: /Вернуть/ }).click()
  await head.waitForURL((url) => !url.pathname.endsWith('/review') || url.search !== '')

  await page.goto(`/ru/akimat/sites/${number}/edit?group=utilities`)
  await expect(page.getByText('Укажите, откуда известна мощность').first()).toBeVisible()
  await fillGroup(page, number, 'utilities', async () => {
    await page.locator('details:has([name="utilities.electricity.provenance.source"]) > summary').click()
    await page.locator('[name="utilities.electricity.provenance.source"]').selectOption('network_company')
  })
  await submit(page)

  expect(await listed(request, number)).toBe(0)
  await head.goto(`/ru/akimat/sites/${number}/review`)
  await publish(head)
  await expect.poll(() => listed(request, number), { timeout: 2000 }).toBe(1)
  await page.goto(`/ru/sites/${number}`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)
  await expect(page.getByText(/777/).first()).toBeVisible()
})

test('an akimat lists a land plot from a phone or a desk', async ({ page, browser, request }) => {
  test.slow()
  const name = `Участок под теплицу ${Math.random().toString(36).slice(2, 8)}`
  await signInByForm(page, 'editor@balkhash.demo')
  const number = await startSite(page, 'Земельный участок', name)
  await fillGroup(page, number, 'identity', () => page.locator('[name="identity.point"]').fill('46.87, 74.97'))
  await fillGroup(page, number, 'land', () => page.locator('[name="land.plotHa"]').fill('6,4'))
  await fillGroup(page, number, 'rights', () =>
    page.getByRole('checkbox', { name: 'продажа', exact: true }).check({ force: true }),
  )
  await fillGroup(page, number, 'offer', () =>
    page.getByRole('checkbox', { name: 'Сельское хозяйство' }).check({ force: true }),
  )
  await submit(page)
  const head = await openAs(browser, page, 'head@balkhash.demo')
  await head.goto(`/ru/akimat/sites/${number}/review`)
  await publish(head)
  await expect.poll(() => listed(request, number), { timeout: 2000 }).toBe(1)
})

test('what cannot be is refused at its field, and what was typed stays', { tag: '@desktop' }, async ({ page }) => {
  await signIn(page, 'editor@balkhash.demo')
  const number = await startSite(page, 'Пустующее здание', 'Проба ошибок')
  const save = () => page.getByRole('button', { name: 'Сохранить', exact: true }).last().click()
  const refuse = async (group: string, field: string, typed: string, words: RegExp) => {
    await page.goto(`/ru/akimat/sites/${number}/edit?group=${group}`)
    const input = page.locator(`[name="${field}"]`)
    await input.fill(typed)
    await save()
    await expect(input).toHaveAttribute('aria-invalid', 'true')
    await expect(input).toHaveValue(typed)
    await expect(page.getByText(words).first()).toBeVisible()
  }
  await refuse('identity', 'identity.point', '74,99 46,86', /местами|наоборот/i)
  await refuse('identity', 'identity.point', '10, 10', /Казахстан/)
  await page.goto(`/ru/akimat/sites/${number}/edit?group=utilities`)
  await page.locator('[name="utilities.electricity.presence"][value=connected]').check({ force: true })
  await refuseNumbers()

  async function refuseNumbers() {
    for (const typed of ['400 кВт', '-5', '99999999999']) {
      const input = page.locator('[name="utilities.electricity.installed"]')
      await input.fill(typed)
      await save()
      await expect(input).toHaveAttribute('aria-invalid', 'true')
      await expect(input).toHaveValue(typed)
    }
  }
})

async function publish(head: Page): Promise<void> {
  await head
    .getByRole('button', { name: /^Опубликовать/ })
    .or(head.getByRole('link', { name: /^Опубликовать/ }))
    .first()
    .click()
  await head
    .getByRole('dialog')
    .getByRole('button', { name: /^Опубликовать/ })
    .click({ timeout: 3000 })
    .catch(() => undefined)
  await head.waitForURL((url) => !url.pathname.endsWith('/review') || url.search.includes('done'))
}

async function listed(request: APIRequestContext, number: string): Promise<number> {
  const answer = await request.get(`/api/sites?q=${number}`)
  return ((await answer.json()) as { total: number; needs_confirmation: unknown[] }).total
}
