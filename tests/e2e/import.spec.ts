import type { Locator, Page } from 'playwright/test'
import { writeXlsx } from 'hucre/xlsx'
import { expect, expectAccessible, openAs, signIn, test } from '#tests/e2e/product-test'

const headings = ['number', 'kind', 'identity.name.kk', 'identity.name.ru', 'latitude', 'longitude', 'rights.tenures']
const complete = [
  'buildings.0.totalAreaM2',
  'offeredFor.sectors',
  'utilities.electricity.presence',
  'utilities.electricity.installed',
]

type Row = (string | number | null)[]

async function table(...rows: Row[]) {
  const buffer = Buffer.from(
    await writeXlsx({ sheets: [{ name: 'Sites', rows: [[...headings, ...complete], ...rows] }] }),
  )
  return { name: 'sites.xlsx', mimeType: 'application/octet-stream', buffer }
}

/** A place of its own in Balkhash, so that no other run of the test is a neighbour. */
function place(): { lat: number; lng: number } {
  return { lat: 46.5 + Math.random() / 2, lng: 74.2 + Math.random() / 2 }
}

async function send(page: Page, file: { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
  await page.goto('/ru/akimat/import')
  await page.getByLabel('Таблица', { exact: false }).first().setInputFiles(file)
  await page.getByRole('button', { name: 'Загрузить и проверить' }).click()
  await page.waitForURL(/\/import\/[0-9a-f-]{36}/)
}

const rowWith = (page: Page, name: string): Locator => page.getByRole('row').filter({ hasText: name })

test('an akimat loads a table, sees what is wrong at which cell, stores the rest and hands it over', async ({
  page,
  browser,
}) => {
  test.slow()
  const key = Math.random().toString(36).slice(2, 8)
  const { lat, lng } = place()
  const row = (name: string, at: number, power: string): Row => [
    ...[null, 'здание', `${name} kk`, name, lat + at, lng, 'аренда; продажа'],
    ...[1200, 'manufacturing', 'подключено', power],
  ]
  await signIn(page, 'editor@balkhash.demo')
  await send(
    page,
    await table(
      row(`Котельная ${key}`, 0, '1,2 МВт'),
      row(`Гараж ${key}`, 0.01, '400 л.с.'),
      row(`Котельная ${key}`, 0.0001, '5 кВт'),
    ),
  )
  await expect(page.getByText('ждёт подтверждения')).toBeVisible({ timeout: 30_000 })
  await expectAccessible(page)
  await expect(rowWith(page, `Гараж ${key}`)).toContainText('K3')
  await expect(rowWith(page, `Гараж ${key}`)).toContainText('л.с.')
  await expect(rowWith(page, `Котельная ${key}`)).toContainText('1 200 кВт')

  await page.getByRole('link', { name: /Похожие площадки/ }).click()
  await expect(rowWith(page, `Котельная ${key}`)).toContainText('строка 2 этой таблицы')
  await page.getByRole('button', { name: 'Всё равно новая' }).click()
  await expect(page.getByText('2 новые площадки')).toBeVisible()

  // The file belongs to who sent it.
  const head = await openAs(browser, page, 'head@balkhash.demo')
  expect((await head.goto(new URL(page.url()).pathname))?.status()).toBe(404)

  await page.getByRole('button', { name: 'Подтвердить и сохранить' }).click()
  const submit = page.getByRole('button', { name: 'Отправить полные на проверку' })
  await expect(submit).toBeVisible({ timeout: 30_000 })
  await page.getByRole('link', { name: /Новые площадки/ }).click()
  await expect(rowWith(page, `Котельная ${key}`).first()).toContainText(/BLQ-\d{4}/)
  await submit.click()
  await expect(page.getByText('Отправлено на проверку: 2')).toBeVisible()
  await expectAccessible(page)
})

test('what is exported can be loaded again without a change', { tag: '@desktop' }, async ({ page }) => {
  await signIn(page, 'editor@abai.demo')
  const answer = await page.request.get('/kk/akimat/export.xlsx')
  expect(answer.headers()['content-disposition']).toMatch(/filename="alan-sites-\d{4}-\d\d-\d\d-demo\.xlsx"/)
  await send(page, { name: 'again.xlsx', mimeType: 'application/octet-stream', buffer: await answer.body() })
  await expect(page.getByText('ждёт подтверждения')).toBeVisible({ timeout: 30_000 })
  await expect(page.getByText('В этой таблице нечего сохранять.')).toBeVisible()
  await page.locator('summary', { hasText: 'Отменить загрузку' }).click()
  await page.getByRole('button', { name: 'Отменить загрузку' }).click()
  await page.waitForURL(/\/akimat\/import$/)
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('a file that is no table is refused in words', { tag: '@desktop' }, async ({ page }) => {
    await signIn(page, 'editor@balkhash.demo')
    await send(page, {
      name: 'photo.xlsx',
      mimeType: 'image/png',
      buffer: Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
    })
    await expect(async () => {
      await page.reload()
      await expect(page.getByText('Это не таблица Excel и не CSV', { exact: false })).toBeVisible({ timeout: 1_000 })
    }).toPass({ timeout: 30_000 })
  })
})
