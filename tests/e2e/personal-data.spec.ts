import { readFile } from 'node:fs/promises'
import { strFromU8, unzipSync } from 'fflate'
import { inquire, title } from '#tests/e2e/inquire'
import { expect, expectAccessible, newAddress, test } from '#tests/e2e/product-test'

test('an investor without an account takes the data of an inquiry along and has it erased', async ({ page }) => {
  test.slow()
  const email = newAddress('forgotten')
  const subject = title()
  const { number, casePath } = await inquire(page, email, subject)
  await page.locator(`a[href*="/inquiries/${number}/data"]`).click()
  await page.waitForURL(/\/data\?key=/)
  await expectAccessible(page)

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Скачать архив' }).click(),
  ])
  expect(download.suggestedFilename()).toBe(`alan-${number}.zip`)
  const archive = unzipSync(await readFile(await download.path()))
  const data = strFromU8(archive['data.json'] ?? new Uint8Array())
  expect(JSON.stringify(JSON.parse(data))).toContain(subject)
  expect(data).toContain(email)

  await page.locator('[name=email]').fill(newAddress('another'))
  await page.getByRole('button', { name: 'Удалить навсегда' }).click()
  await expect(page.locator('[name=email]')).toHaveAttribute('aria-invalid', 'true')
  await page.locator('[name=email]').fill(email)
  await page.getByRole('button', { name: 'Удалить навсегда' }).click()
  await page.waitForURL(/\/ru\/privacy\?done=erased/)
  await expectAccessible(page)
  expect((await page.goto(casePath))?.status()).toBe(404)
})
