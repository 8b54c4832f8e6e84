import { Agent, request } from 'node:http'
import { setTimeout } from 'node:timers/promises'

/** A form that is posted: where to, what, and from which client. */
export type Posting = { path: string; body: string; client: string }

/** `ms` from the moment at which the form was due, so that waiting counts. `location`: where the answer leads. */
export type Answered = { status: number; location: string; ms: number }

/** No answer came at all. */
const noStatus = 0

/**
 * Posts the forms at fixed moments, `rate` a second, whether earlier ones were answered or not, and waits for all
 * answers, in the order of the forms. The server sees the clients through a proxy on the loopback.
 */
export async function postAtRate(base: string, postings: readonly Posting[], rate: number): Promise<Answered[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: Infinity })
  const start = performance.now()
  const answers: Promise<Answered>[] = []
  for (const [index, posting] of postings.entries()) {
    const due = start + (index * 1000) / rate
    const wait = due - performance.now()
    if (wait > 1) await setTimeout(wait)
    answers.push(post(agent, base, posting, due))
  }
  const all = await Promise.all(answers)
  agent.destroy()
  return all
}

function post(agent: Agent, base: string, { path, body, client }: Posting, due: number): Promise<Answered> {
  return new Promise((resolve) => {
    const end = (status: number, location = '') => resolve({ status, location, ms: performance.now() - due })
    const headers = {
      origin: base,
      'content-type': 'application/x-www-form-urlencoded',
      'content-length': Buffer.byteLength(body),
      'x-forwarded-for': client,
    }
    const sent = request(base + path, { agent, method: 'POST', headers }, (answer) => {
      answer.resume()
      answer.once('end', () => end(answer.statusCode ?? noStatus, answer.headers.location))
      answer.once('error', () => end(noStatus))
    })
    sent.once('error', () => end(noStatus))
    sent.end(body)
  })
}
