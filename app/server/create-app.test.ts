import { parseEnv } from '#app/platform/env/parse-env'
import { createApp } from '#app/server/create-app'
import { listen } from '#app/server/listen'
import { LoadLimit } from '#app/server/load-limit'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request, type IncomingHttpHeaders } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

interface Answer {
  status: number
  headers: IncomingHttpHeaders
  body: string
}

const clientDir = mkdtempSync(join(tmpdir(), 'alan-client-'))
const logged: Record<string, unknown>[] = []
const stops: (() => Promise<void>)[] = []

beforeAll(() => {
  mkdirSync(join(clientDir, 'assets'))
  mkdirSync(join(clientDir, 'map'))
  writeFileSync(join(clientDir, 'assets', 'page-Ab12.js'), 'export {}')
  writeFileSync(join(clientDir, 'favicon.svg'), '<svg/>')
  writeFileSync(join(clientDir, 'map', 'kz.pmtiles'), 'P'.repeat(5000))
})

afterAll(async () => {
  for (const stop of stops) await stop()
  rmSync(clientDir, { recursive: true })
})

/** A server whose pages tell what they were asked, so that the tests see what reaches them. */
async function serve(source: Record<string, string> = {}) {
  const verdict = parseEnv(source)
  if (!verdict.ok) throw new Error(verdict.problems.join())
  const log = pino({ level: 'info' }, { write: (line: string) => void logged.push(JSON.parse(line)) })
  const app = createApp({
    env: verdict.env,
    log,
    clientDir,
    forAll: null,
    load: new LoadLimit(),
    pages: (req, res) => {
      if (req.path === '/fail') throw new Error('planted failure')
      if (req.path === '/events') return void res.type('text/event-stream').send('data: 1\n\n'.repeat(500))
      res.json({ path: req.path, host: req.headers.host, ip: req.headers['x-forwarded-for'], filler: 'x'.repeat(2000) })
    },
  })
  const { address, stop } = await listen({ host: '127.0.0.1', port: 0 }, app)
  stops.push(() => stop(100))
  const port = Number(new URL(address).port)
  return (path: string, headers: Record<string, string> = {}, method = 'GET', body = '') =>
    new Promise<Answer>((resolve, reject) => {
      const length = method === 'GET' || headers['transfer-encoding'] ? {} : { 'content-length': body.length }
      const form = method === 'POST' ? { 'content-type': 'application/x-www-form-urlencoded' } : {}
      const sent = request({ port, path, method, headers: { ...form, ...length, ...headers }, agent: false }, (res) => {
        const parts: Buffer[] = []
        res.on('data', (part: Buffer) => parts.push(part))
        res.on('end', () => {
          const bytes = Buffer.concat(parts)
          const text = res.headers['content-encoding'] === 'gzip' ? gunzipSync(bytes).toString() : bytes.toString()
          resolve({ status: res.statusCode ?? 0, headers: res.headers, body: text })
        })
      })
      sent.on('error', reject).end(body)
    })
}

describe('addresses', () => {
  it.each([
    ['/%E0%A4%A', {}],
    ['/ru/%00', {}],
    ['/%5C%22evil/admin', {}],
    ['//evil.kz/', {}],
    ['/ru\\evil', {}],
    ['http://evil.kz/', {}],
    ['/ru', { host: 'evil host' }],
    ['/ru', { host: 'a/b' }],
    ['/ru', { host: 'user@evil.kz' }],
  ])('%s with %j is a bad request, not a fault', async (path, headers) => {
    const ask = await serve()
    const answer = await ask(path, headers)
    expect(answer.status).toBe(400)
    expect(answer.headers['content-security-policy']).toContain("default-src 'none'")
  })

  it('knows no other methods', async () => {
    const ask = await serve()
    expect((await ask('/ru', {}, 'TRACE')).status).toBe(405)
  })

  it.each([
    [{}, '/kk'],
    [{ 'accept-language': 'en-GB,en;q=0.9,ru;q=0.8' }, '/en'],
    [{ 'accept-language': 'de' }, '/kk'],
    [{ 'accept-language': 'en', cookie: 'a=b; alan_lang=ru' }, '/ru'],
    [{ cookie: 'alan_lang=%E0%A4%A' }, '/kk'],
  ])('/ with %j leads to %s', async (headers, location) => {
    const ask = await serve()
    const answer = await ask('/?from=mail', headers)
    expect([answer.status, answer.headers.location]).toEqual([302, `${location}?from=mail`])
    expect(answer.headers['cache-control']).toBe('private, no-cache')
  })
})

