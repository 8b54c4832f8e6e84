import express, { type ErrorRequestHandler, type RequestHandler } from 'express'
import { afterAll, expect, it } from 'vitest'
import { listen } from './listen'
import { guardAddress, guardBody, type RefusedRequest } from './request-guard'

const refuse: ErrorRequestHandler = (error: RefusedRequest, _req, res, _next) => void res.sendStatus(error.status)

const answer: RequestHandler = (_req, res) => void res.sendStatus(200)

const app = express()
app.set('trust proxy', 'loopback')
app.use(guardAddress(), guardBody(), answer, refuse)
const { address, stop } = await listen({ host: '127.0.0.1', port: 0 }, app)
afterAll(() => stop(0))

const send = async (path: string, type: string) => {
  const { status } = await fetch(address + path, {
    method: 'POST',
    body: 'x'.repeat(1_000_001),
    headers: { 'content-type': type },
  })
  return status
}
const form = 'multipart/form-data; boundary=b'

// All of a form is in memory before anybody is asked who they are.
it('leaves room for files only where a form has files', async () => {
  for (const path of ['/ru/sign-in', '/ru/inquiries/new', '/ru/spk/inquiries/new', '/ru/admin/settings/calendar']) {
    expect(await send(path, form), path).toBe(413)
  }
  for (const path of [
    '/ru/akimat/import',
    '/kk/akimat/sites/BLQ-0042/files',
    '/kk/akimat/sites/BLQ-0042/edit',
    '/ru/spk/inquiries/2026-00318/1',
    '/ru/spk/inquiries/2026-00318/1.data',
    '/en/inquiries/2026-00318',
    '/en/inquiries/2026-00318/message',
  ]) {
    expect(await send(path, form), path).toBe(200)
    expect(await send(path, 'application/x-www-form-urlencoded'), path).toBe(413)
  }
})

it('refuses a protocol that a trusted proxy hands on and that is none', async () => {
  const ask = async (protocol: string) => (await fetch(address, { headers: { 'x-forwarded-proto': protocol } })).status
  expect(await ask('https')).toBe(200)
  expect(await ask('//evil.kz/')).toBe(400)
})
