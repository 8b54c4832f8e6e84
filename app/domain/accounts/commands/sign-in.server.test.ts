import { signIn, signOut, trustNetwork } from '#app/domain/accounts/commands/sign-in.server'
import { visitor } from '#app/domain/accounts/model'
import { clientOf, currentActor } from '#app/domain/accounts/session.server'
import { setPassword } from '#app/domain/notices/set-password.server'
import { inTransaction } from '#app/platform/db/client.server'
import { hashPassword } from '#app/platform/secrets/password.server'
import { addPerson } from '#tests/builders/people'
import { testDatabase } from '#tests/setup/database'
import { hashPassword as hashWithScrypt } from 'better-auth/crypto'
import { beforeEach, describe, expect, it, vi } from 'vitest'

const { db } = await testDatabase()
const password = 'көк дала мен тау'
const office = { address: '10.0.0.7', userAgent: 'test' }
const home = { address: '10.9.9.9', userAgent: 'test' }
const person = await addPerson(db, { email: 'editor@balkhash.test', password })
const other = await addPerson(db, { email: 'head@balkhash.test', password })

beforeEach(async () => {
  await db.rateLimit.deleteMany()
  await db.session.deleteMany()
})

const attempt = (input: Partial<{ email: string; password: string }>, client = office, now = new Date()) =>
  signIn(visitor, { email: person.email, password, ...input }, client, now)

function requestWith(cookies: string[]): Request {
  return new Request('http://localhost/ru', {
    headers: { cookie: cookies.map((text) => text.split(';')[0]).join('; ') },
  })
}

