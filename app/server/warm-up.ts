import { log } from '#app/platform/log/log.server'
import { listen } from '#app/server/listen'
import type { RequestListener } from 'node:http'

/** Who starts waits no longer than this; what is not asked by then, the first visitor waits for. */
const limitMs = 800

type Asked = { path: string; body?: string; past?: boolean }

/**
 * Pages and answers that run most of what a visitor meets: code is compiled when it is first run, words and reference
 * data are read when they are first needed. Bad values on purpose, since those are read by more code than good ones.
 * `past` goes past the kept answers. The last search asks for nothing, so that none is counted as a demand.
 */
const asked: Asked[] = [
  { path: '/ru/sites?area_min=2&area_max=1&q=x%FF&bbox=1,2', past: true },
  { path: '/ru/briefs/new?power_min=100&area_min=NaN' },
  { path: '/api/sites?power_min=x' },
  { path: '/api/map?zoom=5&bbox=60,40,80,50' },
  { path: '/api/match', body: '{"power_min":100,"area_min":"x","sector":["it",true]}' },
  { path: '/api/match', body: '{' },
  { path: '/ru/compare?site=x' },
  { path: '/ru/not-there' },
  { path: '/kk' },
  { path: '/kk/sites' },
]

/** Asks the product itself, over a door of its own, before it opens. A failure is logged and does not stop the start. */
export async function warmUp(handler: RequestListener): Promise<void> {
  const until = performance.now() + limitMs
  const { address, stop } = await listen({ host: '127.0.0.1', port: 0 }, handler)
  try {
    for (let round = 0; round < 3; round++) {
      for (const one of asked) {
        if (performance.now() > until) return
        await ask(address, one)
      }
    }
  } catch (error) {
    log.warn({ err: error }, 'the product could not be asked before it opened')
  } finally {
    await stop(0)
  }
}

async function ask(address: string, { path, body, past = false }: Asked): Promise<void> {
  const headers = { 'accept-encoding': 'br', ...(past ? { cookie: 'alan_theme=light' } : {}) }
  const post = { method: 'POST', headers: { ...headers, 'content-type': 'application/json' }, body }
  const response = await fetch(address + path, body === undefined ? { headers } : post)
  await response.arrayBuffer()
}
