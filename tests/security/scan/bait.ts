import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/**
 * A server of the loopback that the scanner tries to make the product fetch from (SSRF, XXE, remote includes). The scanner
 * asks it afterwards what came; `touched` are the addresses that anybody else asked for.
 */
export async function startBait(): Promise<{ url: string; touched: string[]; stop: () => Promise<void> }> {
  const touched: string[] = []
  const server = createServer((request, response) => {
    const path = request.url ?? ''
    const isReport = /^\/get_(ssrf|xxe)\.php/.test(path)
    if (!isReport && path !== '/') touched.push(path)
    response.setHeader('content-type', 'application/json').end('{}')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    touched,
    stop: () => new Promise((resolve) => void server.close(() => resolve())),
  }
}
