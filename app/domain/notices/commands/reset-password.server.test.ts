import { signIn } from '#app/domain/accounts/commands/sign-in.server'
import { visitor } from '#app/domain/accounts/model'
import { readReset } from '#app/domain/accounts/queries/read-reset.server'
import { actorOfSession } from '#app/domain/accounts/session.server'
import { askToReset } from '#app/domain/notices/commands/ask-to-reset.server'
import { resetPassword } from '#app/domain/notices/commands/reset-password.server'
import { letterLimits } from '#app/domain/notices/letter-limits.server'
import { useMailer } from '#app/platform/mail/mailer.server'
import { addPerson } from '#tests/builders/people'
import { emptyTables, testDatabase } from '#tests/setup/database'
import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'

const { db } = await testDatabase()
useMailer(null)

const now = new Date('2026-03-02T10:00:00Z')
const minutes = (count: number) => new Date(now.getTime() + count * 60_000)
const email = 'jan@greensteppe.test'
const oldPassword = 'ескі құпия сөз бар'
const password = 'көк дала мен тау'
const client = { address: '10.0.0.7', userAgent: 'test' }

beforeEach(() => emptyTables(db))

const ask = (address = email, form: string = randomUUID(), place: string = randomUUID(), at = now) =>
  askToReset(visitor, { form, email: address }, { client: place, language: 'en' }, at)
const letters = () => db.outboxMessage.findMany({ orderBy: { createdAt: 'asc' } })
const tokenIn = (text = '') => /\/reset-password\/confirm\?token=([\w-]+)/.exec(text)?.[1] ?? ''
const newestToken = async () =>
  tokenIn((await letters()).findLast(({ template }) => template === 'password_reset')?.text)

describe('a forgotten password', () => {
  it('is chosen anew by the link of a letter, once; the old one and all sessions end, and a letter says so', async () => {
    await addPerson(db, { email, password: oldPassword })
    const before = await signIn(visitor, { email, password: oldPassword }, client)
    expect(await ask()).toEqual({ ok: true, value: null })
    const token = await newestToken()
    expect(JSON.stringify(await db.passwordReset.findMany())).not.toContain(token)
    expect(await readReset(visitor, token, now)).toEqual({ email, state: 'open' })
    expect(await resetPassword(visitor, token, { password: 'short' }, now)).toMatchObject({ code: 'password_short' })
    const done = await Promise.all([1, 2].map(() => resetPassword(visitor, token, { password }, now)))
    expect(done.map((verdict) => (verdict.ok ? 'done' : verdict.code)).sort()).toEqual(['done', 'gone'])
    expect(await readReset(visitor, token, now)).toEqual({ email, state: 'used' })
    expect(await signIn(visitor, { email, password: oldPassword }, client)).toMatchObject({ code: 'wrong_credentials' })
    expect(await signIn(visitor, { email, password }, client)).toMatchObject({ ok: true })
    if (!before.ok || before.value.person.kind !== 'person') throw new Error('the old password did not work before')
    expect(await db.session.count({ where: { id: before.value.person.sessionId } })).toBe(0)
    expect((await letters()).map(({ template }) => template)).toEqual(['password_reset', 'password_changed'])
  })

  it('is given to who never had one, with the address proven', async () => {
    const { id } = await addPerson(db, { email })
    await db.user.update({ where: { id }, data: { emailVerified: false } })
    await ask()
    expect(await resetPassword(visitor, await newestToken(), { password }, now)).toMatchObject({ ok: true })
    expect(await signIn(visitor, { email, password }, client)).toMatchObject({ ok: true })
    expect(await db.user.findMany()).toMatchObject([{ emailVerified: true }])
  })

  it('answers for an unknown address and for demo people as for any other; only the letter says so', async () => {
    await addPerson(db, { email: 'head@saryarka.demo', isDemo: true })
    expect(await ask('nobody@x.test')).toEqual({ ok: true, value: null })
    expect(await ask('head@saryarka.demo')).toEqual({ ok: true, value: null })
    expect((await letters()).map(({ template, text }) => [template, tokenIn(text)])).toEqual([
      ['password_reset_unknown', ''],
      ['password_reset_unknown', ''],
    ])
    expect(await db.passwordReset.count()).toBe(0)
  })

  it('opens nothing after an hour, with a forged link, or once another link was used', async () => {
    await addPerson(db, { email, password: oldPassword })
    await ask()
    const first = await newestToken()
    expect(await resetPassword(visitor, first, { password }, minutes(60))).toMatchObject({ code: 'gone' })
    expect(await resetPassword(visitor, `${first.slice(0, -2)}zz`, { password }, now)).toMatchObject({ code: 'gone' })
    expect(await readReset(visitor, 'unknown', now)).toBeNull()
    await ask()
    const second = await newestToken()
    expect(second).not.toBe(first)
    expect(await resetPassword(visitor, second, { password }, now)).toMatchObject({ ok: true })
    expect(await resetPassword(visitor, first, { password: oldPassword }, now)).toMatchObject({ code: 'gone' })
  })

  it('is one letter for one form, and not more than a few an hour', async () => {
    await addPerson(db, { email, password: oldPassword })
    const form = randomUUID()
    await Promise.all([ask(email, form), ask(email, form)])
    expect(await letters()).toHaveLength(1)
    expect(await db.passwordReset.count()).toBe(1)
    let refused = 0
    for (let count = 0; count < letterLimits.email; count++) if (!(await ask()).ok) refused += 1
    expect(refused).toBeGreaterThan(0)
    expect((await letters()).length).toBeLessThanOrEqual(letterLimits.email)
    expect(await ask(email, randomUUID(), randomUUID(), minutes(61))).toMatchObject({ ok: true })
  })

  it('is not kept from a person whose address was asked for from a place that is refused', async () => {
    await addPerson(db, { email })
    for (let count = 0; count < letterLimits.client; count++) await ask(`${count}@x.test`, randomUUID(), 'crowd')
    for (let count = 0; count <= letterLimits.email; count++) {
      expect(await ask(email, randomUUID(), 'crowd')).toMatchObject({ code: 'too_many' })
    }
    expect(await ask()).toMatchObject({ ok: true })
  })
})

it('a session that the new password ended lets nobody in', async () => {
  const { id } = await addPerson(db, { email, password: oldPassword })
  await db.session.create({ data: { userId: id, token: 't', expiresAt: minutes(600) } })
  await ask()
  await resetPassword(visitor, await newestToken(), { password }, now)
  expect(await actorOfSession('t', now)).toEqual(visitor)
})
