import type { Browser, Page } from 'playwright/test'
import sharp from 'sharp'
import { startDraft } from '#tests/e2e/drafts'
import { expect, expectAccessible, openAs, signIn, test } from '#tests/e2e/product-test'

type Sent = { name: string; mimeType: string; buffer: Buffer }

/** A photograph as a phone takes it: with the place in its metadata. */
async function photo(name: string, background: string): Promise<Sent> {
  const buffer = await sharp({ create: { width: 1200, height: 800, channels: 3, background } })
    .jpeg()
    .withExif({ IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '46/1 50/1 0/1' } })
    .toBuffer()
  return { name, mimeType: 'image/jpeg', buffer }
}

function pdf(name: string): Sent {
  const text = `%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\n% ${name}\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n`
  return { name, mimeType: 'application/pdf', buffer: Buffer.from(text) }
}

const program: Sent = {
  name: 'паспорт.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.concat([Buffer.from('MZ'), Buffer.alloc(300)]),
}

async function openMedia(page: Page, hasScripts = true): Promise<void> {
  await page.goto(`/ru/akimat/sites/${await startDraft(page.request)}/edit?group=media`)
  // A file that is chosen before the page comes alive waits for this button.
  if (hasScripts) await expect(page.getByRole('button', { name: 'Загрузить' })).toHaveCount(0)
}

const alts = (page: Page) => page.locator('[name^="photos."][name$=".alt.ru"]')
const titles = (page: Page) => page.locator('[name^="papers."][name$=".title.ru"]')

test(
  'photographs and papers are uploaded, described, put in order, taken out and put back',
  { tag: '@desktop' },
  async ({ page }) => {
    test.slow()
    await signIn(page, 'editor@balkhash.demo')
    await openMedia(page)
    const photos = [await photo('1.jpg', '#b08050'), await photo('2.jpg', '#50b080'), await photo('3.jpg', '#8050b0')]
    await page
      .locator('input[name=photos]')
      .setInputFiles([...photos, { name: 'plan.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('only words') }])
    await expect(alts(page)).toHaveCount(3)
    await expect(page.getByText('plan.jpg: это не фотография')).toBeVisible()
    await page.locator('input[name=papers]').setInputFiles([pdf('Жер актісі.pdf'), program])
    await expect(titles(page)).toHaveValue('Жер актісі')
    await expect(page.getByText('паспорт.pdf: это программа')).toBeVisible()
    await expectAccessible(page)

    await alts(page).nth(1).fill('Двор')
    await page.getByRole('button', { name: 'Снимок 2: выше' }).click()
    await expect(alts(page).first()).toHaveValue('Двор')
    await page.getByRole('button', { name: 'Снимок 1: убрать' }).click()
    await expect(alts(page)).toHaveCount(2)
    await page.getByRole('button', { name: 'Вернуть' }).click()
    await expect(alts(page)).toHaveCount(3)
    await expect(alts(page).first()).toHaveValue('Двор')
    await page.reload()
    await expect(alts(page).first()).toHaveValue('Двор')
  },
)

test('a photograph that does not arrive is sent again when asked', { tag: '@desktop' }, async ({ page }) => {
  await signIn(page, 'editor@balkhash.demo')
  await openMedia(page)
  await page.route('**/files?list=photos', (route) => route.abort(), { times: 1 })
  await page.locator('input[name=photos]').setInputFiles([await photo('one.jpg', '#445566')])
  await page.getByRole('button', { name: 'Повторить: one.jpg' }).click()
  await expect(alts(page)).toHaveCount(1)
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test(
    'one form takes photographs and papers and names what it does not take',
    { tag: '@desktop' },
    async ({ page }) => {
      await signIn(page, 'editor@balkhash.demo')
      await openMedia(page, false)
      await page.locator('input[name=photos]').setInputFiles([await photo('1.jpg', '#b08050')])
      await page.locator('input[name=papers]').setInputFiles([pdf('План.pdf'), program])
      await page.getByRole('button', { name: 'Загрузить' }).first().click()
      await expect(page.getByText('паспорт.pdf: это программа')).toBeVisible()
      await expect(alts(page)).toHaveCount(1)
      await expect(titles(page)).toHaveValue('План')
      await page.getByRole('button', { name: 'Документ 1: убрать' }).click()
      await page.getByRole('button', { name: 'Вернуть' }).click()
      await expect(titles(page)).toHaveValue('План')
    },
  )
})

/** What the addresses answer to a visitor and to each of these people. */
async function askAll(
  browser: Browser,
  page: Page,
  paths: string[],
  emails: string[],
): Promise<Record<string, number[]>> {
  const ask = (person: Page) => Promise.all(paths.map(async (path) => (await person.request.get(path)).status()))
  const visitor = await (await browser.newContext({ baseURL: process.env.E2E_URL })).newPage()
  const answers: Record<string, number[]> = { visitor: await ask(visitor) }
  for (const email of emails) answers[email] = await ask(await openAs(browser, page, email))
  return answers
}

test(
  'a paper of a draft is for the own akimat, and is saved, never opened',
  { tag: '@desktop' },
  async ({ page, browser }) => {
    test.slow()
    await signIn(page, 'editor@balkhash.demo')
    await openMedia(page)
    await page.locator('input[name=papers]').setInputFiles([pdf('Жер актісі.pdf')])
    const path = (await page.locator('a[href^="/files/"]').getAttribute('href')) ?? ''
    const people = ['head@balkhash.demo', 'officer@saryarka.demo', 'investor@company.demo']
    expect(await askAll(browser, page, [path], people)).toEqual({
      visitor: [404],
      'head@balkhash.demo': [200],
      'officer@saryarka.demo': [404],
      'investor@company.demo': [404],
    })
    const answer = await page.request.get(path, { headers: { Range: 'bytes=0-3' } })
    expect([answer.status(), await answer.text()]).toEqual([206, '%PDF'])
    expect(answer.headers()).toMatchObject({
      'content-type': 'application/pdf',
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    })
    expect(answer.headers()['content-disposition']).toMatch(/^attachment; /)
    expect(answer.headers()['content-disposition']).toContain(encodeURIComponent('Жер актісі.pdf'))
  },
)

test(
  'papers of a public site open by their level, and one that does not can be asked for',
  { tag: '@desktop' },
  async ({ page, browser }) => {
    test.slow()
    await signIn(page, 'officer@saryarka.demo')
    await page.goto('/ru/sites/BLQ-0042')
    const links = page.locator('a[href^="/files/"][download]')
    await expect(links.first()).toBeVisible()
    const paths = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''))
    const answers = await askAll(browser, page, paths, ['investor@company.demo', 'editor@balkhash.demo'])
    const opened = (who: string) => answers[who]?.filter((status) => status === 200).length ?? 0
    expect(opened('visitor')).toBeGreaterThan(0)
    expect(opened('investor@company.demo')).toBeGreaterThan(opened('visitor'))
    expect(paths.length).toBeGreaterThan(opened('investor@company.demo'))
    expect(opened('editor@balkhash.demo')).toBe(paths.length)

    const stranger = await (await browser.newContext({ baseURL: process.env.E2E_URL })).newPage()
    await stranger.goto('/ru/sites/BLQ-0042')
    await expect(stranger.locator('a[href^="/files/"][download]')).toHaveCount(opened('visitor'))
    await stranger
      .getByRole('link', { name: /^Запросить: / })
      .first()
      .click()
    await expect(stranger.locator('#text')).toHaveValue(/BLQ-0042/)
  },
)
