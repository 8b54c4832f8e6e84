import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startProduct } from '#tests/setup/product'

/** Milliseconds for a passport that nobody asked for before, from the request to its last byte. */
const BUDGET_MS = 2_000

const LANGUAGES = ['kk', 'ru', 'en']
const AT_ONCE = 40

/** Makes passports of the demo: after the start, new ones one by one, kept ones, many at once while pages are asked for. */
export async function measure() {
  const scratch = await mkdtemp(join(tmpdir(), 'alan-bench-'))
  try {
    const product = await startProduct({ DATA_DIR: join(scratch, 'data'), LOG_LEVEL: 'warn' })
    try {
      return await measurePapers(product)
    } finally {
      await product.stop()
    }
  } finally {
    await rm(scratch, { recursive: true, force: true })
  }
}

async function measurePapers({ url, process: { pid } }) {
  const { items } = await (await fetch(`${url}/api/sites?size=60`)).json()
  const papers = items.flatMap(({ number }) => LANGUAGES.map((lang) => `${url}/${lang}/sites/${number}/passport.pdf`))
  await fetch(papers[0].replace('/passport.pdf', ''))
  const before = await residentMb(pid)
  const first = [await take(papers[0])]
  const cpuBefore = await processorMs(pid)
  const fresh = await takeAll(papers.slice(1, 25))
  const cpuEach = Math.round(((await processorMs(pid)) - cpuBefore) / fresh.length)
  const kept = await takeAll(papers.slice(0, 25))
  const [crowd, pages] = await Promise.all([
    Promise.all(papers.slice(30, 30 + AT_ONCE).map(take)),
    takeAll(Array.from({ length: 10 }, () => `${url}/healthz`)),
  ])
  const rows = [
    row('first after the start', first),
    row('new, one by one', fresh),
    row('kept', kept),
    row(`${AT_ONCE} new at once`, crowd),
    row('health meanwhile', pages),
    { what: 'processor for a new one, ms', median: cpuEach },
    { what: 'memory before, MB', median: before },
    { what: 'memory peak, MB', median: await residentMb(pid, 'VmHWM') },
  ]
  return { rows, isWithinBudget: [...first, ...fresh].every(({ ms, status }) => status === 200 && ms < BUDGET_MS) }
}

async function take(address) {
  const start = performance.now()
  const response = await fetch(address)
  const { byteLength } = await response.arrayBuffer()
  return { status: response.status, ms: Math.round(performance.now() - start), kb: Math.round(byteLength / 1000) }
}

async function takeAll(addresses) {
  const taken = []
  for (const address of addresses) taken.push(await take(address))
  return taken
}

function row(what, taken) {
  const times = taken.map(({ ms }) => ms).sort((a, b) => a - b)
  return {
    what,
    count: taken.length,
    median: times[Math.floor(times.length / 2)],
    slowest: times.at(-1),
    kb: Math.max(...taken.map(({ kb }) => kb)),
    refused: taken.filter(({ status }) => status === 503).length,
    failed: taken.filter(({ status }) => status !== 200 && status !== 503).length,
  }
}

/** Memory of the process in MB; null where /proc does not tell. */
async function residentMb(pid, line = 'VmRSS') {
  try {
    const status = await readFile(`/proc/${pid}/status`, 'utf8')
    return Math.round(Number(new RegExp(`${line}:\\s+(\\d+)`).exec(status)?.[1]) / 1024)
  } catch {
    return null
  }
}

/** Processor time of the process so far, which other programs of the machine do not lengthen. */
async function processorMs(pid) {
  const fields = (await readFile(`/proc/${pid}/stat`, 'utf8')).split(') ')[1]?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) * 10
}
