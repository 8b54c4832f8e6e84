import { visitor } from '#app/domain/accounts/model'
import { acceptPart } from '#app/domain/inquiries/commands/accept-part.server'
import { redirectPart } from '#app/domain/inquiries/commands/redirect-part.server'
import {
  addEndpoint,
  pingEndpoint,
  redeliver,
  rotateSecret,
  switchEndpoint,
} from '#app/domain/webhooks/commands/keep-endpoint.server'
import { deliver, sign } from '#app/domain/webhooks/deliver.server'
import { maxAttempts, patienceMs } from '#app/domain/webhooks/rules'
import { listEndpoints, readEndpoint } from '#app/domain/webhooks/queries.server'
import { env } from '#app/platform/env/env.server'
import { addOfficial, addReference, addSite, codeOf, monday, registered } from '#tests/builders/inquiry-world'
import { addPerson, signedIn } from '#tests/builders/people'
import { emptyTables, testDatabase } from '#tests/setup/database'
import { randomUUID } from 'node:crypto'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

const { db } = await testDatabase()

/** A system of an SPK on this machine: keeps what it got, answers as it is told. */
const received: { headers: IncomingHttpHeaders; body: string }[] = []
let answer = 200
const server = createServer((request, response) => {
  let body = ''
  request.setEncoding('utf8')
  request.on('data', (piece: string) => (body += piece))
  request.on('end', () => {
    received.push({ headers: request.headers, body })
    response.writeHead(answer).end('taken')
  })
})
let url = ''

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/alan`
  env().webhookLoopback = true
})
afterAll(() => {
  env().webhookLoopback = false
  server.close()
})
beforeEach(async () => {
  await emptyTables(db)
  await addReference(db)
  await addSite(db, 'BLQ-0042', 'balkhash')
  received.length = 0
  answer = 200
})

async function endpointOf(kinds: [] | ['inquiry.accepted'] = []) {
  const head = await addOfficial(db, 'spk-saryarka', 'spk_head')
  const organization = head.memberships[0]?.organizationId ?? ''
  const verdict = await addEndpoint(head, { form: randomUUID(), organization, url, kinds })
  if (!verdict.ok) throw new Error(verdict.code)
  return { head, id: verdict.value.id, secret: verdict.value.secret ?? '', organization }
}

const deliverAll = async (now = new Date()) => {
  for (const { id } of await db.webhookDelivery.findMany({ orderBy: { createdAt: 'asc' } })) await deliver(db, id, now)
}
const page = { page: 1, size: 50, skip: 0 }

describe('events of a case', () => {
  it('are written with it, one for each address that wants it, and arrive signed', async () => {
    const { head, id, secret } = await endpointOf()
    const { number } = await registered()
    await acceptPart(head, { number, part: 1 }, { form: randomUUID() }, monday)
    const rows = await db.webhookDelivery.findMany({ orderBy: { eventKey: 'asc' } })
    expect(rows.map(({ type }) => type)).toEqual(['inquiry.registered', 'inquiry.routed', 'inquiry.accepted'])

    await deliverAll()
    expect(received).toHaveLength(3)
    const last = received.find(({ headers }) => headers['x-alan-event'] === 'inquiry.accepted')
    const timestamp = String(last?.headers['x-alan-timestamp'])
    expect(last?.headers['x-alan-signature']).toBe(sign(secret, timestamp, last?.body ?? ''))
    expect(rows.map((row) => row.id)).toContain(last?.headers['x-alan-delivery'])
    const told = JSON.parse(last?.body ?? '{}') as { data: Record<string, unknown> }
    expect(told).toMatchObject({
      type: 'inquiry.accepted',
      created_at: monday.toISOString(),
      data: {
        number,
        part: 1,
        state: 'accepted',
        sites: ['BLQ-0042'],
        due: { law: '2026-06-29', promise: '2026-06-10' },
      },
    })
    expect(last?.body).not.toMatch(/Ержан|betpak|шерсти/)

    await deliverAll()
    expect(received).toHaveLength(3)
    const { deliveries, endpoint } = await readEndpoint(head, id, page)
    expect(deliveries.items[0]).toMatchObject({ status: 'delivered', httpStatus: 200, excerpt: 'taken', attempts: 1 })
    expect(endpoint).toMatchObject({ state: 'active', pending: 0, failed: 0 })
  })

  it('are those the address asked for; a redirect is told to both bodies', async () => {
    const { head } = await endpointOf(['inquiry.accepted'])
    const other = await addOfficial(db, 'spk-tobol', 'spk_head')
    const organization = other.memberships[0]?.organizationId ?? ''
    await addEndpoint(other, { form: randomUUID(), organization, url, kinds: [] })
    const { number } = await registered()
    expect(await db.webhookDelivery.count()).toBe(0)
    const order = { form: randomUUID(), to: 'spk-tobol', text: 'Это площадка вашего региона.' }
    await redirectPart(head, { number, part: 1 }, order, monday)
    expect(await db.webhookDelivery.findMany()).toMatchObject([{ type: 'inquiry.routed' }])
  })
})

describe('an address that does not answer well', () => {
  it('is tried again later and later, then waits for somebody to send it again', async () => {
    const { head, id } = await endpointOf()
    await pingEndpoint(head, id, randomUUID())
    answer = 500
    let now = new Date()
    for (let attempt = 1; attempt <= maxAttempts; attempt++) {
      await deliverAll(now)
      await deliverAll(now)
      expect(received).toHaveLength(attempt)
      const { nextAt } = await db.webhookDelivery.findFirstOrThrow()
      now = nextAt ?? now
    }
    const failed = await db.webhookDelivery.findFirstOrThrow()
    expect(failed).toMatchObject({ status: 'failed', attempts: maxAttempts, httpStatus: 500 })
    expect((await listEndpoints(head))[0]?.state).toBe('failing')

    answer = 204
    await redeliver(head, id, failed.id)
    await deliverAll(now)
    expect(received.at(-1)?.headers['x-alan-delivery']).toBe(failed.id)
    expect(received.at(-1)?.body).toBe(received[0]?.body)
    expect((await listEndpoints(head))[0]?.state).toBe('active')
  })

  it('is switched off after days without a success, and its heads are told', async () => {
    const { head, id } = await endpointOf()
    await pingEndpoint(head, id, randomUUID())
    answer = 404
    const now = new Date()
    await db.webhookEndpoint.update({
      where: { id },
      data: { failingSince: new Date(now.getTime() - patienceMs) },
    })
    await deliverAll(now)
    expect((await listEndpoints(head))[0]?.state).toBe('disabled')
    expect(await db.outboxMessage.findMany({ where: { template: 'webhook_disabled' } })).toMatchObject([
      { toAddress: head.email },
    ])
    await registered()
    expect(await db.webhookDelivery.count()).toBe(1)
    await switchEndpoint(head, id, 'switch_on')
    expect((await listEndpoints(head))[0]?.state).toBe('active')
  })
})

describe('the secret', () => {
  it('is shown once, lies sealed, and the one before signs as well for a day', async () => {
    const { head, id, secret, organization } = await endpointOf()
    const again = await addEndpoint(head, { form: id, organization, url, kinds: [] })
    expect(again).toMatchObject({ ok: true, value: { secret: null } })
    expect((await db.webhookEndpoint.findFirstOrThrow()).secret).not.toContain(secret.slice(6, 20))
    const next = await rotateSecret(head, id)
    await pingEndpoint(head, id, randomUUID())
    await deliverAll()
    const { headers, body } = received[0] ?? { headers: {}, body: '' }
    const timestamp = String(headers['x-alan-timestamp'])
    expect(headers['x-alan-signature']).toBe(`${sign(next, timestamp, body)},${sign(secret, timestamp, body)}`)
  })
})

describe('rights', () => {
  it('let a head keep the addresses of the own body only, an officer read, an admin everything', async () => {
    const { head, id, organization } = await endpointOf()
    const officer = await addOfficial(db, 'spk-saryarka', 'spk_officer')
    const stranger = await addOfficial(db, 'spk-tobol', 'spk_head')
    const admin = await signedIn(db, (await addPerson(db, { platformRole: 'admin' })).id)
    const order = { form: randomUUID(), organization, url, kinds: [] as [] }
    for (const actor of [officer, stranger, visitor]) {
      await expect(addEndpoint(actor, order)).rejects.toMatchObject({ status: 404 })
      await expect(rotateSecret(actor, id)).rejects.toMatchObject({ status: 404 })
      await expect(switchEndpoint(actor, id, 'delete')).rejects.toMatchObject({ status: 404 })
    }
    expect([(await listEndpoints(officer)).length, (await listEndpoints(stranger)).length]).toEqual([1, 0])
    await expect(readEndpoint(stranger, id, page)).rejects.toMatchObject({ status: 404 })
    expect(await addEndpoint(admin, order)).toMatchObject({ ok: true })
    await switchEndpoint(head, id, 'delete')
    expect(await listEndpoints(head)).toHaveLength(1)
  })

  it('refuse an address inside the operator’s networks', async () => {
    const head = await addOfficial(db, 'spk-saryarka', 'spk_head')
    const organization = head.memberships[0]?.organizationId ?? ''
    const add = (to: string) => addEndpoint(head, { form: randomUUID(), organization, url: to, kinds: [] }).then(codeOf)
    expect(await add('https://10.0.0.1/x')).toBe('private_address')
    expect(await add('http://8.8.8.8/x')).toBe('not_https')
    expect(await db.webhookEndpoint.count()).toBe(0)
  })
})
