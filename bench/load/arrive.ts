import { createRandom } from '#seeds/builders/random'
import { Agent, request } from 'node:http'
import { setTimeout } from 'node:timers/promises'
import type { Asked, Kind } from './journey'

/** `ms` from the moment at which it was due, so that waiting counts. Status 0: no whole answer came, and `why`. */
export type Answered = { kind: Kind; path: string; status: number; ms: number; hasRetryAfter: boolean; why?: string }

const patienceMs = 30_000

/**
 * Asks at random moments, `rate` a second on average, whether earlier ones were answered or not (people do not wait for
 * each other), and waits for all answers. Gives also how far the sender itself was behind at worst.
 */
export async function arrive(base: string, next: () => Asked, rate: number, seconds: number) {
  const random = createRandom(`arrivals ${rate}`)
  const agent = new Agent({ keepAlive: true, maxSockets: Infinity })
  const start = performance.now()
  const answers: Promise<Answered>[] = []
  let due = start
  let latestMs = 0
  for (;;) {
    due += (-Math.log(1 - random.next()) * 1000) / rate
    if (due - start > seconds * 1000) break
    const wait = due - performance.now()
    if (wait > 1) await setTimeout(wait)
    latestMs = Math.max(latestMs, performance.now() - due)
    answers.push(ask(agent, base, next(), due))
  }
  const all = await Promise.all(answers)
  const tookMs = performance.now() - start
  agent.destroy()
  return { answers: all, seconds, tookMs, latestMs }
}

function ask(agent: Agent, base: string, { kind, path, body, client }: Asked, due: number): Promise<Answered> {
  return new Promise((resolve) => {
    const end = (status: number, more: { hasRetryAfter?: boolean; why?: string } = {}) =>
      resolve({ kind, path, status, hasRetryAfter: false, ms: performance.now() - due, ...more })
    const fail = ({ message }: Error) => end(0, { why: message })
    const form = body !== undefined && {
      ...{ origin: base, 'content-type': 'application/x-www-form-urlencoded' },
      'content-length': Buffer.byteLength(body),
    }
    const headers = { 'accept-encoding': 'br', 'x-forwarded-for': client, ...form }
    const options = { agent, headers, method: form ? 'POST' : 'GET', timeout: patienceMs }
    const sent = request(base + path, options, (answer) => {
      answer.resume()
      answer.once('end', () => {
        end(answer.statusCode ?? 0, { hasRetryAfter: answer.headers['retry-after'] !== undefined })
      })
      answer.once('error', fail)
    })
    sent.once('timeout', () => sent.destroy(new Error('no answer in time')))
    sent.once('error', fail)
    sent.end(body)
  })
}
