import { badBodies, badBriefs, badSearches, manyParameters, tooManyParameters } from '#tests/builders/bad-requests'
import { startProduct } from '#tests/setup/product'
import { mkdtemp, rm } from 'node:fs/promises'
import { request } from 'node:http'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'

/** Any bad request has its answer within so long, also the first one after a start. */
const BUDGET_MS = 50

const TRIES = 15

/** Any cookie but the language goes past the kept answers: the page is made anew. */
const PAST = { cookie: 'alan_theme=light' }

/**
 * Asks a product that has just started, one process for each bad request, and then some more times. The demo is seeded
 * once. `--quick` starts one process for all: then only the first of them is a first one.
 */
export async function measure(args) {
  const scratch = await mkdtemp(join(tmpdir(), 'alan-bench-'))
  const start = () => startProduct({ DATA_DIR: join(scratch, 'data'), LOG_LEVEL: 'warn' })
  const rows = []
  try {
    await (await start()).stop()
    const product = args.includes('--quick') ? await start() : null
    for (const asked of listRequests()) {
      const own = product ?? (await start())
      try {
        rows.push(await measureOne(own.url, asked))
      } finally {
        if (product === null) await own.stop()
      }
    }
    await product?.stop()
  } finally {
    await rm(scratch, { recursive: true, force: true })
  }
  const slow = rows.filter((row) => row['first ms'] > BUDGET_MS || row['median ms'] > BUDGET_MS)
  const summary = { what: `over ${BUDGET_MS} ms; load ${loadavg()[0].toFixed(1)}`, 'first ms': slow.length }
  return { rows: [...rows, summary], isWithinBudget: slow.length === 0 }
}

function listRequests() {
  const pages = badSearches.flatMap(([name, query]) => [
    { name, path: `/ru/sites?${query}`, status: 200 },
    { name, path: `/api/sites?${query}`, status: 200 },
    { name, path: `/api/map?${query}&zoom=5`, status: 200 },
  ])
  const many = [
    { name: 'thousands of parameters', path: `/ru/sites?${manyParameters}`, status: 200 },
    { name: 'thousands of parameters', path: `/api/sites?${manyParameters}`, status: 200 },
    { name: 'more than a request line may hold', path: `/api/sites?${tooManyParameters}`, status: 431 },
  ]
  return [...pages, ...many, ...badBriefs, ...badBodies]
}

async function measureOne(url, { name, path, body, status }) {
  const first = await ask(url + path, body)
  const more = []
  for (let turn = 0; turn < TRIES; turn++) more.push(await ask(url + path, body))
  const times = more.map(({ ms }) => ms).sort((left, right) => left - right)
  return {
    what: `${body === undefined ? '' : 'POST '}${path.slice(0, 40)}`,
    case: name,
    status: first.status,
    'as expected': [first, ...more].every((answer) => answer.status === status),
    'first ms': round(first.ms),
    'median ms': round(times[Math.floor(times.length / 2)]),
    'slowest ms': round(times.at(-1)),
  }
}

function ask(address, body) {
  const type = address.includes('/api/') ? 'application/json' : 'application/x-www-form-urlencoded'
  const headers = { ...PAST, ...(body === undefined ? {} : { 'content-type': type }) }
  return new Promise((resolve, reject) => {
    const startedAt = performance.now()
    const done = (status) => resolve({ status, ms: performance.now() - startedAt })
    const sent = request(
      address,
      { method: body === undefined ? 'GET' : 'POST', headers, agent: false },
      (response) => {
        response.resume().on('end', () => done(response.statusCode))
      },
    )
    // A body that is refused by its length alone is not read to its end: the rest of it meets a closed line.
    sent.on('error', (error) => (sent.res ? undefined : reject(error)))
    if (body !== undefined) sent.setHeader('content-length', Buffer.byteLength(body))
    sent.end(body)
  })
}

function round(value) {
  return Math.round(value * 10) / 10
}
