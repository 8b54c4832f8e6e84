import type { Page } from 'playwright/test'
import { startDraft } from '#tests/e2e/drafts'
import { expect, expectAccessible, openAs, signIn, test } from '#tests/e2e/product-test'

const field = (page: Page, name: string) => page.locator(`[name="${name}"]`)

async function openGroup(page: Page, number: string, group: string): Promise<void> {
  await page.goto(`/ru/akimat/sites/${number}/edit?group=${group}`)
  await expect(page.locator('#dossier')).toBeVisible()
}

/** The folded fields around a control. */
async function unfold(page: Page, name: string): Promise<void> {
  await page.locator(`details:has([name="${name}"]) > summary`).last().click()
}

const save = async (page: Page) => {
  await page.getByRole('button', { name: 'Сохранить', exact: true }).last().click()
  await expect(page.getByText(/^Сохранено/).first()).toBeVisible()
}

test('every group takes what is known of it and keeps it', { tag: '@desktop' }, async ({ page }) => {
  test.slow()
  await signIn(page, 'editor@balkhash.demo')
  const number = await startDraft(page.request)
  const filled: [group: string, name: string, typed: string][] = [
    ['identity', 'identity.kato', '351610000'],
    ['rights', 'rights.price', '850000'],
    ['land', 'land.freeHa', '2,5'],
    ['buildings', 'buildings.0.clearHeightM', '8,4'],
    ['transport', 'transport.highwayKm', '4'],
    ['environment', 'environment.pastOked', '24.44'],
    ['offer', 'offeredFor.oked', '25.6'],
    ['responsible', 'responsible.confirmEveryDays.utilities', '30'],
  ]
  for (const [group, name, typed] of filled) {
    await openGroup(page, number, group)
    await field(page, name).fill(typed)
    if (name === 'rights.price') await field(page, 'rights.priceKind').selectOption('purchase')
    await save(page)
  }
  await openGroup(page, number, 'zone')
  await page.locator('[name="zone.holder_consents"][value=yes]').check({ force: true })
  await save(page)
  for (const [group, name, typed] of filled) {
    await openGroup(page, number, group)
    await expect(field(page, name)).toHaveValue(typed)
  }
  await openGroup(page, number, 'buildings')
  await expectAccessible(page)
})

test('numbers of a network are balanced while they are typed, and their source stands on one line', async ({
  page,
}) => {
  await signIn(page, 'editor@balkhash.demo')
  const number = await startDraft(page.request)
  await openGroup(page, number, 'utilities')
  await page.locator('[name="utilities.electricity.presence"][value=connected]').check({ force: true })
  await field(page, 'utilities.electricity.installed').fill('1 000')
  await field(page, 'utilities.electricity.used').fill('370')
  await expect(page.getByText(/Остаётся не больше 630/)).toBeVisible()
  await field(page, 'utilities.electricity.free').fill('700')
  await expect(page.getByText(/Свободно больше, чем остаётся/)).toBeVisible()
  await field(page, 'utilities.electricity.free').press('Tab')
  await expect(field(page, 'utilities.electricity.free')).toHaveAttribute('aria-invalid', 'true')
  await field(page, 'utilities.electricity.free').fill('630')
  await field(page, 'utilities.electricity.free').press('Tab')
  await expect(field(page, 'utilities.electricity.free')).not.toHaveAttribute('aria-invalid', 'true')
  await unfold(page, 'utilities.electricity.provenance.reference')
  await field(page, 'utilities.electricity.provenance.source').selectOption('network_company')
  await field(page, 'utilities.electricity.provenance.reference').fill('№ 14-02/318')
  await expect(page.getByText('Источник: сетевая компания, № 14-02/318')).toBeVisible()
  await expectAccessible(page)
})

test(
  'a question that does not apply, steps and commitments are kept, and an entry goes after a second press',
  { tag: '@desktop' },
  async ({ page }) => {
    test.slow()
    await signIn(page, 'editor@balkhash.demo')
    const number = await startDraft(page.request, 'land')
    await openGroup(page, number, 'land')
    await page.locator('[data-applies][name="land.slopePct.applies"]').check({ force: true })
    await save(page)
    await page.reload()
    await expect(page.locator('[data-applies][name="land.slopePct.applies"]')).toBeChecked()

    await openGroup(page, number, 'rights')
    for (const place of [0, 1]) {
      await page.getByRole('button', { name: 'Добавить шаг' }).click()
      await expect(field(page, `rights.steps.${place}.who`)).toBeVisible()
      await field(page, `rights.steps.${place}.paper.ru`).fill(`Бумага ${place + 1}`)
      await save(page)
    }
    await page.getByRole('button', { name: /^Выше\s*: Шаг 2/ }).click()
    await expect(field(page, 'rights.steps.0.paper.ru')).toHaveValue('Бумага 2')
    await page.locator('#rights\\.steps\\.0 > summary').click()
    await page.locator('summary', { hasText: /Убрать\s*: Шаг 1/ }).click()
    await page.getByRole('button', { name: /^Да, убрать\s*: Шаг 1/ }).click()
    await expect(page.locator('[name$=".paper.ru"]')).toHaveCount(1)
    await expect(field(page, 'rights.steps.0.paper.ru')).toHaveValue('Бумага 1')

    await openGroup(page, number, 'commitments')
    await page.getByRole('button', { name: 'Добавить обязательство' }).click()
    await page.locator('[name^="commitments."][name$=".added"]').fill('400')
    await page.locator('[name^="commitments."][name$=".dueOn"]').fill('2027-06-30')
    await save(page)
    await page.reload()
    await expect(page.getByText(/\+400/)).toBeVisible()
    await expectAccessible(page)
  },
)

