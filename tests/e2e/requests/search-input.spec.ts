import { badBodies, badBriefs, badSearches, manyParameters, tooManyParameters } from '#tests/builders/bad-requests'
import { expect, test } from '#tests/e2e/product-test'

test.describe('an address that says things wrongly', () => {
  for (const [name, query, ignored] of badSearches) {
    test(`${name} is answered and named`, async ({ request }) => {
      const answer = await request.get(`/api/sites?${query}`)
      expect(answer.status()).toBe(200)
      const body = (await answer.json()) as { ignored: string[]; total: number }
      expect([...body.ignored].sort()).toEqual(ignored)
      for (const path of [`/ru/sites?${query}`, `/api/map?${query}&zoom=5`, `/ru/sites.csv?${query}`]) {
        expect((await request.get(path)).status(), path).toBe(200)
      }
      const page = await (await request.get(`/ru/sites?${query}`)).text()
      for (const parameter of ignored) expect(page).toContain(`${parameter}=`)
    })
  }

  test('thousands of parameters are answered, and a hundred of them named', async ({ request }) => {
    const answer = await request.get(`/api/sites?${manyParameters}`)
    expect(answer.status()).toBe(200)
    expect(((await answer.json()) as { ignored: string[] }).ignored).toHaveLength(100)
  })

  test('more than a request line may hold is refused', async ({ request }) => {
    expect((await request.get(`/api/sites?${tooManyParameters}`)).status()).toBe(431)
  })
})

test.describe('a brief that says things wrongly', () => {
  test('is answered and named on the page', async ({ request }) => {
    for (const { name, path, body, status, ignored = [] } of badBriefs) {
      const form = { 'Content-Type': 'application/x-www-form-urlencoded' }
      const answer = await (body === undefined ? request.get(path) : request.post(path, { data: body, headers: form }))
      expect(answer.status(), name).toBe(status)
      const page = await answer.text()
      for (const parameter of ignored) expect(page, name).toContain(`${parameter}=`)
    }
  })

  test('is answered and named by the API, or refused as a problem', async ({ request }) => {
    for (const { name, path, body, status, ignored = [] } of badBodies) {
      const headers = { 'Content-Type': 'application/json' }
      const answer = await request.post(path, { data: Buffer.from(body ?? ''), headers })
      expect(answer.status(), name).toBe(status)
      const said = (await answer.json()) as { ignored?: string[]; code?: string }
      if (status === 200) expect([...(said.ignored ?? [])].sort(), name).toEqual(ignored)
      else expect(answer.headers()['content-type'], name).toContain('application/problem+json')
    }
  })
})
