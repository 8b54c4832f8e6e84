import { ownScript } from '#app/platform/http/form-token'
import type { Browser, Page } from 'playwright/test'
import { fillInquiry, inquire, readForm, send, title } from '#tests/e2e/inquire'
import { expect, expectAccessible, linkIn, newAddress, openAs, test, waitForMail } from '#tests/e2e/product-test'

async function openCase(page: Page, number: string): Promise<void> {
  await page.goto(`/ru/spk?tab=desk&q=${number}`)
  await page.locator(`[href*="/spk/inquiries/${number}/"]`).first().click()
  await page.waitForURL(new RegExp(`/spk/inquiries/${number}/1`))
}

/** Opens a form of the case and sends it filled in. */
async function act(officer: Page, number: string, panel: string, fields: Record<string, string>): Promise<void> {
  await officer.goto(`/ru/spk/inquiries/${number}/1?do=${panel}`)
  for (const [name, value] of Object.entries(fields)) {
    const field = officer.locator(`#panel [name=${name}]`)
    if ((await field.evaluate((element) => element.tagName)) === 'SELECT') await field.selectOption(value)
    else await field.fill(value)
  }
  await expectAccessible(officer)
  await officer.locator('#panel button[type=submit]').click()
  await officer.waitForURL(/done=/)
}

/** A day of the coming weeks as the browser's field takes it: each run another minute, so that visits do not meet. */
function comingMoment(): string {
  const day = new Date(Date.now() + (20 + Math.floor(Math.random() * 100)) * 86_400_000).toISOString().slice(0, 10)
  return `${day}T${10 + Math.floor(Math.random() * 7)}:00`
}

/** The investor writes: the officer sees it at once, with the bell, and keeps what was being typed. */
async function expectLiveAnswer(investor: Page, officer: Page, number: string): Promise<void> {
  await officer.goto(officer.url().replace(/\?.*/, '?do=answer'))
  const draft = officer.locator('main textarea').first()
  await draft.fill('Ещё не дописано')
  const unread = officer.locator('header a[href="/ru/notices"]').first()
  const before = await unread.textContent()
  await investor.locator('textarea[name=text]').first().fill('Приедем в четверг вдвоём.')
  await investor.locator('form:has(textarea[name=text]) button[type=submit]').first().click()
  await investor.waitForURL(/done=sent/)
  await expect(officer.getByText('Приедем в четверг вдвоём.').first()).toBeVisible({ timeout: 3000 })
  await expect(draft).toHaveValue('Ещё не дописано')
  await expect(unread).not.toHaveText(before ?? '', { timeout: 3000 })
  await officer.goto('/ru/notices?show=unread')
  await expectAccessible(officer)
  const written = officer.getByRole('link', { name: new RegExp(`Инвестор написал по обращению.*${number}`) })
  await expect(written.first()).toBeVisible()
  await officer.getByRole('button', { name: 'Отметить все прочитанными' }).click()
  // Other inquiries of this moment may have news of their own.
  await expect(written).toHaveCount(0)
}

