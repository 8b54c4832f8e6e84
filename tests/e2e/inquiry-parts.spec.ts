import type { Page } from 'playwright/test'
import { plainPdf } from '#tests/builders/attachments'
import { fillInquiry, send, title } from '#tests/e2e/inquire'
import {
  expect,
  expectAccessible,
  linkIn,
  newAddress,
  openAs,
  signIn,
  test,
  waitForMail,
} from '#tests/e2e/product-test'

test(
  'a brief goes to two towns as two parts, files travel with a message, and the case is kept in an account',
  { tag: '@desktop' },
  async ({ page }) => {
    test.slow()
    const email = newAddress('towns')
    const subject = title()
    await page.goto('/ru/briefs/new?sector=manufacturing&area_min=500&town=balkhash&town=kentau&place_weight=must')
    for (const town of ['BLQ', 'KNT']) {
      const tick = page.locator(`article[id^="match-${town}-"] input[name=site]`).first()
      await tick.press('Space')
      await expect(tick).toBeChecked()
    }
    await page.getByRole('button', { name: 'Обращение по отмеченным' }).click()
    await page.waitForURL(/\/inquiries\/new/)
    await expect(page.getByText('Обращение разделится на 2 части')).toBeVisible()
    await expectAccessible(page)
    await fillInquiry(page, email, subject)
    await send(page)
    await page.waitForURL(/\/inquiries\/sent/)
    await page.goto(linkIn(await waitForMail(email, /Подтвердите/)))
    await page.getByRole('button', { name: 'Подтвердить и зарегистрировать' }).click()
    await expect(page.locator('section[aria-labelledby^="part-"]')).toHaveCount(2)
    await expect(page.getByText('Подбор, отправленный с обращением')).toBeVisible()

    const file = (name: string, text: string) => ({ name, mimeType: 'application/pdf', buffer: Buffer.from(text) })
    const attach = async (name: string, text: string) => {
      await page.locator('#text-2').fill('Прилагаю схему цеха.')
      await page.locator('#files-2').setInputFiles(file(name, text))
      await page.locator('form:has(#files-2) button[type=submit]').click()
    }
    await attach('схема.pdf', '<html><script>alert(1)</script></html>')
    await expect(page.locator('#files-2')).toHaveAttribute('aria-invalid', 'true')
    await expect(page.locator('#text-2')).toHaveValue('Прилагаю схему цеха.')
    await attach('схема.pdf', Buffer.from(plainPdf()).toString('latin1'))
    const link = page.getByRole('link', { name: 'Скачать: схема.pdf' })
    await expect(link).toBeVisible()
    await expectAccessible(page)
    const given = await page.request.get((await link.getAttribute('href')) ?? '')
    expect(given.headers()['content-disposition']).toMatch(/^attachment; /)
    expect(given.headers()['x-content-type-options']).toBe('nosniff')

    await signUp(page, email)
    await page.getByRole('button', { name: 'Сохранить здесь все' }).click()
    await page.getByRole('link', { name: subject }).first().click()
    await page.waitForURL(/\/inquiries\/\d{4}-\d{5}(#|$)/)
    await expect(page.getByRole('heading', { name: subject })).toBeVisible()
    await expectAccessible(page)
  },
)

/** Makes an account by the link of the letter and lands on its inquiries. */
async function signUp(page: Page, email: string): Promise<void> {
  await page.goto('/ru/sign-up')
  await expectAccessible(page)
  await page.locator('[name=name]').fill('Ержан Сейтов')
  await page.locator('[name=email]').fill(email)
  await page.locator('[name=consent]').check({ force: true })
  await page.locator('form:has([name=locale]) button[type=submit]').first().click()
  await page.waitForURL(/sent=1/)
  await page.goto(linkIn(await waitForMail(email, /учётную запись/)))
  await expectAccessible(page)
  for (const name of ['password', 'repeat']) await page.locator(`[name=${name}]`).fill('Bes-aspan-2026')
  await page.locator('form:has([name=repeat]) button[type=submit]').click()
  await page.waitForURL(/\/ru\/account\/inquiries/)
  await expectAccessible(page)
}

test(
  'the head gives a case away, the officer asks the akimat, and its answer stands in the case',
  { tag: '@desktop' },
  async ({ page, browser }) => {
    test.slow()
    await signIn(page, 'head@saryarka.demo')
    await page.goto('/ru/spk?view=desk&q=электрощит&select=1')
    await page.locator('input[name=case]').first().check()
    await page.getByRole('button', { name: 'Передать отмеченные' }).click()
    await page.waitForURL(/\/spk\/assign/)
    await expectAccessible(page)
    await page.locator('select[name=to]').selectOption({ index: 1 })
    await page.getByRole('button', { name: /Передать 1 дело/ }).click()
    await page.waitForURL(/assigned=1/)
    await expectAccessible(page)
    for (const path of ['/ru/spk/head', '/ru/spk/figures']) {
      await page.goto(path)
      await expectAccessible(page)
    }

    const officer = await openAs(browser, page, 'officer@saryarka.demo')
    await officer.goto('/ru/spk?view=desk&q=шерсти')
    // The first press may come before the page is alive.
    await expect(async () => {
      await officer.keyboard.press('j')
      await expect(officer.locator('[data-inbox-row]:focus')).toBeVisible({ timeout: 500 })
    }).toPass()
    await officer.keyboard.press('Enter')
    await officer.waitForURL(/\/spk\/inquiries\//)
    await officer.getByRole('link', { name: 'Спросить акимат' }).click()
    await officer.waitForURL(/\/akimat$/)
    await expectAccessible(officer)
    const question = `Есть ли технические условия на воду? ${title()}`
    await officer.locator('[name=text]').fill(question)
    await officer.getByRole('button', { name: 'Отправить акимату' }).click()
    await officer.waitForURL(/#akimat$/)
    await expect(officer.getByText(question).first()).toBeVisible()

    const editor = await openAs(browser, page, 'editor@balkhash.demo')
    await editor.goto('/ru/akimat/inquiries')
    await expectAccessible(editor)
    const task = editor.locator('li').filter({ hasText: question })
    await task.getByText('Ответить').first().click()
    await task.locator('textarea').fill('Да, выданы в мае, действуют два года.')
    await task.getByRole('button', { name: 'Отправить ответ' }).click()
    await editor.waitForURL(/done=answered/)
    await officer.reload()
    await expect(officer.getByText('Да, выданы в мае').first()).toBeVisible()
  },
)
