import { parseEnv } from '#app/platform/env/parse-env'
import { createApp } from '#app/server/create-app'
import { KeptAnswers, type KeptAnswer } from '#app/server/kept-answers'
import { listen } from '#app/server/listen'
import { LoadLimit } from '#app/server/load-limit'
import { KEPT_NONCE, pageForAll, policyForAll } from '#app/server/page-for-all'
import { createHash } from 'node:crypto'
import { pino } from 'pino'
import { afterAll, describe, expect, it } from 'vitest'

const stops: (() => Promise<void>)[] = []
afterAll(async () => {
  for (const stop of stops) await stop()
})

const script = 'window.page = "Алаң"'
const page = (text: string) =>
  `<html><head><meta name="alan-request" content=""/></head><body>${text.padEnd(2000, '.')}` +
  `<script nonce="${KEPT_NONCE}">${script}</script><script nonce="${KEPT_NONCE}" type="module" src="/a.js"></script></body></html>`

/** A server whose searches count how often they are made; `state.stamp` is the state of the catalogue. */
async function serve() {
  const state = { stamp: '1', made: [] as string[], noted: [] as string[], status: 200 }
  const verdict = parseEnv({})
  if (!verdict.ok) throw new Error(verdict.problems.join())
  const app = createApp({
    env: verdict.env,
    log: pino({ level: 'silent' }),
    clientDir: null,
    pages: (_req, res) => void res.send('by the pages'),
    load: new LoadLimit(),
    forAll: {
      readStamp: () => Promise.resolve(state.stamp),
      note: (params) => void state.noted.push(params.toString()),
      render: (address) => {
        const { pathname, search } = new URL(address)
        state.made.push(pathname + search)
        const isApi = pathname.startsWith('/api/')
        const headers = {
          'Content-Type': isApi ? 'application/json' : 'text/html; charset=utf-8',
          'Set-Cookie': 'of=one',
        }
        const body = isApi ? JSON.stringify({ search }) : page(`state ${state.stamp} ${search}`)
        return Promise.resolve(new Response(body, { status: state.status, headers }))
      },
    },
  })
  const { address, stop } = await listen({ host: '127.0.0.1', port: 0 }, app)
  stops.push(() => stop(100))
  const ask = async (path: string, headers: Record<string, string> = {}, method = 'GET') => {
    const response = await fetch(address + path, { headers, method })
    return { status: response.status, headers: response.headers, body: await response.text() }
  }
  return { state, ask }
}

describe('a search that was answered before', () => {
  it('is not made again, whatever the order of its parameters', async () => {
    const { state, ask } = await serve()
    const first = await ask('/ru/sites?sector=it&town=balkhash&town=rudny')
    const again = await ask('/ru/sites?town=balkhash&sector=it&town=rudny')
    expect(again.body).toBe(first.body)
    expect(state.made).toEqual(['/ru/sites?sector=it&town=balkhash&town=rudny'])
    await ask('/ru/sites?town=rudny&sector=it&town=balkhash')
    await ask('/kk/sites?sector=it&town=balkhash&town=rudny')
    expect(state.made).toHaveLength(3)
  })

  it('is heard of as a page every time, whoever asks', async () => {
    const { state, ask } = await serve()
    await ask('/ru/sites?power_min=400')
    await ask('/ru/sites?power_min=400')
    await ask('/ru/sites?power_min=500', { cookie: 'session=1' })
    await ask('/api/sites?power_min=600')
    expect(state.noted).toEqual(['power_min=400', 'power_min=400', 'power_min=500'])
  })

  it('is made once for many who ask at the same time', async () => {
    const { state, ask } = await serve()
    await Promise.all(Array.from({ length: 20 }, () => ask('/ru/sites?sector=it')))
    expect(state.made).toHaveLength(1)
  })

  it('is made again when the catalogue has changed', async () => {
    const { state, ask } = await serve()
    await ask('/ru/sites')
    state.stamp = '2'
    expect((await ask('/ru/sites')).body).toContain('state 2')
  })

  it('is not sent to who has it', async () => {
    const { state, ask } = await serve()
    const { headers } = await ask('/ru/sites')
    const known = headers.get('ETag') ?? ''
    expect(await ask('/ru/sites', { 'If-None-Match': `"x", ${known}` })).toMatchObject({ status: 304, body: '' })
    state.stamp = '2'
    expect((await ask('/ru/sites', { 'If-None-Match': known })).status).toBe(200)
  })

  it.each([
    ['br', 'br'],
    ['gzip', 'gzip'],
    ['gzip, deflate, br', 'br'],
    ['identity', null],
    ['br;q=0', null],
  ])('comes to who takes %s as %s', async (accepted, encoding) => {
    const { ask } = await serve()
    const plain = await ask('/ru/sites', { 'Accept-Encoding': 'identity' })
    const { headers, body } = await ask('/ru/sites', { 'Accept-Encoding': accepted })
    expect(headers.get('Content-Encoding')).toBe(encoding)
    expect(headers.get('Vary')).toBe('Accept-Encoding, Cookie')
    expect(body).toBe(plain.body)
  })

  it('has no body for who asks for its head only', async () => {
    const { ask } = await serve()
    const { status, headers, body } = await ask('/ru/sites', { 'Accept-Encoding': 'identity' }, 'HEAD')
    expect([status, body]).toEqual([200, ''])
    expect(Number(headers.get('Content-Length'))).toBeGreaterThan(2000)
  })
})