describe('writes', () => {
  it.each([
    ['https://evil.kz', {}, 403],
    ['null', {}, 403],
    ['not an origin', {}, 403],
    ['http://alan.test', {}, 200],
    ['https://alan.example.kz', {}, 403],
    ['https://alan.example.kz', { PUBLIC_URL: 'https://alan.example.kz' }, 200],
  ])('from %s with %j is answered with %i', async (origin, source, status) => {
    const ask = await serve(source)
    expect((await ask('/ru', { host: 'alan.test', origin }, 'POST', 'a=1')).status).toBe(status)
  })

  it('passes on the origin as the host, since Remix compares the two', async () => {
    const ask = await serve({ PUBLIC_URL: 'https://alan.example.kz' })
    const answer = await ask('/ru', { host: 'node-1.internal', origin: 'https://alan.example.kz' }, 'POST', 'a=1')
    expect(JSON.parse(answer.body)).toMatchObject({ host: 'alan.example.kz' })
  })

  it.each(['close', 'keep-alive'])('tell also who is still writing that it is too much (%s)', async (connection) => {
    const ask = await serve()
    const body = 'x'.repeat(5_000_000)
    const asked = Array.from({ length: 10 }, () => ask('/api/match', { connection }, 'POST', body))
    for (const { status, body: text } of await Promise.all(asked)) {
      expect(status).toBe(413)
      expect(JSON.parse(text)).toMatchObject({ code: 'too_large' })
    }
  })

  it('are limited in size', async () => {
    const ask = await serve()
    const body = 'x'.repeat(1_000_001)
    expect((await ask('/ru', {}, 'POST', body)).status).toBe(413)
    expect((await ask('/ru', { 'transfer-encoding': 'chunked' }, 'POST', 'a=1')).status).toBe(400)
  })
})

describe('the address of the visitor', () => {
  const forged = { 'x-forwarded-for': '6.6.6.6', 'x-forwarded-host': 'evil.kz' }

  it('is the connection, whatever a client claims', async () => {
    const ask = await serve()
    expect(JSON.parse((await ask('/ru', { host: 'alan.test', ...forged })).body)).toMatchObject({
      ip: '127.0.0.1',
      host: 'alan.test',
    })
  })

  it('comes from a trusted proxy', async () => {
    const ask = await serve({ TRUST_PROXY: 'loopback' })
    const headers = { host: 'node-1.internal', 'x-forwarded-for': '8.8.8.8', 'x-forwarded-host': 'alan.kz' }
    expect(JSON.parse((await ask('/ru', headers)).body)).toMatchObject({ ip: '8.8.8.8', host: 'alan.kz' })
  })
})

describe('files', () => {
  it.each([
    ['/assets/page-Ab12.js', 200, 'public, max-age=31536000, immutable'],
    ['/favicon.svg', 200, 'public, max-age=3600'],
    ['/map/kz.pmtiles', 200, 'public, max-age=3600, no-transform'],
    ['/assets/none.js', 404, 'no-store'],
    ['/assets/../../package.json', 403, 'no-store'],
  ])('%s is answered with %i, %s', async (path, status, caching) => {
    const ask = await serve()
    const answer = await ask(path)
    expect([answer.status, answer.headers['cache-control']]).toEqual([status, caching])
  })

  it('serves the basemap by ranges and never compressed', async () => {
    const ask = await serve()
    const part = await ask('/map/kz.pmtiles', { range: 'bytes=10-19', 'accept-encoding': 'gzip, br' })
    expect(part.status).toBe(206)
    expect(part.headers).toMatchObject({ 'content-range': 'bytes 10-19/5000', 'content-length': '10' })
    expect(part.headers['content-encoding']).toBeUndefined()
    expect((await ask('/map/kz.pmtiles', { 'accept-encoding': 'gzip' })).headers['content-encoding']).toBeUndefined()
  })

  it('answers 304 to a known ETag', async () => {
    const ask = await serve()
    const { etag } = (await ask('/favicon.svg')).headers
    expect((await ask('/favicon.svg', { 'if-none-match': etag ?? '' })).status).toBe(304)
  })

  it('compresses pages, and not event streams', async () => {
    const ask = await serve()
    expect((await ask('/ru', { 'accept-encoding': 'gzip' })).headers['content-encoding']).toBe('gzip')
    expect((await ask('/events', { 'accept-encoding': 'gzip' })).headers['content-encoding']).toBeUndefined()
  })
})

