import { parseEnv } from '#app/platform/env/parse-env'
import { createApp } from '#app/server/create-app'
import { LoadLimit } from '#app/server/load-limit'
import { listen, type Listening } from '#app/server/listen'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const FRAME = 'export const frame = true;'.repeat(200)
const clientDir = mkdtempSync(join(tmpdir(), 'alan-assets-'))
let server: Listening

beforeAll(async () => {
  mkdirSync(join(clientDir, 'assets'))
  writeFileSync(join(clientDir, 'assets', 'frame-Cd34.js'), FRAME)
  writeFileSync(join(clientDir, 'assets', 'frame-Cd34.js.br'), brotliCompressSync(FRAME))
  writeFileSync(join(clientDir, 'assets', 'frame-Cd34.js.gz'), gzipSync(FRAME))
  writeFileSync(join(clientDir, 'assets', 'worker-Ef56.mjs'), 'export {}')
  const verdict = parseEnv({})
  if (!verdict.ok) throw new Error(verdict.problems.join())
  const pages = () => {
    throw new Error('no page was asked for')
  }
  const app = createApp({
    env: verdict.env,
    log: pino({ level: 'silent' }),
    clientDir,
    pages,
    forAll: null,
    load: new LoadLimit(),
  })
  server = await listen({ host: '127.0.0.1', port: 0 }, app)
})

afterAll(async () => {
  await server.stop(100)
  rmSync(clientDir, { recursive: true })
})

/** Decodes the body as a browser does, and keeps the headers as they came. */
async function ask(path: string, headers: Record<string, string>) {
  const answer = await fetch(server.address + path, { headers })
  const body = await answer.text()
  return { status: answer.status, header: (name: string) => answer.headers.get(name), body }
}

describe('files that the build compressed', () => {
  it.each([
    ['gzip, deflate, br, zstd', 'br'],
    ['br;q=0, gzip', 'gzip'],
    ['gzip', 'gzip'],
    ['*', 'br'],
    ['identity', null],
  ])('go to one who takes "%s" as %s', async (accepted, encoding) => {
    const answer = await ask('/assets/frame-Cd34.js', { 'accept-encoding': accepted })
    expect([answer.status, answer.header('content-encoding'), answer.body]).toEqual([200, encoding, FRAME])
    expect(answer.header('content-type')).toMatch(/^application\/javascript; charset=utf-8$/i)
    expect(answer.header('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(answer.header('vary')).toBe('Accept-Encoding')
  })

  it('have an ETag for each form', async () => {
    const tags = new Set<string | null>()
    for (const accepted of ['br', 'gzip', 'identity']) {
      const tag = (await ask('/assets/frame-Cd34.js', { 'accept-encoding': accepted })).header('etag')
      // Without it `fetch` would forbid an answer from a cache.
      const known = { 'accept-encoding': accepted, 'if-none-match': tag ?? '', 'cache-control': 'max-age=0' }
      expect((await ask('/assets/frame-Cd34.js', known)).status).toBe(304)
      tags.add(tag)
    }
    expect(tags.size).toBe(3)
  })

  it('have ranges of the file itself', async () => {
    const part = await ask('/assets/frame-Cd34.js', { 'accept-encoding': 'br', range: 'bytes=0-5' })
    expect([part.status, part.header('content-encoding'), part.body]).toEqual([206, null, 'export'])
  })

  it('are answered in plain words when they cannot be sent', async () => {
    const answer = await ask('/assets/frame-Cd34.js', { 'accept-encoding': 'br', 'if-match': '"other"' })
    expect(answer.status).toBe(412)
    expect(answer.body).toContain('<html')
  })
})

describe('headers of assets', () => {
  it('are few on what only a document loads', async () => {
    const { header } = await ask('/assets/frame-Cd34.js', { 'accept-encoding': 'br' })
    expect([header('content-security-policy'), header('permissions-policy')]).toEqual([null, null])
    expect(header('x-content-type-options')).toBe('nosniff')
    expect(header('cross-origin-resource-policy')).toBe('same-origin')
  })

  it('keep the policy on workers, which have their own', async () => {
    const { header } = await ask('/assets/worker-Ef56.mjs', {})
    expect(header('content-security-policy')).toContain("default-src 'none'")
  })
})
