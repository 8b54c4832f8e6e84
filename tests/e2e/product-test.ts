import AxeBuilder from '@axe-core/playwright'
import { test as base, expect, type Browser, type Page } from 'playwright/test'
import { cookiesOf, demoPassword } from '#tests/e2e/sessions'
import { readMails, type Mail } from '#tests/setup/mailbox'

export const test = base.extend({
  baseURL: async ({}, use) => {
    await use(process.env.E2E_URL)
  },
  page: async ({ page, javaScriptEnabled }, use) => {
    if (javaScriptEnabled !== false) waitForScripts(page)
    await use(page)
  },
})

/**
 * Lets every opening of a page wait until its scripts listen. Before that a form is sent as without JavaScript, which has
 * tests of its own, and nobody is as fast as a test.
 */
function waitForScripts(page: Page): void {
  const open = page.goto.bind(page)
  page.goto = async (...args) => {
    const answer = await open(...args)
    await page.waitForFunction(() => {
      const main = document.querySelector('main')
      const isAlive = main !== null && Object.keys(main).some((name) => name.startsWith('__reactProps$'))
      return isAlive || document.querySelector('script[type=module]') === null
    })
    return answer
  }
}

export { expect }

/** Makes the visitor of a page the person, without showing anything: the test opens the first page. */
export async function signIn(page: Page, email: string): Promise<void> {
  await page.context().addCookies(await cookiesOf(email))
}

/** Signs in through the form, in Russian, and waits for the desk. */
export async function signInByForm(page: Page, email: string): Promise<void> {
  await page.goto('/ru/sign-in')
  await page.locator('input[name="email"]').fill(email)
  await page.locator('input[name="password"]').fill(demoPassword)
  await page.locator('form:has(input[name="password"]) button[type="submit"]').first().click()
  await page.waitForURL((url) => !url.pathname.endsWith('/sign-in'))
}

/** Another person at a screen of the same size, signed in. */
export async function openAs(browser: Browser, page: Page, email: string): Promise<Page> {
  const context = await browser.newContext({ viewport: page.viewportSize(), baseURL: process.env.E2E_URL })
  const other = await context.newPage()
  waitForScripts(other)
  await signIn(other, email)
  return other
}

/** Fails with the list of what a person with a screen reader or weak sight would stumble over. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    // Without frames there is nothing for which axe would have to open another page.
    .setLegacyMode()
    .analyze()
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`)
  expect(found, page.url()).toEqual([])
}

/** Waits for a letter to `address` whose subject matches. */
export async function waitForMail(address: string, subject: RegExp): Promise<Mail> {
  const directory = process.env.E2E_MAIL_DIRECTORY ?? ''
  const find = async () => (await readMails(directory, address)).filter((mail) => subject.test(mail.subject)).at(-1)
  await expect.poll(async () => (await find())?.subject, { timeout: 20_000 }).toMatch(subject)
  const mail = await find()
  if (!mail) throw new Error(`No letter to ${address}`)
  return mail
}

/** The first address of the product in a letter, as a path. */
export function linkIn(mail: Mail): string {
  const link = /https?:\/\/[^\s>"]+/.exec(mail.text)?.[0]
  if (!link) throw new Error(`No link in «${mail.subject}»`)
  const { pathname, search } = new URL(link)
  return `${pathname}${search}`
}

/** An address nobody else in this run uses. */
export function newAddress(name: string): string {
  return `${name}-${Math.random().toString(36).slice(2, 10)}@example.com`
}