describe('the figures for Prometheus', () => {
  const token = 'sixteen letters!'

  it('are given to this machine', async () => {
    const ask = await serve()
    await ask('/ru')
    await ask('/events')
    const { status, headers, body } = await ask('/metrics')
    expect(status).toBe(200)
    expect(headers['content-type']).toContain('text/plain')
    expect(body).toMatch(/^alan_http_request_seconds_count\{method="GET",status="200"\} [1-9]/m)
    expect(body).toContain('process_resident_memory_bytes')
    const answered = Number(/^alan_http_request_seconds_count\{method="GET",status="200"\} (\d+)/m.exec(body)?.[1])
    await ask('/events')
    expect((await ask('/metrics')).body).toContain(`{method="GET",status="200"} ${answered + 1}`)
  })

  it.each([
    ['a proxy on this machine', {}, {}],
    ['a proxy on this machine', { METRICS_TOKEN: token }, { authorization: 'Bearer another token, as long' }],
    ['a proxy that is trusted', { TRUST_PROXY: 'loopback' }, {}],
  ])('are no page for others, through %s (%j, %j)', async (_, source, headers) => {
    const ask = await serve(source)
    const answer = await ask('/metrics', { 'x-forwarded-for': '8.8.8.8', ...headers })
    expect(answer.body).not.toContain('alan_http')
  })

  it('are given to who knows the token', async () => {
    const ask = await serve({ METRICS_TOKEN: token })
    const answer = await ask('/metrics', { 'x-forwarded-for': '8.8.8.8', authorization: `Bearer ${token}` })
    expect(answer.body).toContain('alan_http_request_seconds')
  })
})

describe('headers', () => {
  it('have a fresh nonce in every policy and an id that clients cannot choose', async () => {
    const ask = await serve()
    const [first, second] = [await ask('/ru', { 'x-request-id': 'mine' }), await ask('/ru')]
    const nonceOf = (answer: Answer) => /'nonce-([^']+)'/.exec(String(answer.headers['content-security-policy']))?.[1]
    expect(nonceOf(first)).toHaveLength(24)
    expect(nonceOf(first)).not.toBe(nonceOf(second))
    expect(first.headers['x-request-id']).toMatch(/^[\da-f-]{36}$/)
    expect(first.headers['content-security-policy']).toContain("style-src 'self';")
    expect(first.headers['x-powered-by']).toBeUndefined()
  })

  it.each([
    [{}, undefined],
    [{ PUBLIC_URL: 'https://alan.kz' }, 'max-age=31536000; includeSubDomains'],
  ])('demand TLS only where there is TLS: %j', async (source, expected) => {
    const ask = await serve(source)
    expect((await ask('/ru')).headers['strict-transport-security']).toBe(expected)
  })

  it('let the basemap of the operator in', async () => {
    const ask = await serve({ BASEMAP_STYLE_URL: 'https://tiles.example.kz/style.json' })
    const policy = String((await ask('/ru')).headers['content-security-policy'])
    expect(policy).toContain("connect-src 'self' https://tiles.example.kz;")
  })
})

describe('failures', () => {
  it('show the request id that the log has, in the language of the page', async () => {
    const ask = await serve()
    const answer = await ask('/fail', { 'accept-language': 'ru' })
    const requestId = String(answer.headers['x-request-id'])
    expect(answer.status).toBe(500)
    expect(answer.body).toContain('<html lang="ru-KZ">')
    expect(answer.body).toContain(requestId)
    expect(answer.body).not.toContain('planted failure')
    expect(logged.find((line) => line.msg === 'request failed')).toMatchObject({ requestId })
  })

  it('are problem documents for the API', async () => {
    const ask = await serve()
    const answer = await ask('/api/%E0%A4%A')
    expect(answer.headers['content-type']).toContain('application/problem+json')
    expect(JSON.parse(answer.body)).toMatchObject({ status: 400, code: 'bad_request' })
  })

  it('are logged once per request, without keys', async () => {
    const ask = await serve()
    const { headers } = await ask('/ru/inquiries/2026-00318?key=top-secret&tab=1')
    const lines = logged.filter((line) => line.requestId === headers['x-request-id'])
    expect(lines).toHaveLength(1)
    expect(lines[0]).toMatchObject({ method: 'GET', path: '/ru/inquiries/2026-00318?key=…&tab=1', status: 200 })
  })
})

it('answers the probes', async () => {
  const ask = await serve()
  expect((await ask('/healthz')).status).toBe(200)
  expect(JSON.parse((await ask('/readyz')).body)).toMatchObject({ status: 'ready' })
})
