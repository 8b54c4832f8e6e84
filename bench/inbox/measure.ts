import { ownScript } from '#app/platform/http/form-token'
import { demoPassword } from '#app/domain/accounts/demo'
import { openDatabase } from '#app/platform/db/open-database.server'
import { startProduct, type Product } from '#tests/setup/product'
import { runOnServer, withDatabase } from '#tests/setup/worker-databases'
import { mkdtemp, rm } from 'node:fs/promises'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fillInbox } from './fill'

const server = process.env.BENCH_DATABASE_URL ?? 'postgresql://postgres@127.0.0.1:5432/postgres'
const database = `alan_bench_inbox_${process.pid}`
const cases = 10_000
const rounds = 25
const budgetMs = 200
const officer = 'officer@saryarka.demo'
const head = 'head@saryarka.demo'

/** What is opened, by whom; the inbox is held to its budget. */
const pages: { what: string; path: string; by: string; isInbox: boolean }[] = [
  { what: 'inbox, first page', path: '/ru/spk', by: officer, isInbox: true },
  { what: 'inbox, the whole desk', path: '/ru/spk?view=desk', by: officer, isInbox: true },
  { what: 'inbox, page 200 of the desk', path: '/ru/spk?view=desk&page=200', by: officer, isInbox: true },
  { what: 'inbox, closed', path: '/ru/spk?view=closed', by: officer, isInbox: true },
  { what: 'inbox, found by a word', path: '/ru/spk?view=desk&q=teplitsa', by: officer, isInbox: true },
  { what: 'inbox, found by a number', path: '/ru/spk?view=desk&q=2019-07777', by: officer, isInbox: true },
  {
    what: 'inbox, late and in a state',
    path: '/ru/spk?view=desk&clock=late&state=in_dialogue',
    by: officer,
    isInbox: true,
  },
  { what: 'inbox in boxes to tick', path: '/ru/spk?view=desk&select=1&size=100', by: head, isInbox: true },
  { what: 'team of the head', path: '/ru/spk/head', by: head, isInbox: false },
  { what: 'figures of the head', path: '/ru/spk/figures', by: head, isInbox: false },
]

/**
 * Pages of the built product over HTTP, one request after another, with 10,000 cases of one body: PostgreSQL where it
 * answers (BENCH_DATABASE_URL, else the one of this machine), else the embedded database. Medians and 95th percentiles.
 */
export async function measure() {
  const scratch = await mkdtemp(join(tmpdir(), 'alan-bench-inbox-'))
  const hasServer = await createDatabase()
  const url = hasServer ? withDatabase(server, database) : ''
  const start = () => startProduct({ DATA_DIR: join(scratch, 'data'), DATABASE_URL: url, LOG_LEVEL: 'warn' })
  try {
    // The first start migrates and seeds; the embedded database belongs to one process at a time.
    await (await start()).stop()
    await fill(hasServer ? url : null, join(scratch, 'data'))
    const product = await start()
    try {
      return judge(await measureAll(product), hasServer)
    } finally {
      await product.stop()
    }
  } finally {
    if (hasServer) await runOnServer(server, `DROP DATABASE IF EXISTS ${database} WITH (FORCE)`)
    await rm(scratch, { recursive: true, force: true })
  }
}

async function createDatabase(): Promise<boolean> {
  try {
    await runOnServer(server, `CREATE DATABASE ${database}`)
    return true
  } catch (error) {
    console.error(`No PostgreSQL at ${new URL(server).host}, so the embedded database is measured:`, String(error))
    return false
  }
}

async function fill(databaseUrl: string | null, dataDir: string): Promise<void> {
  const { db, close } = await openDatabase({ databaseUrl, dataDir })
  await fillInbox(db, 'spk-saryarka', officer, cases)
  await db.$executeRawUnsafe('ANALYZE')
  await close()
}

async function measureAll({ url }: Product): Promise<Map<string, number[]>> {
  const cookies = new Map<string, string>()
  for (const email of [officer, head]) cookies.set(email, await signIn(url, email))
  const times = new Map<string, number[]>()
  for (let round = 0; round <= rounds; round += 1) {
    for (const { what, path, by } of pages) {
      const started = performance.now()
      const answer = await fetch(url + path, { headers: { cookie: cookies.get(by) ?? '' } })
      await answer.text()
      if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`)
      // The first round warms up.
      if (round > 0) times.set(what, [...(times.get(what) ?? []), performance.now() - started])
    }
  }
  return times
}

async function signIn(url: string, email: string): Promise<string> {
  const answer = await fetch(`${url}/ru/sign-in`, {
    method: 'POST',
    body: new URLSearchParams({ email, password: demoPassword }),
    headers: { origin: url, ...ownScript },
    redirect: 'manual',
  })
  if (answer.status !== 303) throw new Error(`${email} could not sign in: ${answer.status}`)
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')
}

function judge(times: ReadonlyMap<string, number[]>, hasServer: boolean) {
  const rows = pages.map(({ what, isInbox }) => {
    const sorted = [...(times.get(what) ?? [])].sort((left, right) => left - right)
    const at = (share: number) => Math.round((sorted[Math.ceil(share * sorted.length) - 1] ?? NaN) * 10) / 10
    const [median, p95] = [at(0.5), at(0.95)]
    return { what, 'median ms': median, 'p95 ms': p95, ...(isInbox && { isMet: median < budgetMs }) }
  })
  const load = loadavg().map((value) => Math.round(value * 100) / 100)
  return {
    rows: [
      ...rows,
      { what: `${hasServer ? 'PostgreSQL' : 'embedded'}, ${cases} cases, load average ${load.join(' ')}` },
    ],
    isWithinBudget: rows.every((row) => row.isMet !== false),
  }
}
