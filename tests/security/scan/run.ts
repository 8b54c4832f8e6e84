import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { openSession } from '#tests/e2e/sessions'
import { startProduct } from '#tests/setup/product'
import { startBait } from './bait'
import type { Finding } from './findings'
import { startGateway } from './gateway'
import { personas, type Persona } from './personas'
import { findScanners, inParallel } from './programs'
import { tell, type Result } from './report'
import { runSqlmap } from './sqlmap'
import { apiTargets, findTargets, splitTargets, type Target } from './targets'
import { runWapiti } from './wapiti'

// `npm run test:scan`: the scanners of Debian against the product with demo data, on the loopback. See docs/testing.md.

/** Multiplies all limits of time: 1 is for two cores that nobody else uses. */
const patience = Number(process.env.SCAN_PATIENCE ?? 1)
const reports = resolve('.cache/scan')

async function scan(): Promise<boolean> {
  await findScanners()
  await rm(reports, { recursive: true, force: true })
  const data = await mkdtemp(join(tmpdir(), 'alan-scan-'))
  const [bait, gateway] = await Promise.all([startBait(), startGateway()])
  const settings = { DATA_DIR: data, LOG_LEVEL: 'warn', TRUST_PROXY: 'loopback', PUBLIC_URL: gateway.url }
  // Empty is as good as not set: the embedded database.
  const database = { DATABASE_URL: process.env.SCAN_DATABASE_URL ?? '' }
  const product = await startProduct({ ...settings, ...database }, 'start.mjs')
  gateway.connect(product.url)
  try {
    const looks: Look[] = []
    for (const persona of personas) {
      const look = await lookAs(persona, gateway.url)
      const known = looks.flatMap(({ targets }) => targets)
      looks.push({ ...look, targets: splitTargets(look.targets, known) })
    }
    const results = await inParallel(looks, 2, (look) => scanAs(look, gateway.url, bait.url))
    const seen = [
      ...gateway.traffic.faults.map((where) => fault('answer of 5xx', where)),
      ...bait.touched.map((where) => fault('request to an address of the scanner', where)),
    ]
    return await tell(join(reports, 'report.json'), results, seen, gateway.traffic)
  } finally {
    await product.stop()
    await Promise.all([gateway.stop(), bait.stop()])
    await rm(data, { recursive: true, force: true })
  }
}

type Client = Awaited<ReturnType<typeof openSession>>
type Look = { persona: Persona; client: Client; pages: string[]; targets: Target[] }

/** What a person finds: the pages, and what takes input. */
async function lookAs(persona: Persona, url: string): Promise<Look> {
  const client = await openSession(url, persona.email)
  const { pages, targets } = await findTargets(client, persona.starts, 60)
  const ofPrograms = persona.email === null ? await apiTargets(client) : []
  return { persona, client, pages, targets: [...ofPrograms, ...targets] }
}

async function scanAs({ persona, client, pages, targets }: Look, url: string, baitUrl: string): Promise<Result> {
  const { name, email } = persona
  const folder = join(reports, name)
  await mkdir(folder, { recursive: true })
  const { cookies } = await client.storageState()
  const common = { persona: name, url, cookies, folder }
  const wapiti = await runWapiti({
    ...{ ...common, baitUrl, pages },
    crawlSeconds: persona.crawlSeconds * patience,
    attackSeconds: persona.attackSeconds * patience,
  })
  const sql = await runSqlmap({ ...common, targets, seconds: persona.sqlSeconds * patience })
  // A session that ended on the way would have let the scanner try nothing but the sign-in.
  const still = await client.get('/ru/account')
  await client.dispose()
  if (email !== null && still.status() !== 200) throw new Error(`The session of ${name} ended during the scan`)
  return {
    ...{ persona: name, pages: pages.length, modules: wapiti.modules },
    cutOff: wapiti.cutOff,
    unfinished: [...sql.unfinished, ...(wapiti.isWithForms ? [] : [`wapiti as ${name}: no form was reached`])],
    fields: targets.reduce((sum, target) => sum + target.tried.length, 0),
    findings: [...sql.findings, ...wapiti.findings],
  }
}

function fault(category: string, where: string): Finding {
  return { scanner: 'product', persona: 'all', level: 'high', category, where, what: category }
}

const startedAt = performance.now()
const isGood = await scan()
console.log(`${Math.round((performance.now() - startedAt) / 1000)} s; reports in ${reports}`)
process.exit(isGood ? 0 : 1)
