import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'playwright/test'
import { startProduct } from '#tests/setup/product'

test('starts, refuses a second process on its data, stops in order, and starts again', async () => {
  test.setTimeout(180_000)
  const dataDir = await mkdtemp(join(tmpdir(), 'alan-process-'))
  const env = { DATA_DIR: dataDir, DEMO: 'off', LOG_LEVEL: 'warn' }
  try {
    const first = await startProduct(env)
    const readiness = await fetch(`${first.url}/readyz`)
    expect(readiness.status).toBe(200)
    expect(await readiness.json()).toEqual({
      status: 'ready',
      checks: { process: 'ok', database: 'ok', catalogue: 'ok' },
    })
    await expect(startProduct(env)).rejects.toThrow(/is in use by process \d+/)
    expect(await first.stop()).toBe(0)

    const second = await startProduct(env)
    expect((await fetch(`${second.url}/healthz`)).status).toBe(200)
    expect(await second.stop()).toBe(0)
  } finally {
    await rm(dataDir, { recursive: true, force: true })
  }
})

test('says which variable is wrong and does not start', async () => {
  await expect(startProduct({ PORT: '99999' })).rejects.toThrow(/PORT must be a port number/)
  await expect(startProduct({ ALAN_ENV: 'production' })).rejects.toThrow(/SESSION_SECRET must be set in production/)
})
