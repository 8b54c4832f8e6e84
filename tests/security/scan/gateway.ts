import { createServer, request as ask } from 'node:http'
import type { AddressInfo } from 'node:net'
import { leftOut } from './targets'

/** What a scanner sent and how it was answered. */
export type Traffic = { requests: number; faults: string[]; byStatus: Record<number, number>; slowestMs: number }

/**
 * A proxy in front of the product that gives every request an address of its own, so that limits by address do not keep
 * the scanner from what it wants to try, and that counts. What is left out is not there (the option of Debian's wapiti for
 * that does not work with its Python). `connect` names the product once it runs.
 */
export async function startGateway() {
  let target = new URL('http://127.0.0.1:9')
  const traffic: Traffic = { requests: 0, faults: [], byStatus: {}, slowestMs: 0 }
  const server = createServer((request, response) => {
    if (leftOut.some((pattern) => pattern.test(request.url ?? ''))) return void response.writeHead(404).end()
    traffic.requests += 1
    const startedAt = performance.now()
    const note = (status: number) => {
      traffic.byStatus[status] = (traffic.byStatus[status] ?? 0) + 1
      traffic.slowestMs = Math.max(traffic.slowestMs, Math.round(performance.now() - startedAt))
      // 503 refuses what a busy product cannot do in time.
      if (status >= 500 && status !== 503)
        traffic.faults.push(`${status} ${request.method} ${request.url?.slice(0, 300)}`)
    }
    // Debian's wapiti asks for brotli and then cannot read it: it would see neither forms nor what an attack brings back.
    const readable = { 'x-forwarded-for': addressOf(traffic.requests), 'accept-encoding': 'identity' }
    // As browsers say it of a form, and sqlmap does not: without it no write of a session is looked at.
    const origin = request.method === 'POST' && { origin: `http://${request.headers.host}` }
    const headers = { ...request.headers, ...readable, ...origin }
    const { hostname, port } = target
    const passed = ask({ hostname, port, method: request.method, path: request.url, headers }, (answer) => {
      note(answer.statusCode ?? 0)
      response.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(response)
    })
    passed.on('error', () => response.destroy())
    response.on('close', () => passed.destroy())
    request.pipe(passed)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    traffic,
    connect: (url: string) => void (target = new URL(url)),
    stop: () => {
      server.closeAllConnections()
      return new Promise<void>((resolve) => void server.close(() => resolve()))
    },
  }
}

function addressOf(number: number): string {
  return `10.${(number >> 16) & 255}.${(number >> 8) & 255}.${number & 255}`
}
