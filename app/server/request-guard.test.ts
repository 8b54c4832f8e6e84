import { parseEnv } from '#app/platform/env/parse-env'
import { guardBody, guardOrigin, RefusedRequest } from '#app/server/request-guard'
import type { Request, Response } from 'express'
import { describe, expect, it } from 'vitest'

/** What the guard says about a POST: the status it refuses with, or the type that it passes on. */
function judge(path: string, type: string | undefined, length = 4): number | string | undefined {
  const headers: Record<string, string | undefined> = { 'content-type': type, 'content-length': String(length) }
  let refusal: unknown
  guardBody()({ method: 'POST', path, headers } as unknown as Request, {} as Response, (error) => (refusal = error))
  return refusal instanceof RefusedRequest ? refusal.status : headers['content-type']
}

describe('a body', () => {
  it.each([
    ['text/xml'],
    ['text/plain'],
    ['application/json'],
    ['application/x-www-form-urlencodedx'],
    ['multipart/form-data'],
    ['multipart/form-data; boundary='],
    [undefined],
  ])('of %s is refused by the pages, which read forms, and left to the API', (type) => {
    expect(judge('/ru/sign-in', type)).toBe(415)
    expect(judge('/api/match', type)).toBe(type)
  })

  it.each([
    ['application/x-www-form-urlencoded'],
    ['Application/X-WWW-Form-Urlencoded; charset=UTF-8'],
    ['multipart/form-data; boundary=----WebKitFormBoundary'],
  ])('of %s is a form', (type) => expect(judge('/ru/sign-in', type)).toBe(type))

  it('of nothing is an empty form', () => {
    expect(judge('/ru/sign-out', undefined, 0)).toBe('application/x-www-form-urlencoded')
    expect(judge('/ru/sign-out', 'text/xml', 0)).toBe('application/x-www-form-urlencoded')
  })
})

describe('a write without an origin', () => {
  it.each([
    [{}, null],
    [{ cookie: 'alan_lang=ru' }, null],
    [{ cookie: 'alan_lang=ru; alan.session_token=x' }, 403],
    [{ cookie: '__Secure-alan.session_token=x', 'sec-fetch-site': 'same-origin' }, null],
    [{ cookie: 'alan.session_token=x', 'sec-fetch-site': 'none' }, null],
    [{ cookie: 'alan.session_token=x', referer: 'http://alan.test/ru/account' }, null],
    [{ cookie: 'alan.session_token=x', referer: 'http://alan.test.evil.kz/' }, 403],
    [{ cookie: 'alan.session_token=x', referer: 'about:blank' }, 403],
    [{ 'sec-fetch-site': 'cross-site' }, 403],
    [{ 'sec-fetch-site': 'same-site' }, 403],
    [{ referer: 'https://evil.kz/' }, 403],
  ])('with %j is refused with %s', (more, status) => {
    const verdict = parseEnv({})
    if (!verdict.ok) throw new Error(verdict.problems.join())
    const request = { method: 'POST', headers: { host: 'alan.test', ...more } } as unknown as Request
    let refusal: unknown
    guardOrigin(verdict.env)(request, {} as Response, (error) => (refusal = error))
    expect(refusal instanceof RefusedRequest ? refusal.status : null).toBe(status)
  })
})
