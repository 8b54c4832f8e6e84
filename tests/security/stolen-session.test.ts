import { hashPassword } from '#app/platform/secrets/password.server'
import { FaultClient } from '#tests/builders/fault-client'
import { codeOf } from '#tests/builders/second-factor'
import { demoPassword } from '#tests/e2e/sessions'
import { OwnProduct } from '#tests/setup/own-product'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

/*
 * Somebody has the session of a person and not the password: what gives data away or changes the way in stays closed, and
 * nothing that the session itself can do opens it.
 */
let product: OwnProduct

beforeAll(async () => {
  product = await OwnProduct.make(null)
  await product.start()
})
afterAll(() => product?.remove())

type Role = 'investor' | 'official'

/** A session whose password was given 16 minutes ago; the second factor of an official is still to be set up. */
async function stolen(role: Role) {
  const email = `stolen-${randomUUID()}@example.com`
  await product.ask(
    `WITH u AS (INSERT INTO "user" (name, email, "emailVerified", "updatedAt") VALUES ('Дана', $1, true, now()) RETURNING id),
       a AS (INSERT INTO account ("accountId", "providerId", "userId", password, "updatedAt")
         SELECT id, 'credential', id, $2, now() FROM u)
     INSERT INTO member ("userId", "organizationId", role, "createdAt")
     SELECT u.id, o.id, 'akimat_editor', now() FROM u, organization o WHERE o.slug = 'akimat-balkhash' AND $3`,
    [email, await hashPassword(demoPassword), role === 'official'],
  )
  const client = await new FaultClient(() => product.url).signIn(email)
  const ofPerson = `"userId" = (SELECT id FROM "user" WHERE email = $1)`
  await product.ask(`UPDATE session SET "provenAt" = now() - interval '16 minutes' WHERE ${ofPerson}`, [email])
  return {
    client,
    hasFactor: async () => (await product.ask(`SELECT 1 FROM "SecondFactor" WHERE ${ofPerson}`, [email])).length > 0,
  }
}

/** The key for an app that a page shows. */
const keyIn = (page: string) => /<code[^>]*>([^<]+)<\/code>/.exec(page)?.[1] ?? ''

/** The form with which an app is turned on, filled in, and the key that the app has. */
async function readOffer(client: FaultClient) {
  const { body } = await client.get('/ru/account/second-factor')
  const offer = /name="offer"[^>]*value="([^"]+)"/.exec(body)?.[1] ?? ''
  return { key: keyIn(body), form: { intent: 'turn_on', offer, code: codeOf(keyIn(body)) } }
}

describe.each(['investor', 'official'] as const)('with the session of an %s', (role) => {
  it('no second factor is turned on without the password', async () => {
    const { client, hasFactor } = await stolen(role)
    const { key, form } = await readOffer(client)
    for (const typed of [{}, { proof: 'wrong password' }] as Record<string, string>[]) {
      const { status, body } = await client.post('/ru/account/second-factor', { ...form, ...typed })
      expect([status, await hasFactor()]).toEqual([400, false])
      // The app holds it by now.
      expect(keyIn(body)).toBe(key)
    }
    const done = await client.post('/ru/account/second-factor', { ...form, proof: demoPassword })
    expect([done.status, await hasFactor()]).toEqual([200, true])
  })
})

it('neither data nor the address are given away to the session of an investor', async () => {
  const { client } = await stolen('investor')
  await client.post('/ru/account/second-factor', (await readOffer(client)).form)
  const { headers } = await client.post('/ru/account/data/archive', {})
  expect(headers.get('location')).toContain('/ru/account/confirm')
  expect((await client.post('/ru/account/email', { email: 'thief@example.com' })).status).toBe(400)
  expect((await client.post('/ru/account/data', {})).status).toBe(400)
  const password = { intent: 'password', password: 'dala-zheli-7-kun', repeat: 'dala-zheli-7-kun', current: '' }
  expect((await client.post('/ru/account/security', password)).status).toBe(400)
})
