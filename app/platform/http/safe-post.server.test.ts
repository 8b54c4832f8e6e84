import { isPublicAddress, postSafely, resolveTarget } from '#app/platform/http/safe-post.server'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'

const servers: { close: () => void }[] = []
afterEach(() => {
  for (const server of servers.splice(0)) server.close()
})

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  servers.push({ close: () => server.closeAllConnections() ?? server.close() })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

const post = (url: string, more: { timeoutMs?: number; allowLoopback?: boolean } = {}) =>
  postSafely({ url, headers: { 'x-test': '1' }, body: '{"a":1}', allowLoopback: true, ...more })

describe('addresses', () => {
  it.each([
    ...['127.0.0.1', '10.1.2.3', '172.16.0.1', '172.31.255.255', '192.168.1.1', '169.254.169.254', '100.64.0.1'],
    ...['0.0.0.0', '224.0.0.1', '255.255.255.255', '198.18.0.1', '::', '::1', 'fe80::1', 'fc00::1', 'fd12::1'],
    ...['ff02::1', '::ffff:127.0.0.1', '::ffff:8.8.8.8', '64:ff9b::a00:1', '2002:7f00:1::', '2001:db8::1', 'nonsense'],
  ])('%s is not the public internet', (address) => {
    expect(isPublicAddress(address)).toBe(false)
  })

  it.each(['8.8.8.8', '172.32.0.1', '195.12.113.5', '2a00:1450:4010::8a'])('%s is', (address) => {
    expect(isPublicAddress(address)).toBe(true)
  })
})

describe('where a post may go', () => {
  it.each([
    ['http://127.0.0.1:8080/', 'not_https'],
    ['https://127.0.0.1/', 'private_address'],
    ['https://localhost/', 'private_address'],
    ['https://[::1]/', 'private_address'],
    ['https://2130706433/', 'private_address'],
    ['https://0x7f.1/', 'private_address'],
    ['https://169.254.169.254/latest/meta-data/', 'private_address'],
    ['https://user:secret@8.8.8.8/', 'bad_address'],
    ['http://8.8.8.8/', 'not_https'],
    ['ftp://8.8.8.8/', 'not_https'],
    ['nonsense', 'bad_address'],
  ])('%s is refused', async (url, reason) => {
    expect(await resolveTarget(url, false)).toEqual({ ok: false, reason })
  })

  it('takes this machine only where that is allowed, and no private network even then', async () => {
    expect(await resolveTarget('http://127.0.0.1:1/', true)).toMatchObject({ ok: true, address: '127.0.0.1' })
    expect(await resolveTarget('https://10.0.0.1/', true)).toEqual({ ok: false, reason: 'private_address' })
    expect(await resolveTarget('http://10.0.0.1/', true)).toEqual({ ok: false, reason: 'not_https' })
  })
})

describe('postSafely', () => {
  it('sends the body and the headers, and gives the answer', async () => {
    const url = await serve((request, response) => {
      request.setEncoding('utf8')
      let body = ''
      request.on('data', (piece: string) => (body += piece))
      request.on('end', () => response.writeHead(202).end(`${request.method} ${request.headers['x-test']} ${body}`))
    })
    expect(await post(url)).toEqual({ ok: true, status: 202, excerpt: 'POST 1 {"a":1}' })
  })

  it('follows no redirect', async () => {
    let asked = 0
    const url = await serve((_, response) => {
      asked += 1
      response.writeHead(302, { location: '/elsewhere' }).end()
    })
    expect(await post(url)).toMatchObject({ ok: true, status: 302 })
    expect(asked).toBe(1)
  })

  it('reads no more than the beginning of an endless answer', async () => {
    const url = await serve((_, response) => {
      const timer = setInterval(() => response.write('x'.repeat(10_000)), 1)
      response.on('close', () => clearInterval(timer))
    })
    const result = await post(url)
    expect(result.ok && result.excerpt).toBe('x'.repeat(2_000))
  })

  it('gives up on a server that says nothing', async () => {
    const url = await serve(() => undefined)
    expect(await post(url, { timeoutMs: 100 })).toMatchObject({ ok: false, reason: 'timeout' })
  })

  it('says so when nobody listens', async () => {
    expect(await post('http://127.0.0.1:1/')).toMatchObject({ ok: false, reason: 'no_answer' })
    const refused = await post('http://127.0.0.1:1/', { allowLoopback: false })
    expect(refused).toEqual({ ok: false, reason: 'not_https', detail: '' })
  })
})
