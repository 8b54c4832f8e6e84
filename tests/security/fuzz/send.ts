import { Agent, request } from 'node:http'

/** One request as it goes over the wire. */
export type Ask = { method: string; path: string; headers: Record<string, string>; body: Buffer | null }

export type Answer = {
  status: number
  headers: Record<string, string | string[] | undefined>
  type: string
  body: Buffer
  ms: number
}

const agent = new Agent({ keepAlive: true, maxSockets: 32 })
const LIMIT_MS = 30_000

/** The connection was closed before an answer came. */
export class NoAnswer extends Error {}

/** Sends over a connection that is kept; streams of events are left after their head. */
export function send(base: string, ask: Ask): Promise<Answer> {
  const { hostname, port } = new URL(base)
  const startedAt = performance.now()
  return new Promise((resolve, reject) => {
    const headers = { ...ask.headers, ...(ask.body ? { 'content-length': String(ask.body.length) } : {}) }
    const sent = request({ agent, hostname, port, method: ask.method, path: ask.path, headers }, (came) => {
      const pieces: Buffer[] = []
      const type = String(came.headers['content-type'] ?? '')
      const finish = () => {
        const ms = performance.now() - startedAt
        resolve({ status: came.statusCode ?? 0, headers: came.headers, type, body: Buffer.concat(pieces), ms })
      }
      if (type.startsWith('text/event-stream')) {
        finish()
        came.destroy()
        return
      }
      came.on('data', (piece: Buffer) => pieces.push(piece))
      came.on('end', finish)
      came.on('error', (error) => reject(new NoAnswer(error.message)))
    })
    sent.setTimeout(LIMIT_MS, () => sent.destroy(new Error(`nothing for ${LIMIT_MS} ms`)))
    sent.on('error', (error) => reject(new NoAnswer(error.message)))
    sent.end(ask.body ?? undefined)
  })
}
