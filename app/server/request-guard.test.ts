import { guardBody, RefusedRequest } from '#app/server/request-guard'
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
