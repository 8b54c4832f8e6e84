import { openDatabase } from '#app/platform/db/open-database.server'
import type { Db } from '#app/platform/db/client.server'
import { startProduct } from '#tests/setup/product'
import { runOnServer, withDatabase } from '#tests/setup/worker-databases'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { checkStored } from './check'
import { fillForms, openForms, readLinks } from './forms'
import { postAtRate, type Answered, type Posting } from './send'

const server = process.env.BENCH_DATABASE_URL ?? 'postgresql://postgres@127.0.0.1:5432/postgres'
const database = `alan_bench_inquiries_${process.pid}`
const budgetMs = 300
const warmUpForms = 40

/**
 * The built product on a fresh database of PostgreSQL: forms of inquiries sent at a fixed rate, then the buttons of
 * their letters pressed at that rate, then what is stored is checked. `--rate` a second (200), `--seconds` (60).
 */
export async function measure(args: string[]) {
  const { values } = parseArgs({ args, options: { rate: { type: 'string' }, seconds: { type: 'string' } } })
  const rate = Number(values.rate ?? 200)
  const seconds = Number(values.seconds ?? 60)
  if (!(rate > 0 && seconds > 0)) throw new Error('--rate and --seconds are numbers above 0')
  const scratch = await mkdtemp(join(tmpdir(), 'alan-bench-inquiries-'))
  await runOnServer(server, `CREATE DATABASE ${database}`)
  const databaseUrl = withDatabase(server, database)
  try {
    const env = {
      DATA_DIR: join(scratch, 'data'),
      DATABASE_URL: databaseUrl,
      TRUST_PROXY: 'loopback',
      LOG_LEVEL: 'warn',
    }
    const product = await startProduct(env, 'start.mjs')
    const { db, close } = await openDatabase({ databaseUrl, dataDir: env.DATA_DIR })
    try {
      return await run(db, product, rate, seconds)
    } finally {
      await close()
      await product.stop()
    }
  } finally {
    await runOnServer(server, `DROP DATABASE IF EXISTS ${database} WITH (FORCE)`)
    await rm(scratch, { recursive: true, force: true })
  }
}

type Product = Awaited<ReturnType<typeof startProduct>>

async function run(db: Db, product: Product, rate: number, seconds: number) {
  const forms = fillForms(await openForms(db, product.url), warmUpForms + Math.round(rate * seconds))
  await postAtRate(product.url, forms.slice(0, warmUpForms), 20)
  await postAtRate(product.url, await readLinks(db, 0), 20)
  const submitted = await time(product, forms.slice(warmUpForms), rate)
  const acknowledged = submitted.answers.flatMap(({ status, location }) =>
    status === 303 && location.includes('/inquiries/sent?')
      ? (new URLSearchParams(location.split('?')[1]).get('key') ?? [])
      : [],
  )
  const links = await readLinks(db, warmUpForms)
  const confirmed = await time(product, links, rate)
  const numbers = confirmed.answers.flatMap(({ status, location }) =>
    status === 303 ? (/\/inquiries\/(\d{4}-\d{5,})\?/.exec(location)?.[1] ?? []) : [],
  )
  const checks = await checkStored(db, acknowledged, numbers)
  const steps = [
    describe('submitted', submitted, acknowledged.length, rate),
    describe('confirmed', confirmed, numbers.length, rate),
  ]
  const load = loadavg().map((value) => Math.round(value * 100) / 100)
  return {
    rows: [...steps, { what: `PostgreSQL, ${rate} a second for ${seconds} s, load average ${load.join(' ')}` }],
    tables: {
      'What is stored': checks.map((check) => ({ ...check, verdict: check.broken === 0 ? 'ok' : 'missed' })),
      'Other answers': listOthers([...submitted.answers, ...confirmed.answers]),
    },
    isWithinBudget: steps.every(({ verdict }) => verdict === 'ok') && checks.every(({ broken }) => broken === 0),
  }
}

type Timed = { answers: Answered[]; tookMs: number; serverMs: number; ownMs: number }

async function time({ url, process: child }: Product, postings: readonly Posting[], rate: number): Promise<Timed> {
  const own = process.cpuUsage()
  const before = await processorMs(child.pid)
  const start = performance.now()
  const answers = await postAtRate(url, postings, rate)
  const tookMs = performance.now() - start
  const { user, system } = process.cpuUsage(own)
  return { answers, tookMs, serverMs: (await processorMs(child.pid)) - before, ownMs: (user + system) / 1000 }
}

/** Processor time of the process so far, its threads included. */
async function processorMs(pid: number | undefined): Promise<number> {
  const fields = (await readFile(`/proc/${pid}/stat`, 'utf8')).split(') ')[1]?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) * 10
}

/** A step that is ok had every form taken, in time for 95 in 100. */
function describe(what: string, { answers, tookMs, serverMs, ownMs }: Timed, taken: number, rate: number) {
  const sorted = answers.map(({ ms }) => ms).sort((left, right) => left - right)
  const at = (share: number) => Math.round(sorted[Math.ceil(share * sorted.length) - 1] ?? NaN)
  const isOk = taken === answers.length && at(0.95) < budgetMs
  return {
    what,
    sent: answers.length,
    taken,
    'asked/s': rate,
    'done/s': Math.round((taken * 1000) / tookMs),
    'p50 ms': at(0.5),
    'p95 ms': at(0.95),
    'p99 ms': at(0.99),
    'server ms each': Math.round((serverMs / answers.length) * 100) / 100,
    'server cores': Math.round((serverMs / tookMs) * 100) / 100,
    'sender cores': Math.round((ownMs / tookMs) * 100) / 100,
    verdict: isOk ? 'ok' : 'missed',
  }
}

function listOthers(answers: readonly Answered[]) {
  const counts = new Map<number, number>()
  for (const { status } of answers) if (status !== 303) counts.set(status, (counts.get(status) ?? 0) + 1)
  return [...counts].map(([status, count]) => ({ status, count }))
}
