import type { APIRequestContext } from 'playwright/test'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { findObjects } from '#tests/e2e/permissions/find-objects'
import { personas, type Persona } from '#tests/e2e/permissions/personas'
import { openSession } from '#tests/e2e/sessions'
import { startProduct } from '#tests/setup/product'
import { describe, runFuzz } from './run-fuzz'
import { openVisitors } from './visitors'

/*
 * `npm run test:fuzz`: hostile requests against a product of its own. FUZZ_REQUESTS (100000), FUZZ_SEED (of the clock),
 * FUZZ_AT_ONCE (12), FUZZ_DATABASE_URL (the embedded database).
 */
const numberOf = (name: string, usual: number) => Number(process.env[name] ?? usual)
const seed = numberOf('FUZZ_SEED', Date.now() % 2 ** 31)
const scratch = await mkdtemp(join(tmpdir(), 'alan-fuzz-'))
const databaseUrl = process.env.FUZZ_DATABASE_URL
const product = await startProduct({
  DATA_DIR: scratch,
  LOG_LEVEL: process.env.LOG_LEVEL ?? 'error',
  // Every request names an address of its own, so that no limit by address stands before the pages.
  TRUST_PROXY: '1',
  ...(databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl }),
})
// What the product says of its own faults, beside what was asked.
createInterface({ input: product.process.stdout ?? process.stdin }).on('line', (line) =>
  console.log(line.slice(0, 1_500)),
)
try {
  process.env.E2E_URL = product.url
  console.log(`seed ${seed}, ${product.url}`)
  const report = await runFuzz({
    ...{ base: product.url, seed, visitors: await openVisitors(product.url), objects: await readObjects(product.url) },
    ...{ requests: numberOf('FUZZ_REQUESTS', 100_000), atOnce: numberOf('FUZZ_AT_ONCE', 12), pages: 90 },
    say: (line) => console.log(line),
  })
  const { sent, faults, coverage, slowest, slowOnce, closed } = report
  console.log(coverage.lines().join('\n'))
  console.log(
    `answers: ${[...coverage.statuses]
      .sort()
      .map(([status, count]) => `${status}×${count}`)
      .join(' ')}`,
  )
  for (const fault of faults) console.log(describe(fault))
  const missed = coverage.missed()
  for (const part of missed) console.log(`never reached: ${part}`)
  console.log(`${sent} sent, ${faults.length} faults, ${missed.length} parts never reached, ${closed} closed`)
  console.log(`slowest ${Math.round(slowest)} ms; ${slowOnce} were slow once and quick alone`)
  process.exitCode = faults.length + missed.length === 0 ? 0 : 1
} finally {
  await product.stop()
  await rm(scratch, { recursive: true, force: true })
}

async function readObjects(base: string) {
  const sessions = new Map<Persona, APIRequestContext>()
  for (const persona of ['visitor', 'editor', 'officer', 'admin'] as const) {
    sessions.set(persona, await openSession(base, personas[persona]))
  }
  const objects = await findObjects(sessions)
  for (const session of sessions.values()) await session.dispose()
  return objects
}
