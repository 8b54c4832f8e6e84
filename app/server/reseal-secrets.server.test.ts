import { sessionCookieName } from '#app/domain/accounts/auth.server'
import { visitor } from '#app/domain/accounts/model'
import { currentActor, signSessionToken } from '#app/domain/accounts/session.server'
import { packOrder, unpackOrder } from '#app/domain/alerts/pending-order.server'
import { isCaseKey, makeCaseKey } from '#app/domain/inquiries/case-key.server'
import { isSentByMachine, sealOpening } from '#app/domain/inquiries/form-seal.server'
import { isBriefKey, makeBriefKey } from '#app/domain/matching/queries/brief-key.server'
import { readStopKey, stopPath } from '#app/domain/notices/stop-key.server'
import { addEndpoint, rotateSecret } from '#app/domain/webhooks/commands/keep-endpoint.server'
import { env } from '#app/platform/env/env.server'
import { openSecret, sealSecret } from '#app/platform/secrets/sealed-secret.server'
import { isSignatureOf, signatureOf } from '#app/platform/secrets/signature.server'
import { resealAll } from '#app/server/reseal-secrets'
import { addOfficial, registered, addReference, addSite } from '#tests/builders/inquiry-world'
import { addPerson, addSession } from '#tests/builders/people'
import { emptyTables, testDatabase } from '#tests/setup/database'
import { randomBytes, randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'

const { db } = await testDatabase()

const [first, second, third] = [1, 2, 3].map(() => randomBytes(32).toString('base64url')) as [string, string, string]

/** What the next start of the process would read. */
function useSecrets(current: string, ...earlier: string[]): void {
  env().sessionSecret = current
  env().earlierSecrets = earlier
}

beforeEach(async () => {
  await emptyTables(db)
  useSecrets(first)
})

describe('a new SESSION_SECRET with the one before it', () => {
  it('keeps sessions until they end, and lets them go with the earlier secret', async () => {
    const user = await addPerson(db)
    const token = await addSession(db, user.id)
    const headers = { cookie: `${sessionCookieName()}=${signSessionToken(token)}` }
    const actor = () => currentActor(new Request('http://localhost/', { headers }))
    useSecrets(second, third, first)
    expect(await actor()).toMatchObject({ kind: 'person', userId: user.id })
    expect(headers.cookie).not.toContain(signSessionToken(token))
    useSecrets(second)
    expect(await actor()).toEqual(visitor)
  })

  it('takes one way of writing a signature only', () => {
    const signature = signatureOf('x')
    const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
    const good = [...letters].filter((last) => isSignatureOf('x', signature.slice(0, -1) + last))
    expect(good).toEqual([signature.at(-1)])
    expect(isSignatureOf('x', Buffer.from(signature, 'base64url').toString('base64'))).toBe(true)
  })

  it('keeps the links of letters', async () => {
    await addReference(db)
    await addSite(db, 'BLQ-0042', 'balkhash')
    const { number } = await registered()
    const inquiry = await db.inquiry.findUniqueOrThrow({ where: { number } })
    const brief = randomUUID()
    const person = { id: randomUUID(), locale: 'ru' as const }
    const stopKey = () => new URLSearchParams(stopPath(person, 'all').split('?')[1]).get('key')
    const order = { email: 'a@betpak.kz', locale: 'ru', wish: null, ask: null, kept: ['BLQ-0042'], until: 0 } as const
    // Letters of a time between the first secret, whose hash the database holds, and the last.
    useSecrets(second, first)
    const made = { case: makeCaseKey(inquiry.submissionKey), brief: makeBriefKey(brief), stop: stopKey() }
    const packed = packOrder({ ...order, kept: [...order.kept] })
    const opened = sealOpening(new Date(0))
    const isGood = () => [
      isCaseKey(made.case, inquiry),
      isBriefKey(made.brief, brief),
      readStopKey(made.stop)?.userId === person.id,
      unpackOrder(packed) !== null,
      !isSentByMachine(opened),
    ]
    useSecrets(third, second)
    expect(isGood()).toEqual([true, true, true, true, true])
    useSecrets(third, first)
    expect(isGood()).toEqual([false, false, false, false, false])
  })
})

describe('a start', () => {
  it('seals the secrets of webhooks anew, so that the earlier secret can go', async () => {
    await addReference(db)
    const head = await addOfficial(db, 'spk-saryarka', 'spk_head')
    const organization = head.memberships[0]?.organizationId ?? ''
    const form = randomUUID()
    const url = 'https://8.8.8.8/alan'
    const made = await addEndpoint(head, { form, organization, url, kinds: [] })
    const before = made.ok ? made.value.secret : null
    const after = await rotateSecret(head, form)
    const read = async () => {
      const { secret, earlierSecret } = await db.webhookEndpoint.findUniqueOrThrow({ where: { id: form } })
      return [secret, earlierSecret ?? ''].map(openSecret)
    }
    useSecrets(second, first)
    expect(await read()).toEqual([after, before])
    await resealAll()
    useSecrets(second)
    expect(await read()).toEqual([after, before])

    const sealed = (await db.webhookEndpoint.findUniqueOrThrow({ where: { id: form } })).secret
    await resealAll()
    expect((await db.webhookEndpoint.findUniqueOrThrow({ where: { id: form } })).secret).toBe(sealed)

    useSecrets(third)
    await resealAll()
    await expect(read()).rejects.toThrow(/neither SESSION_SECRET nor/)
    useSecrets(second)
    expect(await read()).toEqual([after, before])
  })

  it('seals the secrets of second factors anew', async () => {
    const { id: userId } = await addPerson(db)
    const secret = sealSecret('JBSWY3DPEHPK3PXP')
    await db.secondFactor.create({ data: { userId, secret, lastStep: 1, recovery: [] } })
    useSecrets(second, first)
    await resealAll()
    useSecrets(second)
    const after = await db.secondFactor.findUniqueOrThrow({ where: { userId } })
    expect(openSecret(after.secret)).toBe('JBSWY3DPEHPK3PXP')
  })

  it('takes no altered text for one of an earlier secret', () => {
    const sealed = Buffer.from(sealSecret('whsec_x'), 'base64url')
    sealed[sealed.length - 1] = (sealed.at(-1) ?? 0) ^ 1
    useSecrets(second, first)
    expect(() => openSecret(sealed.toString('base64url'))).toThrow(/neither SESSION_SECRET nor/)
    expect(() => openSecret('')).toThrow()
  })
})
