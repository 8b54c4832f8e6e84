import { expect, test } from '#tests/e2e/product-test'

test.describe('what no page of ours sends', () => {
  for (const path of ['/%2Fevil.example/preferences', '/%D2%9B/preferences']) {
    test(`${path} leads nowhere`, async ({ request }) => {
      const answer = await request.get(path, { maxRedirects: 0 })
      expect(answer.status()).toBe(404)
    })
  }

  for (const [type, body] of [
    ['application/json', '{"email":"a@example.com"}'],
    ['text/plain', 'email=a@example.com'],
    ['', 'email=a@example.com'],
    ['multipart/form-data', '--b\r\nContent-Disposition: form-data; name="email"\r\n\r\na\r\n--b--\r\n'],
    ['multipart/form-data; boundary=b', '--other\r\n\r\n'],
    ['multipart/form-data; boundary=b', '--b\r\nContent-Disposition: form-data; name="email"\r\n\r\na'],
  ] as const) {
    test(`a form of type «${type}» that is none is refused: ${body.slice(0, 12)}`, async ({ request }) => {
      for (const path of ['/ru/sign-in', '/ru/inquiries/new?site=BLQ-0042', '/ru/preferences', '/ru/favourites/kept']) {
        const headers = { origin: process.env.E2E_URL ?? '', 'content-type': type }
        const answer = await request.post(path, { data: Buffer.from(body), headers, maxRedirects: 0 })
        expect([400, 415], path).toContain(answer.status())
      }
    })
  }
})
