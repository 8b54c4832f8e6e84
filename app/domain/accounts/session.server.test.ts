import { sessionCookieName } from '#app/domain/accounts/auth.server'
import { visitor } from '#app/domain/accounts/model'
import {
  clientOf,
  currentActor,
  homeOf,
  requirePerson,
  requireRight,
  signSessionToken,
} from '#app/domain/accounts/session.server'
import { requestContext } from '#app/platform/http/request-context.server'
import { addOrganization, addPerson, addSession } from '#tests/builders/people'
import { emptyTables, testDatabase } from '#tests/setup/database'
import { beforeEach, describe, expect, it } from 'vitest'

const { db } = await testDatabase()
beforeEach(() => emptyTables(db))

function requestWith(cookie: string | null, path = '/ru/akimat?page=2'): Request {
  return new Request(`http://localhost${path}`, cookie === null ? {} : { headers: { cookie } })
}

const cookieOf = (token: string) => `alan_lang=ru; ${sessionCookieName()}=${signSessionToken(token)}; x=1`

async function thrownBy(run: () => Promise<unknown>): Promise<Response> {
  const thrown: unknown = await run().then(
    () => null,
    (error: unknown) => error,
  )
  if (!(thrown instanceof Response)) throw new Error('Nothing was thrown')
  return thrown
}

describe('currentActor', () => {
  it('is the person of the session with memberships and organisations', async () => {
    const spk = await addOrganization(db, 'spk-saryarka', 'spk')
    const user = await addPerson(db, { memberOf: { organizationId: spk.id, role: 'spk_officer' } })
    const actor = await currentActor(requestWith(cookieOf(await addSession(db, user.id))))
    expect(actor).toMatchObject({
      kind: 'person',
      userId: user.id,
      email: user.email,
      locale: 'kk',
      platformRole: null,
      memberships: [{ slug: 'spk-saryarka', kind: 'spk', role: 'spk_officer', name: { en: 'spk-saryarka en' } }],
    })
    expect(homeOf(actor, 'ru')).toBe('/ru/spk')
  })

  it('is a visitor without a cookie, with a forged one, and after the session has ended', async () => {
    const user = await addPerson(db)
    const token = await addSession(db, user.id)
    const ended = await addSession(db, user.id, new Date(Date.now() - 1000))
    const name = sessionCookieName()
    const signature = decodeURIComponent(signSessionToken(token)).split('.')[1] ?? ''
    const forged = [
      null,
      `${name}=`,
      `${name}=${token}`,
      `${name}=${encodeURIComponent(`${token}.`)}`,
      `${name}=${encodeURIComponent(`${token}.${'A'.repeat(signature.length)}`)}`,
      `${name}=${encodeURIComponent(`x${token}.${signature}`)}`,
      `${name}=%E0%A4%A`,
      cookieOf('unknown'),
      cookieOf(ended),
    ]
    for (const cookie of forged) expect(await currentActor(requestWith(cookie))).toEqual(visitor)
    expect(await currentActor(requestWith(cookieOf(token)))).toMatchObject({ kind: 'person' })
  })

  it('keeps banned people out', async () => {
    const user = await addPerson(db, { isBanned: true })
    expect(await currentActor(requestWith(cookieOf(await addSession(db, user.id))))).toEqual(visitor)
  })

  it('is read once for all loaders of a request, and again for the next request', async () => {
    const user = await addPerson(db)
    const cookie = cookieOf(await addSession(db, user.id))
    await requestContext.run({ requestId: '1' }, async () => {
      const first = await currentActor(requestWith(cookie))
      expect(await currentActor(requestWith(cookie, '/ru/about'))).toBe(first)
      expect(await currentActor(requestWith(null))).toEqual(visitor)
    })
    await db.session.deleteMany()
    await requestContext.run({ requestId: '2' }, async () => {
      expect(await currentActor(requestWith(cookie))).toEqual(visitor)
    })
  })
})

describe('requirePerson and requireRight', () => {
  it('send a visitor to sign in, and back to the page with its query', async () => {
    const response = await thrownBy(() => requirePerson(requestWith(null, '/ru/akimat.data?page=2&_routes=x')))
    expect(response.status).toBe(302)
    expect(response.headers.get('location')).toBe('/ru/sign-in?next=%2Fru%2Fakimat%3Fpage%3D2')
  })

  it('show a page that is not there to a person without the right', async () => {
    const admin = await addPerson(db, { platformRole: 'admin' })
    const auditor = await addPerson(db, { platformRole: 'auditor' })
    const other = await addPerson(db)
    const requestOf = async (userId: string) => requestWith(cookieOf(await addSession(db, userId)))
    expect(await requireRight(await requestOf(admin.id), 'outbox.read')).toMatchObject({ userId: admin.id })
    expect(await requireRight(await requestOf(auditor.id), 'organization.read')).toMatchObject({ userId: auditor.id })
    const auditorRequest = await requestOf(auditor.id)
    expect((await thrownBy(() => requireRight(auditorRequest, 'outbox.read'))).status).toBe(404)
    const otherRequest = await requestOf(other.id)
    expect((await thrownBy(() => requireRight(otherRequest, 'organization.read'))).status).toBe(404)
  })
})

describe('clientOf', () => {
  const addressOf = (address: string) =>
    clientOf(new Request('http://localhost/ru', { headers: { 'x-forwarded-for': address } })).address

  it('takes the addresses of one IPv6 subscriber for one client, and an IPv4 address for itself', () => {
    const crowd = Array.from({ length: 60 }, (_, index) => addressOf(`2001:db8:1:2:${index.toString(16)}::7`))
    expect(new Set(crowd).size).toBe(1)
    expect(addressOf('2001:db8:1:3::7')).not.toBe(crowd[0])
    expect(addressOf('::ffff:10.0.0.7')).toBe('10.0.0.7')
    expect(addressOf('10.0.0.7')).toBe('10.0.0.7')
  })
})
