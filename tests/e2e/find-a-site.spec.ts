import { expect, expectAccessible, test } from '#tests/e2e/product-test'

interface Found {
  total: number
  items: { number: string; name: { ru: string } }[]
  needs_confirmation_total: number
  facets: Record<string, Record<string, number>>
}

// A region in which no other test publishes a site meanwhile.
const query = 'region=kostanay&sector=manufacturing&power_min=100'

test.describe('an investor looks for a site', () => {
  test('list, counts and map answer the same criteria', async ({ page, request }) => {
    const found = (await (await request.get(`/api/sites?${query}`)).json()) as Found
    expect(found.total).toBeGreaterThan(0)
    await page.goto(`/ru/sites?${query}`)
    const names = await page.locator('article h2').allInnerTexts()
    expect(names).toEqual(found.items.map((item) => item.name.ru))
    await expect(page.getByRole('status').filter({ hasText: String(found.total) })).toBeAttached()
    if (found.needs_confirmation_total > 0) await expect(page.locator('#open-sites')).toBeAttached()
    const map = (await (await request.get(`/api/map?${query}&zoom=5`)).json()) as {
      features: { properties: { count?: number } }[]
    }
    const drawn = map.features.reduce((sum, { properties }) => sum + (properties.count ?? 1), 0)
    expect(drawn).toBe(found.total)
    await expectAccessible(page)
  })

  test('a filter says beforehand how many sites it leaves, and leaves the focus where it is', async ({ page }) => {
    await page.goto('/ru/sites')
    await page.locator('summary', { hasText: 'Отрасль' }).click()
    const box = page.locator('#sector-it')
    const promised = await page.locator('label[for="sector-it"] span').last().innerText()
    await box.check()
    await expect(page).toHaveURL(/sector=it/)
    await expect(page.getByRole('status').filter({ hasText: promised })).toBeAttached()
    await expect(box).toBeFocused()
    await page.goBack()
    await expect(page).toHaveURL(/\/ru\/sites$/)
    await expect(page.locator('#sector-it')).not.toBeChecked()
  })

  test('a search that finds nothing says what would help', { tag: '@desktop' }, async ({ page }) => {
    await page.goto('/ru/sites?sector=tourism&power_min=900000')
    await page.getByRole('link', { name: /^Без условия/ }).click()
    await expect(page).toHaveURL(/sector=tourism$/)
    await expect(page.locator('article').first()).toBeVisible()
  })

  test('what an address says wrongly is named on the page', { tag: '@desktop' }, async ({ page }) => {
    await page.goto('/kk/sites?power_min=abc&colour=blue')
    const notice = page.getByRole('status').filter({ hasText: 'power_min=abc' })
    await expect(notice).toContainText('colour=blue')
  })

  test('moving the map offers to search there', async ({ page, isMobile }) => {
    await page.goto(`/ru/sites${isMobile ? '?view=map' : ''}`)
    const map = page.locator('[data-map-state="ready"]')
    const unavailable = page.locator('[data-map="unavailable"]')
    await expect(map.or(unavailable)).toBeVisible({ timeout: 30_000 })
    test.skip(await unavailable.isVisible(), 'this browser has no WebGL 2')
    await page.locator('.maplibregl-canvas').focus()
    await page.keyboard.press('ArrowRight')
    await page.getByRole('button', { name: 'Искать в этой области' }).click()
    await expect(page).toHaveURL(/bbox=/)
  })

  test('a drawn area holds list, map and files alike, by keyboard too', async ({ page, request, isMobile }) => {
    await page.goto(`/ru/sites?region=kostanay${isMobile ? '&view=map' : ''}`)
    const map = page.locator('[data-map-state="ready"]')
    const unavailable = page.locator('[data-map="unavailable"]')
    await expect(map.or(unavailable)).toBeVisible({ timeout: 30_000 })
    test.skip(await unavailable.isVisible(), 'this browser has no WebGL 2')
    await page.getByRole('button', { name: 'Обвести область' }).click()
    const corner = page.getByRole('button', { name: 'Угол в середине карты' })
    await expect(page.getByRole('button', { name: 'Искать внутри' })).toBeDisabled()
    for (const [number, key] of ['ArrowRight', 'ArrowDown', 'ArrowLeft'].entries()) {
      await corner.press('Enter')
      await expect(page.getByRole('status').filter({ hasText: `Углов: ${number + 1}` })).toBeVisible()
      await page.locator('.maplibregl-canvas').press(key)
    }
    await page.getByRole('button', { name: 'Искать внутри' }).click()
    await expect(page).toHaveURL(/area=/)
    const { search } = new URL(page.url())
    const { total } = (await (await request.get(`/api/sites${search}`)).json()) as Found
    const file = (await (await request.get(`/ru/sites.geojson${search}`)).json()) as { features: unknown[] }
    expect(file.features).toHaveLength(total)
  })

  test('sites near a point come with their distance, the nearest first', { tag: '@desktop' }, async ({ page }) => {
    await page.goto('/ru/sites?near=74.98,46.84&within_km=30&sort=distance')
    const first = page.locator('article').first()
    await expect(first).toContainText('км от точки')
    await expect(first).toContainText('Балхаш')
    await page.getByRole('link', { name: /Не дальше 30/ }).click()
    await expect(page).toHaveURL(/\/ru\/sites$/)
  })

  test('sites that almost fit say what they are short of', async ({ page }) => {
    await page.goto('/ru/sites?power_min=700&town=balkhash')
    const section = page.locator('#almost-sites')
    await expect(section.getByRole('heading', { level: 2 })).toContainText('Почти подходит')
    await expect(section.locator('article').filter({ hasText: 'BLQ-0042' })).toContainText('не хватает 70')
    await expectAccessible(page)
  })

  test('the passport says what is free, how to get it and who answers', async ({ page }) => {
    await page.goto('/ru/sites?q=BLQ-0042')
    await page.getByRole('link', { name: 'Ремонтно-механический цех № 3' }).first().click()
    await expect(page).toHaveURL(/\/ru\/sites\/BLQ-0042$/)
    await expect(page.getByText('630 кВт').first()).toBeVisible()
    await expect(page.getByText('СПК «Сарыарка»').filter({ visible: true }).first()).toBeVisible()
    const inquire = page.getByRole('link', { name: 'Отправить обращение' }).filter({ visible: true })
    await expect(inquire).toHaveAttribute('href', '/ru/inquiries/new?site=BLQ-0042')
    await expectAccessible(page)
  })
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('the first page leads to the search, and its filters work', { tag: '@desktop' }, async ({ page }) => {
    await page.goto('/ru')
    await page.selectOption('#sector', 'it')
    await page.getByRole('button', { name: /^Показать/ }).click()
    await expect(page).toHaveURL(/\/ru\/sites\?sector=it/)
    await page.locator('summary', { hasText: 'Где' }).click()
    await page.locator('input[name="town"]').first().check()
    await page.locator('details[open] button[type="submit"]').click()
    await expect(page).toHaveURL(/town=/)
    await expect(page.locator('article').first()).toBeVisible()
  })

  test(
    'a search without a cookie comes from ready bytes and is not sent twice',
    { tag: '@desktop' },
    async ({ page, request }) => {
      const first = await request.get('/ru/sites?town=balkhash')
      const tag = first.headers().etag ?? ''
      expect(tag).not.toBe('')
      const again = await request.get('/ru/sites?town=balkhash', { headers: { 'If-None-Match': tag } })
      expect(again.status()).toBe(304)
      await page.goto('/ru/sites?town=balkhash')
      await expect(page.locator('article').first()).toBeVisible()
    },
  )
})
