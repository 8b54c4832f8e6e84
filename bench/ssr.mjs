import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { startProduct } from '#tests/setup/product'

const run = promisify(execFile)
const LOAD = fileURLToPath(new URL('ssr/load.mjs', import.meta.url))

const ROUNDS = 3
const ROUND_MS = 2_000
const WARM_MS = 1_500
const CONNECTIONS = 8

/** Any cookie but the language goes past the kept answers, as that of a signed-in person does. */
const past = { cookie: 'alan_theme=light' }
const query = 'sector=manufacturing&power_min=100'
const searchRoute = 'routes/public/search'
const page = `/ru/sites?${query}`

/** What is asked for; `isFresh` addresses are new each time. */
const contestants = {
  'page, made for each request': { path: page, headers: past },
  'data of the frame alone': { path: `/ru/sites.data?${query}&_routes=root`, headers: past },
  'data of frame and search': { path: `/ru/sites.data?${query}&_routes=root,${searchRoute}`, headers: past },
  'page, answered before': { path: page },
  'page, the browser has it': { path: page, isKnown: true },
  'API, answered before': { path: `/api/sites?${query}` },
  'API, never asked before': { path: `/api/sites?${query}&bench={n}`, isFresh: true },
  'map, answered before': { path: `/api/map?${query}&zoom=5` },
  'empty resource route': { path: '/robots.txt' },
}

/** Pages of the demo under load from a second process, the contestants in turn, medians over the rounds. */
export async function measure() {
  const scratch = await mkdtemp(join(tmpdir(), 'alan-bench-'))
  try {
    const product = await startProduct({ DATA_DIR: join(scratch, 'data'), LOG_LEVEL: 'warn' })
    try {
      return judge(await measureAll(product.url, product.process.pid))
    } finally {
      await product.stop()
    }
  } finally {
    await rm(scratch, { recursive: true, force: true })
  }
}

async function measureAll(base, pid) {
  const known = (await fetch(base + page, { headers: { 'accept-encoding': 'br' } })).headers.get('etag')
  const results = Object.fromEntries(Object.keys(contestants).map((name) => [name, []]))
  for (const name of Object.keys(contestants)) await load(base, pid, contestants[name], known, WARM_MS)
  for (let round = 0; round < ROUNDS; round++) {
    for (const name of Object.keys(contestants)) {
      results[name].push(await load(base, pid, contestants[name], known, ROUND_MS))
    }
  }
  return results
}

async function load(base, pid, { path, headers = {}, isKnown = false, isFresh = false }, known, ms) {
  const sent = { 'accept-encoding': 'br', ...headers, ...(isKnown ? { 'if-none-match': known } : {}) }
  const task = { url: base + path, connections: CONNECTIONS, ms, headers: sent, isFresh }
  const before = await processorMs(pid)
  const { stdout } = await run(process.execPath, [LOAD, JSON.stringify(task)])
  const answered = JSON.parse(stdout)
  return { ...answered, cpuMs: ((await processorMs(pid)) - before) / answered.count }
}

/** Processor time of the process so far, which other programs of the machine do not lengthen; threads included. */
async function processorMs(pid) {
  const fields = (await readFile(`/proc/${pid}/stat`, 'utf8')).split(') ')[1]?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) * 10
}

function judge(results) {
  const of = (name, key) => middle(results[name].map((round) => round[key]))
  const rows = Object.entries(results).map(([what, rounds]) => ({
    what,
    'requests/s': Math.round(of(what, 'perSecond')),
    'processor ms': round(of(what, 'cpuMs')),
    'median ms': round(of(what, 'median')),
    'p95 ms': round(of(what, 'p95')),
    kB: round(of(what, 'kb')),
    answers: Object.keys(rounds[0].statuses).join(),
  }))
  // By processor time: what else the machine does meanwhile would weigh on one contestant more than on another.
  const cost = (name) => of(name, 'cpuMs')
  const search = cost('data of frame and search') - cost('data of the frame alone')
  const share = search / (cost('page, made for each request') - search)
  const api = cost('empty resource route')
  const targets = [
    { what: 'search over the same page with fixed data, at most 0.1', value: round(share), isMet: share <= 0.1 },
    target(
      'page answered before, times faster, at least 20',
      cost('page, made for each request') / cost('page, answered before'),
      20,
    ),
    target('API answered before, of an empty route, at least 0.8', api / cost('API, answered before'), 0.8),
    target('API never asked before, of an empty route, at least 0.8', api / cost('API, never asked before'), 0.8),
  ]
  const load = loadavg()
    .map((value) => round(value))
    .join(' ')
  return {
    rows: [...rows, ...targets, { what: `load average ${load}` }],
    isWithinBudget: targets.every(({ isMet }) => isMet),
  }
}

function target(what, value, least) {
  return { what, value: round(value), isMet: value >= least }
}

function middle(values) {
  return [...values].sort((left, right) => left - right)[Math.floor(values.length / 2)]
}

function round(value) {
  return Math.round(value * 100) / 100
}
