import { startDraft } from '#tests/e2e/drafts'
import { expect, expectAccessible, signIn, test } from '#tests/e2e/product-test'

// Journeys that are the same on every screen are made on a desk only; here their pages are looked at on a phone.

test('the groups of the editor can be read and operated on a phone', async ({ page }) => {
  test.slow()
  await signIn(page, 'editor@balkhash.demo')
  const number = await startDraft(page.request)
  for (const group of ['rights', 'transport', 'environment', 'zone', 'offer', 'commitments', 'responsible', 'media']) {
    await page.goto(`/ru/akimat/sites/${number}/edit?group=${group}`)
    await expect(page.locator('#dossier')).toBeVisible()
    await expectAccessible(page)
  }
})

test('the versions of a site and a comparison can be read on a phone', async ({ page }) => {
  await signIn(page, 'editor@balkhash.demo')
  for (const path of ['/ru/akimat/sites/BLQ-0042/versions', '/ru/compare?site=BLQ-0042&site=TMT-0031']) {
    await page.goto(path)
    await expectAccessible(page)
  }
})
