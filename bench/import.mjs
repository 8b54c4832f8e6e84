import { execFileSync } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeXlsx } from 'hucre/xlsx'
import { ownScript } from '#app/platform/http/form-token'
import { startProduct } from '#tests/setup/product'

/** Bounds: 10,000 rows read and stored in 30 s, half a gigabyte for it, other people served meanwhile. */
const BUDGET = { seconds: 30, megabytes: 500, othersMs: 1_000 }
const SIZES = [100, 1_000, 10_000]
const WORDS = { ready: 'ждёт подтверждения', done: 'сохранено', failed: 'не принято' }

/**
 * Sends tables of several sizes to the built product as the editor of Balkhash, stores them and exports what is there, while
 * another visitor asks for the list of sites. Arguments: sizes, else 100, 1000 and 10000. DATABASE_URL names an empty
 * database of a PostgreSQL server; without it the embedded one is measured.
 */
export async function measure(args) {
  const sizes = args.filter((arg) => /^\d+$/.test(arg)).map(Number)
  const rows = []
  for (const size of sizes.length > 0 ? sizes : SIZES)
    rows.push(await withProduct((product) => measureSize(product, size)))
  return { rows, isWithinBudget: rows.every(isWithin) }
}

function isWithin(row) {
  const seconds = row.readS + row.storeS
  return seconds <= BUDGET.seconds && row.grownMB <= BUDGET.megabytes && row.othersMaxMs <= BUDGET.othersMs
}

async function withProduct(work) {
  const scratch = await mkdtemp(join(tmpdir(), 'alan-bench-'))
  const server = process.env.DATABASE_URL
  const database = server ? `alan_bench_${process.pid}_${Date.now()}` : null
  const env = { DATA_DIR: join(scratch, 'data'), LOG_LEVEL: 'warn', DEMO: 'on' }
  if (database !== null) {
    execFileSync('psql', [server, '-qc', `CREATE DATABASE ${database}`])
    env.DATABASE_URL = Object.assign(new URL(server), { pathname: `/${database}` }).href
  }
  try {
    const product = await startProduct(env)
    try {
      return await work(product)
    } finally {
      await product.stop()
    }
  } finally {
    if (database !== null) execFileSync('psql', [server, '-qc', `DROP DATABASE ${database} WITH (FORCE)`])
    await rm(scratch, { recursive: true, force: true })
  }
}

async function measureSize(product, size) {
  const cookie = await signIn(product.url)
  const bytes = await tableOf(size)
  // The first requests after a start load code and fill caches: they would be counted as waiting for the import.
  await ask(product.url)
  await forgetPeak(product.process.pid)
  const before = await memory(product.process.pid)
  const others = watchOthers(product.url)
  const start = performance.now()
  const place = await upload(product.url, cookie, bytes)
  await until(place, cookie, WORDS.ready)
  const readS = seconds(start)
  const storing = performance.now()
  await post(place, cookie, { intent: 'confirm' })
  await until(place, cookie, WORDS.done)
  const storeS = seconds(storing)
  const stored = await memory(product.process.pid)
  await forgetPeak(product.process.pid)
  const exporting = performance.now()
  const exported = await (await fetch(`${product.url}/ru/akimat/export.xlsx`, { headers: { cookie } })).arrayBuffer()
  const exportS = seconds(exporting)
  const { max, p95, count } = await others.stop()
  const after = await memory(product.process.pid)
  return {
    database: process.env.DATABASE_URL ? 'PostgreSQL' : 'embedded',
    rows: size,
    fileKB: Math.round(bytes.length / 1000),
    ...{ readS, storeS, exportS },
    cpuS: Math.round((after.cpu - before.cpu) * 10) / 10,
    exportKB: Math.round(exported.byteLength / 1000),
    startMB: before.now,
    grownMB: stored.peak - before.now,
    exportGrownMB: after.peak - stored.now,
    othersMaxMs: max,
    othersP95Ms: p95,
    othersAsked: count,
  }
}

