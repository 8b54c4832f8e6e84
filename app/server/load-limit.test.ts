import { parseEnv } from '#app/platform/env/parse-env'
import { createApp } from '#app/server/create-app'
import { listen } from '#app/server/listen'
import { busyShare, LoadLimit, mostAtOnce, TooBusyError } from '#app/server/load-limit'
import { pino } from 'pino'
import { describe, expect, it, onTestFinished } from 'vitest'

const begin = (load: LoadLimit, work: 'read' | 'write', count = 1) =>
  Array.from({ length: count }, () => load.begin(work))

describe('LoadLimit', () => {
  it('refuses a kind of which there is enough, while the loop hardly rests', () => {
    const load = new LoadLimit(() => busyShare)
    const [end] = begin(load, 'read', mostAtOnce)
    expect(() => load.begin('read')).toThrow(TooBusyError)
    end?.()
    begin(load, 'read')
    expect(() => load.begin('read')).toThrow(TooBusyError)
  })

  it('takes forms while readers are refused', () => {
    const load = new LoadLimit(() => 1)
    begin(load, 'read', mostAtOnce)
    begin(load, 'write', mostAtOnce)
    expect(() => load.begin('write')).toThrow(TooBusyError)
    expect(load.inProgress).toBe(2 * mostAtOnce)
  })

  it('refuses nobody while the loop rests, however many wait for slow lines', () => {
    const load = new LoadLimit(() => busyShare - 0.01)
    begin(load, 'read', 50 * mostAtOnce)
    expect(load.inProgress).toBe(50 * mostAtOnce)
  })

  it('counts work that failed as ended', async () => {
    const load = new LoadLimit(() => 1)
    await expect(load.run('read', () => Promise.reject(new RangeError('no')))).rejects.toThrow(RangeError)
    expect(load.inProgress).toBe(0)
  })
})

/** A server whose pages answer when the test lets them. */
async function serve(share: number) {
  const verdict = parseEnv({})
  if (!verdict.ok) throw new Error(verdict.problems.join())
  const load = new LoadLimit(() => share)
  const waiting: (() => void)[] = []
  const app = createApp({
    ...{ env: verdict.env, log: pino({ level: 'silent' }), clientDir: null, load },
    pages: (_req, res) => void waiting.push(() => void res.send('a page')),
    forAll: {
      readStamp: () => Promise.resolve('1'),
      note: () => {},
      render: () => Promise.resolve(new Response('{}', { headers: { 'Content-Type': 'application/json' } })),
    },
  })
  const { address, stop } = await listen({ host: '127.0.0.1', port: 0 }, app)
  onTestFinished(() => stop(100))
  const ask = (path: string, init: RequestInit = {}) => fetch(address + path, init)
  const hold = (count: number) => Array.from({ length: count }, () => ask('/ru/towns'))
  return { ask, waiting, hold, load }
}

describe('a server with more to do than it can', () => {
  it('says when to ask again, in the language of the page or as a problem document, and then serves on', async () => {
    const { ask, waiting, hold } = await serve(1)
    expect((await ask('/api/sites?q=kept')).status).toBe(200)
    const held = hold(mostAtOnce)
    await expect.poll(() => waiting.length).toBe(mostAtOnce)

    const page = await ask('/kk/towns')
    expect([page.status, page.headers.get('Retry-After'), page.headers.get('Cache-Control')]).toEqual([
      503,
      '5',
      'no-store',
    ])
    expect(await page.text()).toContain('Сервер қазір бос емес')
    const api = await ask('/api/sites/BLQ-0042')
    expect([api.status, api.headers.get('Retry-After')]).toEqual([503, '5'])
    expect(await api.json()).toMatchObject({ code: 'busy', status: 503 })
    expect((await ask('/api/sites?q=new')).status).toBe(503)

    expect((await ask('/api/sites?q=kept')).status).toBe(200)
    expect((await ask('/healthz')).status).toBe(200)
    const form = ask('/ru/inquiries/new', { method: 'POST', body: new URLSearchParams({ a: '1' }) })
    await expect.poll(() => waiting.length).toBe(mostAtOnce + 1)
    for (const answer of waiting.splice(0)) answer()
    expect(await Promise.all([...held, form].map(async (answer) => (await answer).status))).toEqual(
      Array.from({ length: mostAtOnce + 1 }, () => 200),
    )
    expect((await ask('/api/sites?q=new')).status).toBe(200)
  })

  it('does not refuse while it only waits', async () => {
    const { waiting, hold, load } = await serve(0)
    const held = hold(mostAtOnce + 10)
    await expect.poll(() => waiting.length).toBe(mostAtOnce + 10)
    expect(load.inProgress).toBe(mostAtOnce + 10)
    for (const answer of waiting) answer()
    for (const answer of held) expect((await answer).status).toBe(200)
    await expect.poll(() => load.inProgress).toBe(0)
  })
})
