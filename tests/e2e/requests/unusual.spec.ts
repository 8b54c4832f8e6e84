import { expect, test } from '#tests/e2e/product-test'

test.describe('unusual requests', () => {
  for (const path of [
    '/ru/sites?power_min=abc&bbox=1,2&unknown=1&page=-5&sort=magic',
    '/api/sites?power_min=-1&size=9999&sector=nothing',
    '/api/map?zoom=99&bbox=x',
  ]) {
    test(`${path} is answered, and what was not understood is named`, async ({ request }) => {
      const answer = await request.get(path)
      expect(answer.status()).toBe(200)
      if (path.startsWith('/api/sites')) expect((await answer.json()).ignored.length).toBeGreaterThan(1)
    })
  }

  for (const [path, status] of [
    ['/ru/sites/BLQ-9999', 404],
    ['/ru/sites/%00', 400],
    ['/ru/%E0%A4%A', 400],
    ['/xx/sites', 404],
    ['/ru/nothing-here', 404],
    ['/api/sites/BLQ-9999', 404],
    ['/api/nothing', 404],
  ] as const) {
    test(`${path} is answered with ${status}, not with a fault`, async ({ request }) => {
      expect((await request.get(path)).status()).toBe(status)
    })
  }
})
