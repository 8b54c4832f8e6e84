import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { FaultClient, inquiryFields, openForm } from '#tests/builders/fault-client'
import { OwnProduct } from '#tests/setup/own-product'
import { until } from '#tests/setup/until'
import { once } from 'node:events'
import { createServer, type AddressInfo, type Socket } from 'node:net'

const site = 'BLQ-0042'

// A dead server, 4xx and 5xx: app/domain/notices/outbox.server.test.ts and app/platform/mail/mailer.server.test.ts.
describe('a mail server that takes connections and says nothing', () => {
  let product: OwnProduct
  const sockets = new Set<Socket>()
  const server = createServer((socket) => void sockets.add(socket))
  beforeAll(async () => {
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    product = await OwnProduct.make(null)
    await product.start({ SMTP_URL: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}` })
  })
  afterAll(async () => {
    await product?.remove()
    for (const socket of sockets) socket.destroy()
    server.close()
  })

  it('holds nobody up, and its letter goes out when one answers', async () => {
    const visitor = new FaultClient(() => product.url)
    const fields = inquiryFields(site, await openForm(visitor, site))
    const asked = performance.now()
    expect((await visitor.post(`/ru/inquiries/new?site=${site}`, fields)).status).toBe(303)
    expect(performance.now() - asked).toBeLessThan(5_000)
    const read = () =>
      product.ask<{ status: string; error: string | null }>(
        'SELECT status::text, "lastError" AS error FROM "OutboxMessage" WHERE "toAddress" = $1',
        [fields.email],
      )
    await until(async () => (await read())[0]?.error?.includes('ETIMEDOUT') ?? false, 40_000)
    expect((await read())[0]?.status).toBe('queued')
    // The pause before the next try is over.
    await product.ask(`UPDATE "OutboxMessage" SET "nextTryAt" = now() - interval '1 minute' WHERE "toAddress" = $1`, [
      fields.email,
    ])
    await product.stop()
    await product.start()
    await until(() => Promise.resolve(product.inbox.received.some(({ to }) => to.includes(fields.email))), 90_000)
    expect(product.inbox.received.filter(({ to }) => to.includes(fields.email))).toHaveLength(1)
  })
})
