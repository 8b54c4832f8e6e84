import { readReadiness, registerReadiness } from '#app/platform/http/readiness.server'
import { expect, it } from 'vitest'

it('is ready when every part serves, and else says what is missing', async () => {
  registerReadiness('database', async () => null)
  registerReadiness('catalogue', () => null)
  expect(await readReadiness()).toEqual({ ready: true, checks: { database: 'ok', catalogue: 'ok' } })

  registerReadiness('catalogue', () => 'loading')
  expect(await readReadiness()).toEqual({ ready: false, checks: { database: 'ok', catalogue: 'loading' } })

  registerReadiness('database', async () => {
    throw new Error('connect ECONNREFUSED user:password@host')
  })
  registerReadiness('catalogue', () => new Promise(() => undefined))
  expect(await readReadiness(20)).toEqual({
    ready: false,
    checks: { database: 'failed', catalogue: 'no answer in time' },
  })
})
