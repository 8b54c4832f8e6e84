import { expect, expectAccessible, openAs, signIn, test } from '#tests/e2e/product-test'
import type { Page } from 'playwright/test'

const workshop = 'sector=manufacturing&area_min=1500&power_min=400'

const countOf = async (page: Page) => page.locator('#matches-title').innerText()

test.describe('an investor describes a project', () => {
  test('starts from an example, changes a number, and the answer follows', async ({ page }) => {
    await page.goto('/ru/briefs/new')
    await page.getByRole('link', { name: 'Логистика и транспорт' }).click()
    await expect(page.locator('#area_min')).toHaveValue('3000')
    await expect(page.locator('article').first()).toBeVisible()
    const before = await countOf(page)
    await page.locator('#area_min').fill('300 000')
    await expect(page.locator('#matches-title')).not.toHaveText(before)
    await expect(page).toHaveURL(/area_min=300\+000/)
    await expect(page.locator('#area_min')).toBeFocused()
    await page.getByRole('link', { name: 'Убрать условие: Площадь помещений' }).click()
    await expect(page).not.toHaveURL(/area_min/)
    await expect(page.locator('#area_min')).toHaveValue('')
  })

  test('adds a need from the list of all and says how important it is', async ({ page }) => {
    await page.goto(`/ru/briefs/new?${workshop}`)
    await page.getByText('Добавить другие условия').click()
    // What is typed before the page comes alive is sent with the next change.
    await expect(async () => {
      await page.locator('#steam_min').fill('')
      await page.locator('#steam_min').fill('2')
      await expect(page).toHaveURL(/steam_min=2/, { timeout: 2_000 })
    }).toPass()
    await page.locator('#steam_weight').focus()
    await page.locator('#steam_weight').selectOption('1')
    await expect(page).toHaveURL(/steam_weight=1/)
    // Where it stands does not change under the hands.
    await expect(page.locator('#steam_weight')).toBeFocused()
  })

  test('sees why: each need with what is asked and what the site says', async ({ page, request }) => {
    const names = (await (await request.get('/api/sites/BLQ-0042')).json()) as { name: { ru: string } }
    await page.goto(`/ru/briefs/new?${workshop}&town=balkhash&place_weight=must`)
    const row = page.locator('#match-BLQ-0042')
    await expect(row).toContainText(names.name.ru)
    await row.locator('summary').click()
    const power = row.getByRole('row', { name: /мощность/ })
    await expect(power).toContainText('от 400 кВт')
    await expect(power).toContainText('630 кВт')
    await expectAccessible(page)
  })

  test('is told which must stands in the way', { tag: '@desktop' }, async ({ page }) => {
    await page.goto(`/ru/briefs/new?${workshop}&crane_min=1900`)
    const way = page.getByRole('link', { name: /«Грузоподъёмность крана» не обязательно/ })
    await way.click()
    await expect(page).toHaveURL(/crane_weight=3/)
    await expect(page.locator('#matches article').first()).toBeVisible()
  })

  test('what an address says wrongly is named', { tag: '@desktop' }, async ({ page }) => {
    await page.goto('/kk/briefs/new?power_min=abc&area_min=500&colour=blue')
    const notice = page.getByRole('status').filter({ hasText: 'power_min=abc' })
    await expect(notice).toContainText('colour=blue')
  })
})

