import { endOtherSessions, endSession } from '#app/domain/accounts/commands/end-sessions.server'
import { signIn } from '#app/domain/accounts/commands/sign-in.server'
import { visitor, type Person } from '#app/domain/accounts/model'
import { listSessions } from '#app/domain/accounts/queries/list-sessions.server'
import { changePassword } from '#app/domain/notices/commands/change-password.server'
import { useMailer } from '#app/platform/mail/mailer.server'
import { addPerson } from '#tests/builders/people'
import { emptyTables, testDatabase } from '#tests/setup/database'
import { beforeEach, describe, expect, it } from 'vitest'

const { db } = await testDatabase()
useMailer(null)

const email = 'dana@saran.test'
const current = 'ескі құпия сөз бар'
const password = 'көк дала мен тау'
const windows =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0 Safari/537.36'
const client = { address: '10.0.0.7', userAgent: windows }

beforeEach(() => emptyTables(db))

async function enter(secret = current): Promise<Person> {
  const verdict = await signIn(visitor, { email, password: secret }, client)
  if (!verdict.ok) throw new Error(verdict.code)
  return verdict.value.person
}

describe('another password', () => {
  it('ends all other sessions and is told by a letter', async () => {
    await addPerson(db, { email, password: current })
    const [elsewhere, here] = [await enter(), await enter()]
    expect(await changePassword(here, { current, password }, client.address)).toMatchObject({ ok: true })
    expect((await listSessions(here)).map(({ id }) => id)).toEqual([here.sessionId])
    expect(elsewhere.sessionId).not.toBe(here.sessionId)
    await expect(enter()).rejects.toThrow('wrong_credentials')
    expect((await enter(password)).userId).toBe(here.userId)
    expect(await db.outboxMessage.findMany()).toMatchObject([{ template: 'password_changed', toAddress: email }])
  })

  it.each([
    [{ current: 'not the password', password }, 'wrong_password'],
    [{ current, password: 'short' }, 'password_short'],
    [{ current, password: 'dana@saran.test' }, 'password_personal'],
  ])('is refused for %j: %s', async (input, code) => {
    await addPerson(db, { email, password: current })
    const here = await enter()
    expect(await changePassword(here, input, client.address)).toMatchObject({ ok: false, code })
    expect((await enter()).userId).toBe(here.userId)
    expect(await db.outboxMessage.count()).toBe(0)
  })

  it('is not guessed: wrong ones are counted with those at the sign-in', async () => {
    await addPerson(db, { email, password: current })
    const here = await enter()
    const codes: (string | true)[] = []
    for (let turn = 0; turn < 7; turn++) {
      const verdict = await changePassword(here, { current: `guess ${turn}`, password }, client.address)
      codes.push(verdict.ok || verdict.code)
    }
    expect(codes).toContain('too_many_attempts')
    expect(await changePassword(here, { current, password }, client.address)).toMatchObject({
      code: 'too_many_attempts',
    })
  })

  it('is not for demo people, whose password is public', async () => {
    await addPerson(db, { email, password: current, isDemo: true })
    expect(await changePassword(await enter(), { current, password }, client.address)).toMatchObject({ code: 'demo' })
  })
})

describe('the sessions', () => {
  it('are named, this one first, and can be ended one by one or all others at once', async () => {
    await addPerson(db, { email, password: current })
    const [first, second, here] = [await enter(), await enter(), await enter()]
    const [line, ...others] = await listSessions(here)
    expect(line).toMatchObject({ id: here.sessionId, isCurrent: true, device: 'Chrome, Windows', address: '10.0.0.7' })
    expect(others.map(({ id }) => id)).toEqual([second.sessionId, first.sessionId])
    expect(await endSession(here, first.sessionId)).toBe(true)
    expect(await endSession(here, first.sessionId)).toBe(false)
    expect(await endSession(here, here.sessionId)).toBe(false)
    expect(await endOtherSessions(here)).toBe(1)
    expect(await listSessions(here)).toHaveLength(1)
  })

  it('of others are out of reach', async () => {
    await addPerson(db, { email, password: current })
    const stranger = await addPerson(db)
    const row = { userId: stranger.id, token: 't', expiresAt: new Date(Date.now() + 60_000) }
    const { id } = await db.session.create({ data: row })
    expect(await endSession(await enter(), id)).toBe(false)
    expect(await db.session.count({ where: { id } })).toBe(1)
  })
})
