import fc from 'fast-check'
import { matrix } from '#tests/e2e/permissions/matrix'
import type { Objects } from '#tests/e2e/permissions/rows'
import type { Persona } from '#tests/e2e/permissions/personas'
import { Coverage, patternOf } from './coverage'
import { harvest, type Ground } from './harvest'
import { judge } from './judge'
import { makeAttempts, type Attempt } from './requests'
import { send, type Answer } from './send'
import { reopenLost, type Visitor } from './visitors'

export type Fault = { said: string[]; attempt: Attempt; status: number | null }

export type FuzzReport = {
  sent: number
  faults: Fault[]
  coverage: Coverage
  slowest: number
  /** Slow, or refused as too much at once (503), among others, and answered in time when asked again alone. */
  slowOnce: number
  /** Connections that the server closed without an answer, as it may for what is no HTTP. */
  closed: number
}

export type FuzzOptions = {
  base: string
  visitors: Visitor[]
  objects: Objects
  seed: number
  requests: number
  atOnce: number
  /** Pages that each visitor reads before. */
  pages: number
  say?: (line: string) => void
}

const SLOW_MS = 2_000
/** The last of a batch are those that wait for a time limit, so few large ones. */
const BATCH = 10_000
const MOST_FAULTS = 200

/** Asks `requests` hostile things and judges every answer. The same seed on the same data asks the same. */
export async function runFuzz(options: FuzzOptions): Promise<FuzzReport> {
  const { base, visitors, requests, seed, say = () => undefined } = options
  const grounds = await findGround(options)
  say(`${[...grounds.values()].reduce((sum, ground) => sum + ground.paths.size, 0)} addresses found`)
  const attempts = makeAttempts(grounds, base)
  const report: FuzzReport = { sent: 0, faults: [], coverage: new Coverage(), slowest: 0, slowOnce: 0, closed: 0 }
  const slow: Attempt[] = []
  for (let batch = 0; report.sent < requests; batch++) {
    const size = Math.min(BATCH, requests - report.sent)
    const queue = fc.sample(attempts, { numRuns: size, seed: seed + batch })
    await Promise.all(Array.from({ length: options.atOnce }, () => work(queue, options, report, slow)))
    const lost = await reopenLost(base, visitors)
    say(`${report.sent} sent, ${report.faults.length} faults, ${slow.length} slow, ${lost} sessions opened again`)
  }
  for (const attempt of slow) await askAgainAlone(attempt, options, report)
  return report
}

async function findGround({ base, visitors, objects, pages }: FuzzOptions): Promise<Map<Persona, Ground>> {
  const start = Object.values(matrix).map((row) => row.path(objects))
  const grounds = new Map<Persona, Ground>()
  for (const visitor of visitors) grounds.set(visitor.persona, await harvest(base, visitor, start, pages))
  const found = new Set([...grounds.values()].flatMap(({ forms }) => forms.map(({ path }) => patternOf(path))))
  for (const row of Object.values(matrix)) {
    const path = row.path(objects)
    // Forms as people find them go deeper than those of the matrix, which nearly everybody is refused.
    if (!row.post || found.has(patternOf(path))) continue
    const parts = Object.entries(row.form ?? { nothing: 'useful' }).map((field) => [field])
    for (const ground of grounds.values()) ground.forms.push({ path, isMultipart: false, parts })
  }
  return grounds
}

async function work(queue: Attempt[], options: FuzzOptions, report: FuzzReport, slow: Attempt[]): Promise<void> {
  for (let attempt = queue.pop(); attempt !== undefined; attempt = queue.pop()) {
    report.sent += 1
    const answer = await ask(attempt, options)
    if (answer === 'not sent') continue
    if (answer === null) {
      report.closed += 1
      continue
    }
    report.coverage.note(attempt.ask, answer)
    report.slowest = Math.max(report.slowest, answer.ms)
    const isBusy = answer.status === 503
    if (isBusy || answer.ms > SLOW_MS) slow.push(attempt)
    if (isBusy) continue
    const said = judge(attempt.ask, answer, options.base)
    if (said.length > 0 && report.faults.length < MOST_FAULTS)
      report.faults.push({ said, attempt, status: answer.status })
  }
}

/** It counts by what it answers alone, in all that is held of an answer. */
async function askAgainAlone(attempt: Attempt, options: FuzzOptions, report: FuzzReport): Promise<void> {
  const answer = await ask(attempt, options)
  if (answer === 'not sent') return
  if (answer === null) {
    report.closed += 1
    return
  }
  const said = judge(attempt.ask, answer, options.base)
  if (answer.ms > SLOW_MS) said.push(`took ${Math.round(answer.ms)} ms alone`)
  if (said.length === 0) report.slowOnce += 1
  else report.faults.push({ said, attempt, status: answer.status })
}

/** `not sent`: Node's client refuses to write it. Null: the connection was closed without an answer. */
async function ask(attempt: Attempt, { base, visitors }: FuzzOptions): Promise<Answer | null | 'not sent'> {
  const cookie = visitors.find(({ persona }) => persona === attempt.persona)?.cookie ?? ''
  const headers = {
    'x-forwarded-for': attempt.address,
    ...attempt.ask.headers,
    ...(cookie === '' ? {} : { cookie }),
  }
  try {
    return await send(base, { ...attempt.ask, headers })
  } catch (error) {
    const isOurs = error instanceof TypeError
    return isOurs ? 'not sent' : null
  }
}

/** A fault as a person can repeat it. */
export function describe({ said, status, attempt: { persona, ask } }: Fault): string {
  const body = ask.body === null ? '' : `\n    ${JSON.stringify(ask.body.toString('latin1').slice(0, 600))}`
  return `${persona} ${ask.method} ${ask.path.slice(0, 400)} ${status}: ${said.join('; ')}\n    ${JSON.stringify(ask.headers)}${body}`
}