/** Sixty columns, half of them filled, as an akimat fills them. */
function tableOf(size) {
  const filled = {
    kind: 'здание',
    'identity.name.kk': (row) => `Цех ${row}`,
    'identity.name.ru': (row) => `Производственный цех № ${row}`,
    'identity.address.ru': (row) => `ул. Мира, ${row}`,
    'identity.cadastralNumbers': (row) => `09-108-${100 + (row % 800)}-${row}`,
    latitude: (row) => 46.5 + (row % 100) / 150,
    longitude: (row) => 74.5 + Math.floor(row / 100) / 150,
    'rights.ownership': 'коммунальная собственность',
    'rights.tenures': 'аренда; продажа',
    'rights.priceKind': 'purchase',
    'rights.price': (row) => 1_000_000 + row,
    'rights.idleSince': '2019-05',
    'land.plotHa': (row) => 1 + (row % 7),
    'buildings.0.use': 'production',
    'buildings.0.totalAreaM2': (row) => 500 + row,
    'buildings.0.yearBuilt': (row) => 1950 + (row % 60),
    'buildings.0.clearHeightM': 8.4,
    'utilities.electricity.presence': 'connected',
    'utilities.electricity.installed': '1,2 МВт',
    'utilities.electricity.free': 400,
    'utilities.electricity.provenance.source': 'document',
    'utilities.electricity.provenance.asOf': new Date('2026-03-01'),
    'utilities.water.presence': 'connected',
    'utilities.water.free': 12.5,
    'transport.roadSurface': 'asphalt',
    'transport.railAccess': 'none',
    'offeredFor.sectors': 'manufacturing; logistics',
    'offeredFor.note.ru': 'Пригоден для лёгкого производства',
  }
  const empty = Array.from(
    { length: 30 },
    (_, index) =>
      `utilities.${['sewer', 'heat', 'gas'][index % 3]}.${
        [
          'presence',
          'installed',
          'used',
          'reserved',
          'free',
          'distanceM',
          'operator',
          'wearPct',
          'conditions.state',
          'conditions.number',
        ][Math.floor(index / 3)]
      }`,
  )
  const row = (number) => Object.values(filled).map((value) => (typeof value === 'function' ? value(number) : value))
  const rows = Array.from({ length: size }, (_, index) => [...row(index + 1), ...empty.map(() => null)])
  return writeXlsx({ sheets: [{ name: 'Sites', rows: [[...Object.keys(filled), ...empty], ...rows] }] })
}

async function signIn(url) {
  const answer = await post(`${url}/ru/sign-in`, '', { email: 'editor@balkhash.demo', password: 'Alan-demo-2026' })
  const cookie = answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
  if (cookie === '') throw new Error(`Signing in gave ${answer.status}`)
  return cookie
}

const headersOf = (address, cookie) => ({ cookie, origin: new URL(address).origin, ...ownScript })

function post(address, cookie, fields) {
  return fetch(address, {
    method: 'POST',
    redirect: 'manual',
    headers: headersOf(address, cookie),
    body: new URLSearchParams(fields),
  })
}

async function upload(url, cookie, bytes) {
  const body = new FormData()
  body.set('file', new Blob([bytes]), 'bench.xlsx')
  const answer = await fetch(`${url}/ru/akimat/import`, {
    method: 'POST',
    redirect: 'manual',
    headers: headersOf(url, cookie),
    body,
  })
  const location = answer.headers.get('location')
  if (location === null) throw new Error(`The upload gave ${answer.status}`)
  return new URL(location, url).href
}

async function until(address, cookie, word) {
  for (;;) {
    const page = await (await fetch(address, { headers: { cookie } })).text()
    const chips = page.slice(page.indexOf('<h1'), page.indexOf('<h1') + 2_000)
    if (chips.includes(`>${word}<`)) return
    if (chips.includes(`>${WORDS.failed}<`)) throw new Error('The table was not taken')
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
}

async function ask(url) {
  const start = performance.now()
  await (await fetch(`${url}/ru/sites?page=${1 + Math.floor(start % 5)}`)).text()
  await (await fetch(`${url}/readyz`)).text()
  return performance.now() - start
}

/** Somebody who looks at the list of sites again and again, and whether the database answers. */
function watchOthers(url) {
  const times = []
  let isOver = false
  const watching = (async () => {
    while (!isOver) {
      times.push(await ask(url))
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  })()
  return {
    async stop() {
      isOver = true
      await watching
      const sorted = times.sort((a, b) => a - b)
      const at = (share) => Math.round(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0)
      return { max: at(1), p95: at(0.95), count: sorted.length }
    },
  }
}

/** Resident memory of the process in MB, now and at its highest, and the seconds that it has computed. */
async function memory(pid) {
  const status = await readFile(`/proc/${pid}/status`, 'utf8')
  const read = (name) => Math.round(Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) / 1000)
  // User and system time in hundredths of a second; the name of the program before them may hold spaces.
  const times = (await readFile(`/proc/${pid}/stat`, 'utf8')).split(') ')[1]?.split(' ') ?? []
  return { now: read('VmRSS'), peak: read('VmHWM'), cpu: (Number(times[11]) + Number(times[12])) / 100 }
}

/** Lets the highest memory be counted from now on; the start of the product has its own. */
const forgetPeak = (pid) => writeFile(`/proc/${pid}/clear_refs`, '5')

const seconds = (since) => Math.round((performance.now() - since) / 100) / 10