test(
  'two people in one dossier merge, and decide where both changed the same',
  { tag: '@desktop' },
  async ({ page, browser }) => {
    test.slow()
    await signIn(page, 'editor@balkhash.demo')
    const number = await startDraft(page.request, 'land')
    const head = await openAs(browser, page, 'head@balkhash.demo')
    await openGroup(page, number, 'land')
    await openGroup(head, number, 'land')
    await field(head, 'land.plotHa').fill('5,5')
    await save(head)

    await field(page, 'land.freeHa').fill('2')
    await save(page)
    await expect(field(page, 'land.plotHa')).toHaveValue('5,5')

    await field(head, 'land.plotHa').fill('6')
    await save(head)
    await field(page, 'land.plotHa').fill('7')
    await page.keyboard.press('Control+s')
    await expect(page.getByText(/записывает: 6\sга/)).toBeVisible()
    await expect(field(page, 'land.plotHa')).toHaveValue('7')
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Оставить моё' }).click()
    await expect(page.getByText(/записывает: 6\sга/)).toHaveCount(0)
    await expect(page.getByText(/^Сохранено/).first()).toBeVisible()
    await head.reload()
    await expect(field(head, 'land.plotHa')).toHaveValue('7')
    await expect(field(head, 'land.freeHa')).toHaveValue('2')
  },
)

test('a building is split into premises that are its parts', { tag: '@desktop' }, async ({ page }) => {
  await signIn(page, 'editor@balkhash.demo')
  const number = await startDraft(page.request)
  await openGroup(page, number, 'buildings')
  await field(page, 'buildings.0.totalAreaM2').fill('1000')
  await save(page)
  await page.getByRole('link', { name: 'Разделить на помещения' }).click()
  await page.waitForURL(/\/parts/)
  await field(page, 'units.0.area').fill('много')
  await field(page, 'units.0.name.ru').fill('Цех А')
  await page.getByRole('button', { name: 'Создать помещения' }).click()
  await expect(field(page, 'units.0.area')).toHaveAttribute('aria-invalid', 'true')
  await expect(field(page, 'units.0.name.ru')).toHaveValue('Цех А')
  await field(page, 'units.0.area').fill('700')
  await field(page, 'units.1.name.ru').fill('Цех Б')
  await field(page, 'units.1.area').fill('400')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Создать помещения' }).click()
  await expect(page.getByText(/Помещения вместе больше целого на 100/)).toBeVisible()
  await page.getByRole('link', { name: /Цех А/ }).click()
  await page.waitForURL((url) => !url.pathname.endsWith('/parts'))
  await page.goto(`${page.url()}/edit?group=identity`)
  await expect(field(page, 'parent')).toHaveValue(number)
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('an entry is added, a box unticked and a value refused at its field', { tag: '@desktop' }, async ({ page }) => {
    await signIn(page, 'editor@balkhash.demo')
    const number = await startDraft(page.request, 'land')
    await openGroup(page, number, 'rights')
    await page.getByRole('checkbox', { name: 'аренда', exact: true }).check({ force: true })
    await page.getByRole('button', { name: 'Добавить шаг' }).click()
    await expect(field(page, 'rights.steps.0.who')).toBeVisible()
    await expect(page.getByRole('checkbox', { name: 'аренда', exact: true })).toBeChecked()
    await page.getByRole('checkbox', { name: 'аренда', exact: true }).uncheck({ force: true })
    await field(page, 'rights.steps.0.link').fill('javascript:alert(1)')
    await page.getByRole('button', { name: 'Сохранить', exact: true }).last().click()
    await expect(field(page, 'rights.steps.0.link')).toHaveAttribute('aria-invalid', 'true')
    await expect(field(page, 'rights.steps.0.link')).toHaveValue('javascript:alert(1)')
    await expect(page.getByRole('checkbox', { name: 'аренда', exact: true })).not.toBeChecked()
  })
})
