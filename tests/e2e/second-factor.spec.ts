import { ownScript } from '#app/platform/http/form-token'
import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright/test'
import { codeOf } from '#tests/builders/second-factor'
import { expect, expectAccessible, linkIn, signIn, test, waitForMail } from '#tests/e2e/product-test'

const password = 'Birinshi-qupia-2026'
const desk = /\/ru\/spk(\?|$)/
const codeField = (page: Page) => page.locator('[name=code]')

async function sendCode(page: Page, code: string): Promise<void> {
  await codeField(page).fill(code)
  await page.locator('form:has([name=code]) button[type=submit]').click()
}

async function enterPassword(page: Page, email: string): Promise<void> {
  await page.goto('/ru/sign-in?next=/ru/spk/visits')
  await page.locator('[name=email]').fill(email)
  await page.locator('[name=password]').fill(password)
  await page.locator('form:has([name=password]) button[type=submit]').click()
  await page.waitForURL(/\/sign-in\/code/)
}

async function signOut(page: Page): Promise<void> {
  expect(
    (await page.request.post('/ru/sign-out', { headers: { origin: process.env.E2E_URL ?? '', ...ownScript } })).ok(),
  ).toBe(true)
}

test('an official is invited, sets up codes before anything opens, and comes in by them', async ({ page, browser }) => {
  test.slow()
  const email = `official-${randomUUID().slice(0, 8)}@example.kz`
  const context = await browser.newContext({ baseURL: process.env.E2E_URL, viewport: page.viewportSize() })
  const invited = await context.newPage()

  await signIn(page, 'admin@demo.demo')
  await page.goto('/ru/admin/organizations/spk-tobol')
  await page.locator('[name=email]').fill(email)
  await page.locator('form:has([name=role]) [name=name]').fill('Айгуль Тестова')
  await page.locator('[name=role]').selectOption('spk_officer')
  await page.locator('[name=locale]').selectOption('ru')
  await page.locator('form:has([name=role]) button[type=submit]').click()
  await page.waitForURL(/done=invited/)
  await expectAccessible(page)
  const link = linkIn(await waitForMail(email, /Приглашение/))

  await invited.goto(link)
  await expectAccessible(invited)
  await invited.locator('[name=password]').fill(password)
  await invited.locator('[name=repeat]').fill(password)
  await invited.locator('form:has([name=repeat]) button[type=submit]').click()
  await invited.waitForURL(/\/account\/second-factor/)
  await expectAccessible(invited)
  const early = await context.request.get('/ru/spk', { maxRedirects: 0 })
  expect(early.headers().location).toBe('/ru/account/second-factor?next=%2Fru%2Fspk')

  const secret = (await invited.locator('code').innerText()).trim()
  await sendCode(invited, '12345')
  await expect(invited.getByRole('alert')).toContainText('Код не подходит')
  await sendCode(invited, codeOf(secret))
  const listed = invited.locator('main li', { hasText: /^[A-Z2-7]{4}-/ })
  await expect(listed).toHaveCount(10)
  const codes = await listed.allInnerTexts()
  await expectAccessible(invited)
  await invited.getByRole('link', { name: 'Я сохранил коды, продолжить' }).click()
  await invited.waitForURL(desk)
  await invited.goto(link)
  await expect(invited.locator('[name=repeat]')).toHaveCount(0)

  await signOut(invited)
  await enterPassword(invited, email)
  await expectAccessible(invited)
  await sendCode(invited, codeOf(secret, Date.now(), 1))
  await invited.waitForURL(/\/ru\/spk\/visits$/)

  await signOut(invited)
  await enterPassword(invited, email)
  await sendCode(invited, 'AAAA-AAAA-AAAA-AAAA')
  await expect(invited.getByRole('alert')).toContainText('Код не подходит')
  await sendCode(invited, codes[0] ?? '')
  await invited.waitForURL(/\/ru\/spk\/visits$/)
  await waitForMail(email, /Изменение входа/)

  await page.goto('/ru/admin/organizations/spk-tobol')
  await page.getByRole('link', { name: `Снять код при входе: ${email}` }).click()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Да, снять код' }).click()
  await page.waitForURL(/done=unlocked/)
  const after = await context.request.get('/ru/spk', { maxRedirects: 0 })
  expect(after.headers().location).toMatch(/^\/ru\/sign-in\?next=/)
})
