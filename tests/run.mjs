// `npm test`: everything that must hold, on a fresh clone too. Node built-ins only, since it installs the rest.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { check } from '../tools/check.mjs'
import { findBrowser } from '../tools/find-browser.mjs'
import { prepare, root, runTool } from '../tools/prepare.mjs'

const PHASES = ['check', 'pure', 'database', 'faults', 'browser']
const REPORTS = '.cache/test-reports'
/** Those of the faults and attacks that belong to every run; `npm run test:faults` runs all of them, and longer. */
const SHORT_FAULTS = ['faults/killed', 'faults/database-away', 'security/object-states'].map(
  (name) => `tests/${name}.test.ts`,
)
const needsBuild = ['faults', 'browser']

const counts = { passed: 0, failed: 0, skipped: 0 }
const phases = readPhases(process.argv.slice(2))
const startedAt = performance.now()

// A log is read without colours.
if (!process.stdout.isTTY) process.env.NO_COLOR = '1'
mkdirSync(join(root, REPORTS), { recursive: true })
await timed('prepare', () => prepare({ build: false }))
// A build uses one core most of the time, so the checks have the other.
await Promise.all([
  needsBuild.some((phase) => phases.includes(phase)) && timed('build', () => prepare({ build: true })),
  phases.includes('check') && timed('check', runChecks),
])
const projects = ['pure', 'database'].filter((project) => phases.includes(project))
if (projects.length > 0) await timed(projects.join(' and '), () => runVitest(projects))
if (phases.includes('faults')) await timed('faults', () => runVitest(['faults'], SHORT_FAULTS))
if (phases.includes('browser')) await timed('browser', runBrowserTests)

const minutes = (performance.now() - startedAt) / 60_000
console.log(`\n${minutes.toFixed(1)} minutes${counts.skipped > 0 ? `, ${counts.skipped} skipped` : ''}`)
if (phases.some((phase) => phase !== 'check') && counts.passed === 0) counts.failed += 1
console.log(`${counts.passed} passed, ${counts.failed} failed`)
process.exitCode = counts.failed === 0 ? 0 : 1

function readPhases(args) {
  const wish = args.find((arg) => arg.startsWith('--only='))?.slice('--only='.length)
  const wanted = wish === undefined ? PHASES : wish.split(',')
  const unknown = [
    ...wanted.filter((phase) => !PHASES.includes(phase)),
    ...args.filter((arg) => !arg.startsWith('--only=')),
  ]
  if (unknown.length === 0) return PHASES.filter((phase) => wanted.includes(phase))
  console.error(`Not known: ${unknown.join(', ')}. Use --only= with some of ${PHASES.join(',')}`)
  process.exit(1)
}

/** A phase that cannot run at all is a failure and does not keep the others from running. */
async function timed(name, work) {
  console.log(`\n== ${name}`)
  const phaseStartedAt = performance.now()
  try {
    await work()
  } catch (error) {
    counts.failed += 1
    console.log(`${name} could not run: ${error.message}`)
  }
  console.log(`== ${name}: ${((performance.now() - phaseStartedAt) / 1000).toFixed(1)} s`)
}

async function runChecks() {
  counts.failed += (await check()).length
}

async function runVitest(projects, files = []) {
  const path = freshReport(projects.join('-'))
  const chosen = projects.map((project) => `--project=${project}`)
  const args = ['run', ...files, ...chosen, '--reporter=default', '--reporter=json', `--outputFile.json=${path}`]
  const { code } = await runTool('vitest', 'vitest', args, { mayFail: true })
  const report = readReport(path, code)
  const brokenFiles = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  )
  add({
    passed: report.numPassedTests,
    failed: report.numFailedTests + brokenFiles.length,
    skipped: report.numPendingTests + report.numTodoTests,
    code,
  })
}

async function runBrowserTests() {
  const path = freshReport('browser')
  const env = { CHROMIUM_PATH: await findBrowser(), PLAYWRIGHT_JSON_OUTPUT_FILE: path }
  const { code } = await runTool('playwright', 'playwright', ['test', '--reporter=list,json'], { env, mayFail: true })
  const { stats, errors } = readReport(path, code)
  add({
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + errors.length,
    skipped: stats.skipped,
    code,
  })
  if (stats.flaky > 0) console.log(`${stats.flaky} passed only when tried again`)
}

function freshReport(name) {
  const path = join(root, REPORTS, `${name}.json`)
  rmSync(path, { force: true })
  return path
}

function readReport(path, code) {
  if (!existsSync(path)) throw new Error(`it ended with ${code} and wrote no report`)
  return JSON.parse(readFileSync(path, 'utf8'))
}

/** `code` is how the program ended: what it does not count, such as an error after the last test, is a failure too. */
function add({ passed, failed, skipped, code }) {
  counts.passed += passed
  counts.failed += failed
  counts.skipped += skipped
  if (code !== 0 && failed === 0) counts.failed += 1
  if (passed + failed === 0) throw new Error('no test ran')
}
