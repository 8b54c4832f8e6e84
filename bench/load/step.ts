import type { arrive, Answered } from './arrive'
import type { Kind } from './journey'

/** A person waits that long and no longer; beyond it, and with refusals, the rate is too high. */
const patientMs = 1_500
const leastServed = 0.99

type Arrived = Awaited<ReturnType<typeof arrive>>

/** What came of a rate: the table row, the answers, and how many refusals did not say when to come again. */
export type Step = { row: ReturnType<typeof rowOf>; answers: readonly Answered[]; bare: number }

export function toStep(what: string, rate: number, arrived: Arrived): Step {
  const { answers } = arrived
  const bare = answers.filter(({ status, hasRetryAfter }) => status === 503 && !hasRetryAfter).length
  return { row: rowOf(what, rate, arrived), answers, bare }
}

/** Whether people are served at this rate. */
export function isServed({ row }: Step): boolean {
  return row.served >= row.sent * leastServed && row['p95 ms'] <= patientMs
}

/** The same by kind of request. */
export function listKinds({ row, answers }: Step) {
  const kinds: Kind[] = ['search', 'passport', 'brief', 'inquiry']
  return kinds.map((kind) => {
    const own = answers.filter((answer) => answer.kind === kind)
    return { what: row.what, 'asked/s': row['asked/s'], kind, ...count(own) }
  })
}

function rowOf(what: string, rate: number, { answers, seconds, latestMs }: Arrived) {
  const counted = count(answers)
  const refusals = answers.filter(({ status }) => status === 503).map(({ ms }) => ms)
  return {
    what,
    'asked/s': rate,
    'served/s': Math.round((counted.served / seconds) * 100) / 100,
    ...counted,
    'refused p95 ms': refusals.length === 0 ? null : at(refusals, 0.95),
    'sender late ms': Math.round(latestMs),
  }
}

/** Neither what was asked for, nor a refusal. */
export function isFailed({ status }: Answered): boolean {
  return status !== 503 && (status < 200 || status >= 400)
}

function count(answers: readonly Answered[]) {
  const good = answers.filter(({ status }) => status >= 200 && status < 400)
  const times = good.map(({ ms }) => ms)
  const refused = answers.filter(({ status }) => status === 503).length
  const failed = answers.filter(isFailed).length
  const latencies = { 'p50 ms': at(times, 0.5), 'p95 ms': at(times, 0.95), 'p99 ms': at(times, 0.99) }
  return { sent: answers.length, served: good.length, refused, failed, ...latencies }
}

function at(times: readonly number[], share: number): number {
  const sorted = [...times].sort((left, right) => left - right)
  return Math.round(sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0)
}