test('a case from the inquiry to the contract as both sides; nobody else sees it', async ({ page, browser }) => {
  test.slow()
  const email = newAddress('investor')
  const subject = title()
  const { number, casePath } = await inquire(page, email, subject)
  await expect(page.getByText(number).first()).toBeVisible()
  await expect(page.getByText('СПК «Сарыарка»').first()).toBeVisible()
  await expectAccessible(page)
  const slip = await waitForMail(email, new RegExp(number))
  expect(slip.text).toMatch(/до: \d{1,2}\s[а-я]+\s20\d\d/)

  await expectHidden(browser, page, number)

  const officer = await openAs(browser, page, 'officer@saryarka.demo')
  await openCase(officer, number)
  await expect(officer.getByRole('heading', { name: subject })).toBeVisible()
  await expect(officer.getByText(/ст\. 76/).first()).toBeVisible()
  await expectAccessible(officer)
  await officer.getByRole('button', { name: 'Принять в работу' }).click()
  await officer.waitForURL(/done=accept/)
  await waitForMail(email, /принято/)
  await officer.goto(`/ru/spk/inquiries/${number}/1?do=answer`)
  await officer.locator('main textarea').first().fill('Здравствуйте! 630 кВт свободны, можно приехать в четверг.')
  await officer.getByRole('button', { name: 'Отправить ответ' }).click()
  await officer.waitForURL(/done=answer/)
  await expectAccessible(officer)
  // Nobody loads the page of the investor again.
  await expect(page.getByText('630 кВт свободны', { exact: false }).first()).toBeVisible({ timeout: 3000 })
  await expectLiveAnswer(page, officer, number)

  const letter = await waitForMail(email, /Новый ответ/)
  expect(letter.text).toContain('630 кВт свободны')
  await page.goto(linkIn(letter))
  await expect(page.getByText('630 кВт свободны', { exact: false }).first()).toBeVisible()
  expect(new URL(page.url()).pathname).toBe(new URL(casePath).pathname)
  await expectAccessible(page)

  await act(officer, number, 'note', { text: 'Позвонить в горэнерго до визита.' })
  const visit = { time1: comingMoment(), place: 'Ворота цеха № 3', contact: 'Айгерим, +7 701 000 00 00' }
  await act(officer, number, 'visit', visit)
  await page.goto(linkIn(await waitForMail(email, /предложен осмотр/)))
  await expect(page.getByText('горэнерго')).toHaveCount(0)
  await page.getByRole('button', { name: 'Приеду в это время' }).click()
  await page.waitForURL(/done=visit_accept/)
  await expectAccessible(page)
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Добавить в календарь' }).click(),
  ])
  expect(file.suggestedFilename()).toBe(`visit-${number}.ics`)
  await officer.goto('/ru/spk/visits')
  await expect(officer.getByRole('link', { name: subject })).toBeVisible()
  await expectAccessible(officer)

  await act(officer, number, 'offer_made', { text: 'Аренда на 5 лет, 320 тенге за м² в месяц.' })
  await act(officer, number, 'contracted', {
    ...{ text: 'Договор подписан, ждём начала работ.', contractNumber: '27', jobs: '20', investmentKzt: '150 000 000' },
    reconversion: 'new_production',
  })
  await expect(officer.getByText('150').first()).toBeVisible()
  await page.goto(linkIn(await waitForMail(email, /договор заключён/)))
  await expect(page.getByText('договор заключён').first()).toBeVisible()
  await expectAccessible(page)
})

test(
  'the same form sent twice and the same link pressed twice make one inquiry',
  { tag: '@desktop' },
  async ({ page, browser }) => {
    test.slow()
    const email = newAddress('twice')
    await page.goto('/ru/inquiries/new?site=BLQ-0042')
    await fillInquiry(page, email, title())
    await readForm(page)
    const form = await page.locator('form:has([name=consent])').evaluate((element) => {
      const fields = [...new FormData(element as HTMLFormElement)]
      return fields.map(([name, value]): [string, string] => [name, String(value)])
    })
    await page.context().request.post('/ru/inquiries/new?site=BLQ-0042', {
      form: Object.fromEntries(form),
      headers: { origin: process.env.E2E_URL ?? '', ...ownScript },
    })
    await send(page)
    await page.waitForURL(/\/inquiries\/sent/)
    const link = linkIn(await waitForMail(email, /Подтвердите/))
    const second = await (await browser.newContext({ baseURL: process.env.E2E_URL })).newPage()
    for (const tab of [page, second]) await tab.goto(link)
    for (const tab of [page, second]) {
      await tab.getByRole('button', { name: 'Подтвердить и зарегистрировать' }).click()
      await tab.waitForURL(/\/inquiries\/\d{4}-\d{5}/)
    }
    expect(new URL(second.url()).pathname).toBe(new URL(page.url()).pathname)
  },
)

test('what is wrong with the form is said at the field, and what was typed stays', async ({ page }) => {
  await page.goto('/ru/inquiries/new?site=BLQ-0042')
  await fillInquiry(page, 'not-an-address', 'Проба')
  await page.locator('[name=bin]').fill('061211600013')
  await page.locator('form:has([name=consent])').evaluate((form) => form.setAttribute('novalidate', ''))
  await send(page)
  for (const name of ['email', 'bin'])
    await expect(page.locator(`[name=${name}]`)).toHaveAttribute('aria-invalid', 'true')
  await expect(page.locator('[name=bin]')).toHaveValue('061211600013')
  await expect(page.locator('[name=title]')).toHaveValue('Проба')
  await expectAccessible(page)
})

test(
  'a link that is not one, and a site that is none, are answered with words',
  { tag: '@desktop' },
  async ({ page }) => {
    const unknown = await page.goto('/ru/inquiries/confirm?token=no-such-token')
    expect(unknown?.status()).toBe(404)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    const nowhere = await page.goto('/ru/inquiries/new?site=BLQ-9999')
    expect(nowhere?.status()).toBeLessThan(500)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  },
)

async function expectHidden(browser: Browser, page: Page, number: string): Promise<void> {
  const other = await openAs(browser, page, 'officer@tobol.demo')
  expect((await other.goto(`/ru/spk/inquiries/${number}/1`))?.status()).toBe(404)
  await other.goto(`/ru/spk?tab=desk&q=${number}`)
  await expect(other.locator(`[href*="/spk/inquiries/${number}/"]`)).toHaveCount(0)
}
