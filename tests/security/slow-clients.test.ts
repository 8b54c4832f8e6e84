import { FaultClient } from '#tests/builders/fault-client'
import { RawClient } from '#tests/security/raw-client'
import { OwnProduct } from '#tests/setup/own-product'
import { until } from '#tests/setup/until'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const pages = ['/ru', '/kk/sites', '/api/sites', '/ru/sites/BLQ-0042', '/en/sites?sector=it']
/** Of the large answers this one costs nothing to make: nobody shall wait for the processor. */
const largeFile = '/map/kz.pmtiles'

let product: OwnProduct
const opened: RawClient[] = []

beforeAll(async () => {
  product = await OwnProduct.make(null)
  await product.start({ LOG_LEVEL: 'info' })
  // What runs for the first time is slow.
  for (const path of pages) await new FaultClient(() => product.url).get(path)
})
afterAll(async () => {
  for (const client of opened) client.reset()
  await product?.remove()
})

// At the same time, since each mostly waits for the product to lose its patience.
describe.concurrent('while slow clients hold connections', () => {
  it('closes headers that never end, and connections that say nothing, and answers others well', async () => {
    const headers = (await connections(300)).map((client) =>
      client.write('GET /ru HTTP/1.1\r\nHost: 127.0.0.1\r\n').drip('X-Slow: 1\r\n', 400),
    )
    const silent = await connections(50)
    await expectGoodAnswers()
    const ended = await Promise.all([...headers, ...silent].map((client) => client.closed()))
    for (const { livedMs, answer } of ended) {
      expect(livedMs).toBeGreaterThan(15_000)
      expect(livedMs).toBeLessThan(35_000)
      expect(answer).toMatch(/^(HTTP\/1\.1 408 |$)/)
    }
    await expectGoodAnswers()
  })

  it('refuses forms that drip, and takes those of others meanwhile', async () => {
    const head = form('/ru/sign-in', 5_000)
    const slow = (await connections(40)).map((client) => client.write(head).drip('email=slow&', 1_000))
    await expectGoodAnswers()
    for (let i = 0; i < 5; i += 1) await new FaultClient(() => product.url).signIn('editor@balkhash.demo')
    for (const { livedMs, answer } of await Promise.all(slow.map((client) => client.closed()))) {
      expect(answer).toMatch(/^HTTP\/1\.1 408 /)
      expect(livedMs).toBeLessThan(45_000)
    }
  })

  it('cuts off who asks for much and reads nothing, and answers others well', async () => {
    const clients = await connections(20)
    clients.forEach((client, index) => client.readNothing().write(unread(index)))
    await expectGoodAnswers()
    // Who does not read does not hear the end either, but the log does.
    await until(() => Promise.resolve(cutOff().size >= clients.length), 90_000)
    for (const ms of cutOff().values()) expect(ms).toBeGreaterThan(25_000)
  })

  it('refuses what is too long with 431 and what is no request with 400', async () => {
    const long = 'x'.repeat(20_000)
    for (const [text, status] of [
      [`GET /ru HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Long: ${long}\r\n\r\n`, 431],
      [`GET /ru HTTP/1.1\r\nHost: 127.0.0.1\r\n${'X-More: 1\r\n'.repeat(3_000)}\r\n`, 431],
      [`GET /ru?${long} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n`, 431],
      [`${long}`, 400],
      ['GET /ru\r\n\r\n', 400],
      ['GET /ru HTTP/1.1\r\n\r\n', 400],
      ['POST /ru/sign-in HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n', 400],
      ['\u0016\u0003\u0001\u0002\0\u0001\0', 400],
    ] as const) {
      const [client] = await connections(1)
      const { answer } = await (client as RawClient).write(text).closed()
      expect(answer, text.slice(0, 40)).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `))
    }
  })

  it('lives on when connections break off in a request and in an answer', async () => {
    for (const client of await connections(20)) client.write(`${form('/ru/sign-in', 500)}email=`).reset()
    for (const client of await connections(10)) client.write('GET /ru HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n').reset()
    await expectGoodAnswers()
  })
})

it('works for a connection that asks far ahead no more than for others', async () => {
  const [client] = await connections(1)
  const { answer } = await (client as RawClient).write(`GET /ru HTTP/1.1\r\nHost: x\r\n\r\n`.repeat(500)).closed()
  expect(answer.split('HTTP/1.1 ').length - 1).toBeLessThanOrEqual(16)
})

it('has met no fault in all this', () => {
  expect(product.output).not.toMatch(/"level":"(error|fatal)"|unhandled|uncaught/i)
})

it('stops in its time although slow clients hold on', async () => {
  for (const client of await connections(10)) client.readNothing().write(unread(0))
  for (const client of await connections(10)) client.write('GET /ru HTTP/1.1\r\n').drip('X-Slow: 1\r\n', 400)
  for (const client of await connections(10)) client.write(form('/ru/sign-in', 5_000)).drip('email=slow&', 400)
  await expectGoodAnswers()
  const asked = performance.now()
  expect(await product.stop()).toBe(0)
  // Ten seconds for requests that run, then jobs and the database.
  expect(performance.now() - asked).toBeLessThan(18_000)
})

async function connections(count: number): Promise<RawClient[]> {
  const clients = await RawClient.many(product.url, count)
  opened.push(...clients)
  return clients
}

async function expectGoodAnswers(): Promise<void> {
  const visitor = new FaultClient(() => product.url)
  for (let i = 0; i < 20; i += 1) {
    const path = pages[i % pages.length] ?? ''
    const asked = performance.now()
    expect((await visitor.get(path)).status, path).toBe(200)
    expect(performance.now() - asked, path).toBeLessThan(2_000)
  }
}

function form(path: string, length: number): string {
  const type = 'Content-Type: application/x-www-form-urlencoded'
  return `POST ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\n${type}\r\nContent-Length: ${length}\r\n\r\n`
}

/** Ten times something large in one breath, more than the kernels on both sides take without a reader. */
function unread(client: number): string {
  return `GET ${largeFile}?unread=${client} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n`.repeat(10)
}

/** The clients to whom an answer could not be given, by the log, and how long it was held for them at least. */
function cutOff(): Map<string, number> {
  const found = new Map<string, number>()
  for (const line of product.output.split('\n').filter((text) => text.includes('"aborted":true'))) {
    const { path, ms } = JSON.parse(line) as { path: string; ms: number }
    const client = /unread=(\d+)/.exec(path)?.[1]
    if (client !== undefined) found.set(client, Math.min(ms, found.get(client) ?? Infinity))
  }
  return found
}