describe('signIn', () => {
  it('opens a session whose cookie makes the person the actor', async () => {
    const verdict = await attempt({ email: ' Editor@Balkhash.TEST' })
    if (!verdict.ok) throw new Error(verdict.code)
    expect(verdict.value.person.userId).toBe(person.id)
    const [cookie = ''] = verdict.value.cookies
    expect(cookie).toMatch(/HttpOnly/i)
    expect(cookie).toMatch(/SameSite=Lax/i)
    expect(cookie).toMatch(/Path=\//)
    expect(await currentActor(requestWith(verdict.value.cookies))).toMatchObject({ userId: person.id })
    expect(await db.session.findMany()).toMatchObject([{ userId: person.id, ipAddress: '10.0.0.7', userAgent: 'test' }])
  })

  it.each([
    [{ password: 'wrong password' }],
    [{ email: 'nobody@balkhash.test' }],
    [{ email: 'not an address' }],
    [{ password: '' }],
    [{ password: 'x'.repeat(200) }],
  ])('says the same no to %j', async (input) => {
    expect(await attempt(input)).toEqual({ ok: false, code: 'wrong_credentials' })
    expect(await db.session.count()).toBe(0)
  })

  it('leaves no session of a password that is changed meanwhile', async () => {
    const changed = await addPerson(db, { password })
    const hash = await hashPassword('қара теңіз жоқ')
    let tries = 0
    let isChanged = false
    const enterOn = async () => {
      for (; !isChanged; tries += 1) {
        await attempt({ email: changed.email }, { address: `10.1.${tries}.7`, userAgent: 'test' })
      }
    }
    const entering = [1, 2, 3, 4, 5, 6].map(enterOn)
    await vi.waitUntil(() => tries > 6, { timeout: 20_000 })
    await inTransaction(db, (tx) => setPassword(tx, changed.id, { password: hash, keptSessionId: null }, new Date()))
    isChanged = true
    await Promise.all(entering)
    expect(await db.session.count({ where: { userId: changed.id } })).toBe(0)
    expect(await attempt({ email: changed.email })).toEqual({ ok: false, code: 'wrong_credentials' })
  })

  it('does not let in banned people, and leaves no session behind', async () => {
    const banned = await addPerson(db, { password, isBanned: true })
    expect(await attempt({ email: banned.email })).toEqual({ ok: false, code: 'wrong_credentials' })
    expect(await db.session.count()).toBe(0)
  })

  it('hears five failures a minute for an account from an address, also when sent at once', async () => {
    const now = new Date('2026-03-02T10:00:00Z')
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => attempt({ password: 'wrong password' }, office, now)),
    )
    const codes = answers.map((answer) => (answer.ok ? 'ok' : answer.code))
    expect(codes.filter((code) => code === 'wrong_credentials')).toHaveLength(5)
    expect(codes.filter((code) => code === 'too_many_attempts')).toHaveLength(7)

    const later = new Date(now.getTime() + 20_000)
    expect(await attempt({}, office, later)).toEqual({ ok: false, code: 'too_many_attempts', params: { seconds: 40 } })
    expect((await attempt({ email: other.email }, office, later)).ok).toBe(true)
    expect((await attempt({}, home, later)).ok).toBe(true)
    expect((await attempt({}, office, new Date(now.getTime() + 60_000))).ok).toBe(true)
  })

  it('counts all addresses of one IPv6 network together, and keeps it with the session', async () => {
    const now = new Date('2026-03-02T10:00:00Z')
    const from = (index: number) =>
      clientOf(new Request('http://localhost', { headers: { 'x-forwarded-for': `2001:db8:1:2::${index + 1}` } }))
    const codes: string[] = []
    for (let index = 0; index < 60; index += 1) {
      const verdict = await attempt({ password: 'wrong password' }, from(index), now)
      codes.push(verdict.ok ? 'ok' : verdict.code)
    }
    expect(codes.filter((code) => code === 'wrong_credentials')).toHaveLength(5)
    expect((await attempt({}, from(1), new Date(now.getTime() + 60_000))).ok).toBe(true)
    expect(await db.session.findMany()).toMatchObject([{ ipAddress: '2001:0db8:0001:0002:0000:0000:0000:0000' }])
  })

  describe('with fifty failures of an hour at one account', () => {
    const now = new Date('2026-03-02T10:00:00Z')
    const hotel = { address: '10.7.7.7', userAgent: 'test' }
    const minutes = (count: number) => new Date(now.getTime() + count * 60_000)
    const attack = async (email = person.email) => {
      await attempt({ email, password: 'wrong password' }, { ...office, address: '6.6.6.6' }, now)
      await db.rateLimit.updateMany({ where: { key: { startsWith: 'sign-in/stranger/' } }, data: { count: 50 } })
    }

    it('hears no network that is new to it, whatever the password, for an hour', async () => {
      await attack()
      expect(await attempt({}, hotel, minutes(1))).toEqual({ ok: false, code: 'too_many_everywhere' })
      expect((await attempt({ email: other.email }, hotel, minutes(1))).ok).toBe(true)
      expect((await attempt({}, hotel, minutes(60))).ok).toBe(true)
    })

    it('hears those it was signed in to from before, also months ago, and counts nothing of them', async () => {
      await attempt({}, home, new Date('2026-01-02T10:00:00Z'))
      await attempt({ email: other.email }, office, now)
      await attack()
      expect(await attempt({ password: 'wrong password' }, home, now)).toMatchObject({ code: 'wrong_credentials' })
      expect((await attempt({}, home, now)).ok).toBe(true)
      expect(await attempt({}, office, now)).toMatchObject({ code: 'too_many_everywhere' })
      await attempt({}, home, new Date('2026-06-30T10:00:00Z'))
      expect(await db.rateLimit.count({ where: { key: { startsWith: 'sign-in/known/' } } })).toBe(1)
    })

    it('hears whoever has opened the link of a letter to its address', async () => {
      await attack()
      await trustNetwork(visitor, ` ${person.email.toUpperCase()}`, hotel, minutes(1))
      expect((await attempt({}, hotel, minutes(1))).ok).toBe(true)
    })

    it('hears everybody at a demo account, whose password is public', async () => {
      const demo = await addPerson(db, { password, isDemo: true })
      await attack(demo.email)
      expect(await attempt({ email: demo.email, password: 'wrong' }, hotel, now)).toMatchObject({
        code: 'wrong_credentials',
      })
    })

    it('does not count right passwords', async () => {
      for (let index = 0; index < 3; index += 1) await attempt({}, { ...hotel, address: `10.1.1.${index}` }, now)
      expect(await db.rateLimit.findFirst({ where: { key: { startsWith: 'sign-in/stranger/' } } })).toMatchObject({
        count: 0,
      })
    })
  })

  it('forgets failures when the password was right', async () => {
    for (let round = 0; round < 3; round += 1) {
      for (let failure = 0; failure < 4; failure += 1) await attempt({ password: 'wrong password' })
      expect((await attempt({})).ok).toBe(true)
    }
  })

  it('hears fifty failures a minute from one address over all accounts', async () => {
    const now = new Date('2026-03-02T10:00:00Z')
    const key = (await db.rateLimit.findMany()).length
    expect(key).toBe(0)
    await attempt({ email: 'first@balkhash.test' }, office, now)
    await db.rateLimit.updateMany({ where: { key: { startsWith: 'sign-in/address/' } }, data: { count: 50 } })
    expect(await attempt({}, office, now)).toMatchObject({ ok: false, code: 'too_many_attempts' })
    expect((await attempt({}, home, now)).ok).toBe(true)
  })

  it('keeps no address in the counters and removes old ones', async () => {
    await attempt({ password: 'wrong password' }, office, new Date('2026-03-02T10:00:00Z'))
    expect(JSON.stringify((await db.rateLimit.findMany()).map((row) => row.key))).not.toMatch(/balkhash|10\.0\.0\.7/)
    await attempt({}, office, new Date('2026-03-02T12:00:00Z'))
    expect(
      await db.rateLimit.count({ where: { lastRequest: { lt: new Date('2026-03-02T11:00:00Z').getTime() } } }),
    ).toBe(0)
  })
})

it('signOut ends the session in the database and removes the cookie', async () => {
  const verdict = await attempt({})
  if (!verdict.ok) throw new Error(verdict.code)
  const request = requestWith(verdict.value.cookies)
  const cookies = await signOut(verdict.value.person, request)
  expect(cookies.join()).toMatch(/alan\.session_token=;.*Max-Age=0/i)
  expect(await db.session.count()).toBe(0)
  expect(await currentActor(request)).toEqual(visitor)
})

it('hashes the password anew that an earlier version had hashed', async () => {
  const old = await addPerson(db)
  const data = { userId: old.id, accountId: old.id, providerId: 'credential', password: await hashWithScrypt(password) }
  await db.account.create({ data })
  expect((await attempt({ email: old.email })).ok).toBe(true)
  const { password: hash } = await db.account.findFirstOrThrow({ where: { userId: old.id } })
  expect(hash).toMatch(/^\$argon2id\$/)
  expect((await attempt({ email: old.email })).ok).toBe(true)
  expect((await attempt({ email: old.email, password: 'wrong password' })).ok).toBe(false)
})
