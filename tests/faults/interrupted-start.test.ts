import { describe, expect, inject, it } from 'vitest'
import { chanceOf } from '#tests/builders/chance'
import { startCluster } from '#tests/setup/postgres-cluster'
import { startProduct } from '#tests/setup/product'
import { sessionSecret } from '#tests/setup/seeded-places'
import { runOnServer, withDatabase } from '#tests/setup/worker-databases'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

const kills = Number(process.env.FAULT_STARTS ?? 2)
const seed = Number(process.env.FAULT_SEED ?? Date.now() % 1_000_000)
const programs = inject('postgresPrograms')

// A second process on the directory of an embedded database: tests/e2e/operation and data-lock.server.test.ts.
describe.each(['embedded', 'postgres'] as const)('a first start on %s that is killed', (kind) => {
  if (kind === 'postgres' && programs === null) return it.skip('needs the programs of PostgreSQL')

  it(`is completed by the next one, after ${kills} kills while it migrates (seed ${seed})`, async () => {
    const chance = chanceOf(seed)
    const scratch = await mkdtemp(join(tmpdir(), 'alan-start-'))
    const cluster = kind === 'postgres' ? await startCluster(programs ?? '') : null
    try {
      const env: Record<string, string> = {
        DATA_DIR: join(scratch, 'data'),
        SESSION_SECRET: sessionSecret,
        DEMO: 'off',
      }
      if (cluster !== null) {
        await runOnServer(cluster.url, 'CREATE DATABASE alan_start')
        env.DATABASE_URL = withDatabase(cluster.url, 'alan_start')
      }
      for (let kill = 0; kill < kills; kill += 1) await startAndKill(env, 400 + chance() * 3_000)
      const product = await startProduct({ ...env, LOG_LEVEL: 'warn' })
      const answers = await Promise.all(['/readyz', '/ru', '/ru/towns'].map((path) => fetch(product.url + path)))
      expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
      expect(await answers[2]?.text()).toContain('Балхаш')
      expect(await product.stop()).toBe(0)
    } finally {
      await cluster?.remove()
      await rm(scratch, { recursive: true, force: true })
    }
  })
})

async function startAndKill(env: Record<string, string>, afterMs: number): Promise<void> {
  const child = spawn(process.execPath, ['build/server/index.js'], {
    env: { PATH: process.env.PATH, NODE_ENV: 'production', ALAN_ENV: 'local', PORT: '0', ...env },
    stdio: 'ignore',
  })
  const gone = once(child, 'exit')
  await pause(afterMs)
  child.kill('SIGKILL')
  await gone
}
