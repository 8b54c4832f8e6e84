import type { Browser, Page } from 'playwright/test'
import { plainPdf } from '#tests/builders/attachments'
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

const title = () => `Цех металлоизделий ${Math.random().toString(36).slice(2, 8)}`

async function fillInquiry(page: Page, email: string, subject: string): Promise<void> {
  await page.locator('[name=title]').fill(subject)
  await page.locator('[name=text]').fill('Нужно 400 кВт и 2 000 м², двадцать рабочих мест, начать хотим весной.')
  await page.locator('[name=name]').fill('Ержан Сейтов')
  await page.locator('[name=email]').fill(email)
  await page.locator('[name=consent]').check({ force: true })
}

async function send(page: Page): Promise<void> {
  // Nobody reads the form faster, and it takes nothing from who does.
  await page.waitForFunction(() => performance.now() > 2_100)
  await page.locator('form:has([name=consent]) button[type=submit]').first().click()
}

/** Inquires about a site of Balkhash and confirms by the link of the letter; gives the number and the case's address. */
async function inquire(page: Page, email: string, subject: string): Promise<{ number: string; casePath: string }> {
  await page.goto('/ru/inquiries/new?site=BLQ-0042')
  await expectAccessible(page)
  await fillInquiry(page, email, subject)
  await send(page)
  await page.waitForURL(/\/inquiries\/sent/)
  await expectAccessible(page)
  await page.goto(linkIn(await waitForMail(email, /Подтвердите/)))
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Подтвердить и зарегистрировать' }).click()
  await page.waitForURL(/\/ru\/inquiries\/\d{4}-\d{5}/)
  const number = /\d{4}-\d{5}/.exec(page.url())?.[0] ?? ''
  return { number, casePath: page.url() }
}

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
async function expectLiveAnswer(investor: Page, officer: Page): Promise<void> {
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
  await expect(officer.getByRole('link', { name: /Инвестор написал по обращению/ }).first()).toBeVisible()
  await officer.getByRole('button', { name: 'Отметить все прочитанными' }).click()
  await expect(officer.getByText('Всё прочитано')).toBeVisible()
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
  await expectLiveAnswer(page, officer)

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
  'a brief goes to two towns as two parts, files travel with a message, and the case is kept in an account',
  { tag: '@desktop' },
  async ({ page }) => {
    test.slow()
    const email = newAddress('towns')
    const subject = title()
    await page.goto('/ru/briefs/new?sector=manufacturing&area_min=500&town=balkhash&town=kentau&place_weight=must')
    for (const town of ['BLQ', 'KNT']) {
      await page.locator(`article[id^="match-${town}-"] input[name=site]`).first().check({ force: true })
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
    await officer.keyboard.press('j')
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

test(
  'the same form sent twice and the same link pressed twice make one inquiry',
  { tag: '@desktop' },
  async ({ page, browser }) => {
    test.slow()
    const email = newAddress('twice')
    await page.goto('/ru/inquiries/new?site=BLQ-0042')
    await fillInquiry(page, email, title())
    await page.waitForFunction(() => performance.now() > 2_100)
    const form = await page.locator('form:has([name=consent])').evaluate((element) => {
      const fields = [...new FormData(element as HTMLFormElement)]
      return fields.map(([name, value]): [string, string] => [name, String(value)])
    })
    await page.context().request.post('/ru/inquiries/new?site=BLQ-0042', {
      form: Object.fromEntries(form),
      headers: { origin: process.env.E2E_URL ?? '' },
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

test(
  'an administrator invites an official, who sets a password by the link and lands on the desk',
  { tag: '@desktop' },
  async ({ page, browser }) => {
    test.slow()
    const email = newAddress('official')
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
    const invited = await (await browser.newContext({ baseURL: process.env.E2E_URL })).newPage()
    await invited.goto(link)
    await expectAccessible(invited)
    await invited.locator('[name=password]').fill('Birinshi-qupia-2026')
    await invited.locator('[name=repeat]').fill('Birinshi-qupia-2026')
    await invited.locator('form:has([name=repeat]) button[type=submit]').click()
    await invited.waitForURL(/\/ru\/spk/)
    await expectAccessible(invited)
    await invited.goto(link)
    await expect(invited.locator('[name=repeat]')).toHaveCount(0)
  },
)

async function expectHidden(browser: Browser, page: Page, number: string): Promise<void> {
  const other = await openAs(browser, page, 'officer@tobol.demo')
  expect((await other.goto(`/ru/spk/inquiries/${number}/1`))?.status()).toBe(404)
  await other.goto(`/ru/spk?tab=desk&q=${number}`)
  await expect(other.locator(`[href*="/spk/inquiries/${number}/"]`)).toHaveCount(0)
}