test.describe('a saved brief', () => {
  test(
    'opens by its secret link only, is changed, deleted and brought back',
    { tag: '@desktop' },
    async ({ page, browser, request }) => {
      await page.goto(`/ru/briefs/new?${workshop}`)
      await page.locator('#activity').fill('Цех металлоконструкций')
      await page.getByRole('button', { name: 'Сохранить подбор' }).click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Цех металлоконструкций')
      const link = await page.getByLabel('Ссылка на подбор').inputValue()
      await expectAccessible(page)
      const { pathname, search } = new URL(link)
      expect((await request.get(pathname)).status()).toBe(404)
      const opened = await request.get(pathname + search)
      expect(opened.headers()['cache-control']).toBe('no-store')
      const paper = await request.get(`${pathname}/brief.pdf${search}`)
      expect((await paper.body()).subarray(0, 5).toString()).toBe('%PDF-')

      const other = await (await browser.newContext({ baseURL: process.env.E2E_URL })).newPage()
      await other.goto(pathname + search)
      await other.getByRole('link', { name: 'Изменить условия' }).click()
      await page.getByRole('link', { name: 'Изменить условия' }).click()
      await other.locator('#power_min').fill('300')
      await other.getByRole('button', { name: 'Сохранить изменения' }).click()
      await expect(other.getByText('Изменения сохранены')).toBeVisible()
      await page.locator('#power_min').fill('350')
      await page.getByRole('button', { name: 'Сохранить изменения' }).click()
      await expect(page.getByRole('alert')).toContainText('сохранили в другом окне')
      await expect(page.locator('#power_min')).toHaveValue('350')

      await other.getByRole('link', { name: 'Удалить подбор' }).click()
      await other.getByRole('button', { name: 'Удалить подбор' }).click()
      await expect(other.getByText('Подбор удалён')).toBeVisible()
      await other.getByRole('button', { name: 'Отменить удаление' }).click()
      await expect(other.getByText('Подбор восстановлен')).toBeVisible()
    },
  )

  test('is listed in the account of its owner and leads to the comparison', async ({ page, browser }) => {
    await signIn(page, 'investor@company.demo')
    await page.goto('/ru/account')
    await page.getByRole('link', { name: /Тепличный комплекс/ }).click()
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Тепличный комплекс')
    const address = page.url()
    const boxes = page.locator('input[type="checkbox"][name="site"]')
    await boxes.nth(0).check()
    await boxes.nth(1).check()
    await page.getByRole('button', { name: 'Сравнить отмеченные' }).click()
    await expect(page.getByRole('table').getByRole('columnheader')).toHaveCount(3)
    await expect(page.getByText('По вашему подбору')).toBeVisible()
    await expectAccessible(page)
    const stranger = await openAs(browser, page, 'editor@balkhash.demo')
    expect((await stranger.goto(address))?.status()).toBe(404)
  })
})

test.describe('sites side by side', () => {
  test('four at most; what is left out is named, and the differences can be seen alone', async ({ page }) => {
    const four = ['BLQ-0042', 'TMT-0031', 'KRZ-0001', 'SGK-0001', 'EKB-0011'].map((number) => `site=${number}`)
    await page.goto(`/ru/compare?${four.join('&')}&site=nonsense&site=BLQ-9999`)
    await expect(page.getByRole('table').getByRole('columnheader')).toHaveCount(5)
    await expect(page.getByText(/Таких площадок нет/)).toContainText('NONSENSE, BLQ-9999')
    await expect(page.getByText(/не больше четырёх/)).toContainText('EKB-0011')
    const rows = page.getByRole('rowheader')
    const all = await rows.count()
    await page.getByRole('link', { name: 'Только отличия' }).click()
    await expect(page).toHaveURL(/only=differences/)
    await expect.poll(() => rows.count()).toBeLessThan(all)
    await page.getByRole('link', { name: 'Убрать TMT-0031 из сравнения' }).click()
    await expect(page.getByRole('table').getByRole('columnheader')).toHaveCount(4)
  })

  test('an empty comparison says what to do', { tag: '@desktop' }, async ({ page }) => {
    await page.goto('/en/compare?site=&brief=none&key=x')
    await page.getByLabel('Add a site by its number').fill('BLQ-0042')
    await page.getByRole('button', { name: 'Add' }).click()
    await expect(page.getByRole('table')).toContainText('BLQ-0042')
  })
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('a brief is filled in, answered, saved and compared', { tag: '@desktop' }, async ({ page }) => {
    await page.goto('/ru/briefs/new')
    await page.locator('#power_min').fill('400')
    await page.getByRole('button', { name: 'Показать подходящие' }).click()
    await expect(page.locator('#matches article').first()).toBeVisible()
    await page.locator('#matches input[name="site"]').first().check()
    await page.getByRole('button', { name: 'Сравнить отмеченные' }).click()
    await expect(page.getByText('По вашему подбору')).toBeVisible()
    await page.goBack()
    await page.locator('#activity').fill('Склад')
    await page.getByRole('button', { name: 'Сохранить подбор' }).click()
    await expect(page.getByText('Подбор сохранён')).toBeVisible()
    await expect(page.getByLabel('Ссылка на подбор')).toHaveValue(/key=/)
  })
})