describe('what one person gets', () => {
  it.each(['alan_session=x', 'alan_lang=ru; alan_theme=dark', 'x', 'alan_lang_x=ru', '__Host-alan=1;alan_lang=ru'])(
    'is never kept nor taken from what is kept: %s',
    async (cookie) => {
      const { state, ask } = await serve()
      await ask('/ru/sites')
      expect((await ask('/ru/sites', { cookie })).body).toBe('by the pages')
      expect(state.made).toHaveLength(1)
    },
  )

  it('is its language cookie, set where it is not the one of the page, and never the cookie of another', async () => {
    const { ask } = await serve()
    for (const cookie of [undefined, 'alan_lang=kk']) {
      const { headers } = await ask('/ru/sites', cookie === undefined ? {} : { cookie })
      expect(headers.getSetCookie()).toEqual([expect.stringMatching(/^alan_lang=ru;/)])
    }
    expect((await ask('/ru/sites', { cookie: 'alan_lang=ru' })).headers.getSetCookie()).toEqual([])
    expect((await ask('/api/sites')).headers.getSetCookie()).toEqual([])
  })

  it('does not matter to the API, which asks for no cookies', async () => {
    const { state, ask } = await serve()
    await ask('/api/sites?town=rudny', { cookie: 'alan_session=x' })
    expect((await ask('/api/sites?town=rudny')).body).toContain('rudny')
    expect(state.made).toHaveLength(1)
  })
})

it('what is no plain success goes to the pages', async () => {
  const { state, ask } = await serve()
  state.status = 404
  expect((await ask('/ru/sites')).body).toBe('by the pages')
  state.status = 200
  expect((await ask('/ru/sites')).body).toContain('state 1')
  expect((await ask(`/ru/sites?q=${'x'.repeat(2000)}`)).body).toBe('by the pages')
  expect((await ask('/ru/towns')).body).toBe('by the pages')
  expect((await ask('/ru/sites', {}, 'DELETE')).body).toBe('by the pages')
})

describe('the policy of a page that everybody gets', () => {
  it('allows its inline scripts by their content, and has no nonce', async () => {
    const { ask } = await serve()
    const { headers, body } = await ask('/ru/sites')
    const policy = headers.get('Content-Security-Policy') ?? ''
    const hash = createHash('sha256').update(script).digest('base64')
    expect(policy).toContain(`script-src 'self' 'sha256-${hash}';`)
    expect(policy).not.toContain('nonce-')
    expect(policy).not.toContain('strict-dynamic')
    expect(policy).toContain("default-src 'none'")
    expect(body).not.toContain(KEPT_NONCE)
    expect(body).not.toContain('alan-request')
  })

  it('leaves the other directives alone, and refuses a page in which a nonce is left', () => {
    expect(policyForAll("default-src 'none';script-src 'self' 'nonce-x';img-src data:", ["'sha256-y'"])).toBe(
      "default-src 'none';script-src 'self' 'sha256-y';img-src data:",
    )
    expect(pageForAll(`<p>${KEPT_NONCE}</p>`)).toBeNull()
  })
})

describe('the memory of answers', () => {
  const answer = (size: number): KeptAnswer => {
    return { stamp: '1', etag: '', headers: [], scripts: null, body: Buffer.alloc(size, 'x'), encoded: {} }
  }

  it('stays in its bounds, and forgets who was not asked for longest', () => {
    const kept = new KeptAnswers(10_000)
    kept.keep('a', answer(4000))
    kept.keep('b', answer(4000))
    expect(kept.find('a', '1')).not.toBeNull()
    kept.keep('c', answer(4000))
    expect(['a', 'b', 'c'].filter((key) => kept.find(key, '1') !== null)).toEqual(['a', 'c'])
    expect(kept.bytes).toBe(8004)
    kept.keep('d', answer(20_000))
    expect(kept.bytes).toBe(0)
  })

  it('counts encodings too, and what is made again once', async () => {
    const kept = new KeptAnswers(10_000)
    const one = answer(4000)
    kept.keep('a', one)
    const { encoding, body } = await kept.encode('a', one, 'gzip')
    expect(encoding).toBe('gzip')
    expect(kept.bytes).toBe(4002 + body.length)
    kept.keep('a', answer(3000))
    expect(kept.bytes).toBe(3002)
    expect(kept.find('a', '2')).toBeNull()
    expect(kept.bytes).toBe(0)
  })
})
