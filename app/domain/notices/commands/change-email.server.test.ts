import { visitor } from '#app/domain/accounts/model'
import { readEmailChange } from '#app/domain/accounts/queries/read-email-change.server'
import { askToChangeEmail, changeEmail } from '#app/domain/notices/commands/change-email.server'
import { letterLimits } from '#app/domain/notices/letter-limits.server'
import { addPerson, addSession, signedIn } from '#tests/builders/people'
import { testDatabase } from '#tests/setup/database'
import { randomUUID } from 'node:crypto'
import { beforeEach, expect, it } from 'vitest'

const { db } = await testDatabase()
const now = new Date('2026-03-02T10:00:00Z')
const nextDay = new Date('2026-03-03T10:00:00Z')
const client = '10.0.0.7'

beforeEach(() => db.rateLimit.deleteMany())

const add = async () => signedIn(db, (await addPerson(db)).id)
const newAddress = () => `${randomUUID()}@new.kz`
const lettersTo = (toAddress: string) => db.outboxMessage.findMany({ where: { toAddress } })

async function linkSentTo(email: string): Promise<string> {
  const [letter] = await lettersTo(email)
  return /token=([\w-]+)/.exec(letter?.text ?? '')?.[1] ?? ''
}

it('changes the address by the link of the letter to the new one, once; both are told and other sessions end', async () => {
  const person = await add()
  const elsewhere = await addSession(db, person.userId)
  const email = newAddress()
  expect((await askToChangeEmail(person, email, client, now)).ok).toBe(true)
  expect(await lettersTo(person.email)).toHaveLength(1)
  const token = await linkSentTo(email)
  expect(await readEmailChange(visitor, token, now)).toEqual({ email, state: 'open' })
  expect(await db.user.count({ where: { email } })).toBe(0)

  const answers = await Promise.all([changeEmail(person, token, now), changeEmail(person, token, now)])
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
  expect(await db.user.findUnique({ where: { id: person.userId } })).toMatchObject({ email, emailVerified: true })
  expect(await db.emailChange.findFirst({ where: { userId: person.userId } })).toMatchObject({ oldEmail: person.email })
  expect(await db.session.findMany({ where: { userId: person.userId } })).toMatchObject([{ id: person.sessionId }])
  expect(await db.session.count({ where: { token: elsewhere } })).toBe(0)
  expect(await lettersTo(person.email)).toHaveLength(2)
  expect(await lettersTo(email)).toHaveLength(2)
  expect(await readEmailChange(visitor, token, now)).toEqual({ email, state: 'used' })
})

it('says nothing about an address that has an account; its letter does, and holds no link that changes anything', async () => {
  const [person, other] = [await add(), await add()]
  expect(await askToChangeEmail(person, other.email, client, now)).toEqual({ ok: true, value: null })
  const [letter] = await lettersTo(other.email)
  expect(letter?.template).toBe('email_taken')
  expect(letter?.text).not.toContain(person.email)
  expect(await db.emailChange.count({ where: { userId: person.userId } })).toBe(0)
})

it('says taken when another account got the address before the link was opened', async () => {
  const person = await add()
  const email = newAddress()
  await askToChangeEmail(person, email, client, now)
  await addPerson(db, { email })
  expect(await changeEmail(visitor, await linkSentTo(email), now)).toEqual({ ok: false, code: 'taken' })
  expect(await db.user.findUnique({ where: { id: person.userId } })).toMatchObject({ email: person.email })
})

it('has one open link at a time, for a day', async () => {
  const person = await add()
  const [first, second] = [newAddress(), newAddress()]
  await askToChangeEmail(person, first, client, now)
  await askToChangeEmail(person, second, client, now)
  expect(await changeEmail(visitor, await linkSentTo(first), now)).toEqual({ ok: false, code: 'gone' })
  expect(await changeEmail(visitor, await linkSentTo(second), nextDay)).toEqual({ ok: false, code: 'gone' })
  expect(await readEmailChange(visitor, await linkSentTo(second), nextDay)).toMatchObject({ state: 'expired' })
  expect(await changeEmail(visitor, 'unknown', now)).toEqual({ ok: false, code: 'gone' })
})

it('refuses the address of today, demo people, and more letters than an hour allows', async () => {
  const person = await add()
  expect(await askToChangeEmail(person, person.email, client, now)).toEqual({ ok: false, code: 'same_email' })
  const demo = await signedIn(db, (await addPerson(db, { isDemo: true })).id)
  expect(await askToChangeEmail(demo, newAddress(), client, now)).toEqual({ ok: false, code: 'demo' })
  const email = newAddress()
  for (let count = 0; count < letterLimits.email; count += 1) {
    expect((await askToChangeEmail(person, email, client, now)).ok).toBe(true)
  }
  expect(await askToChangeEmail(person, email, client, now)).toEqual({ ok: false, code: 'too_many' })
})
