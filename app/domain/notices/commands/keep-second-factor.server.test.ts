import { signIn } from '#app/domain/accounts/commands/sign-in.server'
import { visitor, type Person } from '#app/domain/accounts/model'
import { readSecondFactor, offerSecondFactor } from '#app/domain/accounts/queries/read-second-factor.server'
import { currentActor, currentWaiting, senderOfSession } from '#app/domain/accounts/session.server'
import {
  passSecondFactor,
  renewRecoveryCodes,
  turnOffSecondFactor,
  turnOnSecondFactor,
} from '#app/domain/notices/commands/keep-second-factor.server'
import { removeSecondFactor } from '#app/domain/notices/commands/remove-second-factor.server'
import { addOrganization, addPerson, signedIn } from '#tests/builders/people'
import { codeOf } from '#tests/builders/second-factor'
import { testDatabase } from '#tests/setup/database'
import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'

const { db } = await testDatabase()
const password = 'көк дала мен тау'
const client = { address: '10.0.0.7', userAgent: 'test' }
const now = new Date('2026-03-02T10:00:10Z')
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000)
const akimat = await addOrganization(db, 'akimat-factor')
const admin = await signedIn(db, (await addPerson(db, { platformRole: 'admin' })).id)

beforeEach(() => db.rateLimit.deleteMany())

const addOfficial = () => addPerson(db, { password, memberOf: { organizationId: akimat.id, role: 'akimat_editor' } })

/** Signs in with the password; `request` is what the browser sends from then on. */
async function enter(email: string) {
  const verdict = await signIn(visitor, { email, password }, client)
  if (!verdict.ok) throw new Error(verdict.code)
  const cookie = verdict.value.cookies.map((text) => text.split(';')[0]).join('; ')
  const request = () => new Request('http://localhost/ru', { headers: { cookie } })
  return { ...verdict.value, request }
}

/** The same with an app at hand; its secret. */
async function turnOn(person: Person, at = now) {
  const { secret, sealed } = offerSecondFactor(person)
  const verdict = await turnOnSecondFactor(person, { offer: sealed, code: codeOf(secret, at.getTime()) }, at)
  if (!verdict.ok) throw new Error(verdict.code)
  return { secret, codes: verdict.value.codes }
}

const lettersTo = async (to: string) => {
  const rows = await db.outboxMessage.findMany({ where: { toAddress: to }, orderBy: { createdAt: 'asc' } })
  return rows.map(({ subject, text }) => `${subject} ${text}`)
}

describe('an official without a second factor', () => {
  it('knows the password and is a visitor until an app is set up, which ends all other sessions', async () => {
    const official = await addOfficial()
    const { token: elsewhere } = await db.session.create({
      data: { userId: official.id, token: randomUUID(), expiresAt: new Date(Date.now() + 3_600_000) },
    })
    const entered = await enter(official.email)
    expect(entered.waitsFor).toBe('set_up')
    expect(await currentActor(entered.request())).toEqual(visitor)
    const waiting = await currentWaiting(entered.request())
    expect(waiting).toMatchObject({ step: 'set_up', person: { userId: official.id } })

    const { codes } = await turnOn(entered.person)
    expect(new Set(codes).size).toBe(10)
    for (const code of codes) expect(code).toMatch(/^[A-Z2-7]{4}(-[A-Z2-7]{4}){3}$/)
    expect(await currentActor(entered.request())).toMatchObject({ kind: 'person', userId: official.id })
    expect((await senderOfSession(elsewhere, new Date())).actor).toEqual(visitor)
    expect(await readSecondFactor(entered.person)).toEqual({ kind: 'on', since: now.toISOString(), recoveryLeft: 10 })
    expect(await lettersTo(official.email)).toHaveLength(1)
    expect(await turnOffSecondFactor(entered.person)).toEqual({ ok: false, code: 'required' })
  })

  it('does not take an offer that was made to somebody else, an altered one, or another code', async () => {
    const official = await signedIn(db, (await addOfficial()).id)
    const other = await signedIn(db, (await addOfficial()).id)
    const { secret, sealed } = offerSecondFactor(other)
    const code = codeOf(secret, now.getTime())
    for (const offer of [sealed, `${sealed.slice(0, -2)}AA`, 'forged', '']) {
      expect(await turnOnSecondFactor(official, { offer, code }, now)).toEqual({ ok: false, code: 'stale_offer' })
    }
    expect(await turnOnSecondFactor(other, { offer: sealed, code: '12345' }, now)).toEqual({
      ok: false,
      code: 'wrong_first_code',
    })
    const kept = await db.secondFactor.findMany({ where: { userId: { in: [official.userId, other.userId] } } })
    expect(kept.map((factor) => factor.lastStep)).toEqual([0, 0])
  })

  it('is a visitor also in a session that had one, before they had a body to act for', async () => {
    const person = await addPerson(db, { password })
    const { person: investor, request } = await enter(person.email)
    await turnOn(investor)
    await turnOffSecondFactor(investor)
    expect(await currentActor(request())).toMatchObject({ userId: person.id })
    await db.member.create({ data: { userId: person.id, organizationId: akimat.id, role: 'akimat_head' } })
    expect(await currentActor(request())).toEqual(visitor)
    expect(await currentWaiting(request())).toMatchObject({ step: 'set_up' })
    await db.session.updateMany({ where: { userId: person.id }, data: { factorAt: now } })
    expect(await currentActor(request())).toEqual(visitor)
  })
})

it('lets investors, and demo people of any role, in with the password alone', async () => {
  const investor = await addPerson(db, { password })
  const official = await addPerson(db, {
    ...{ password, isDemo: true },
    memberOf: { organizationId: akimat.id, role: 'akimat_head' },
  })
  for (const { email, id } of [investor, official]) {
    const entered = await enter(email)
    expect(entered.waitsFor).toBeNull()
    expect(await currentActor(entered.request())).toMatchObject({ userId: id })
  }
  const demo = await signedIn(db, official.id)
  const { secret, sealed } = offerSecondFactor(demo)
  const order = { offer: sealed, code: codeOf(secret, now.getTime()) }
  expect(await turnOnSecondFactor(demo, order, now)).toEqual({ ok: false, code: 'demo' })
})

describe('a second factor', () => {
  it('is asked for at each sign-in, and takes each code of the app once', async () => {
    const person = await addPerson(db, { password })
    const { secret } = await turnOn(await signedIn(db, person.id))
    const entered = await enter(person.email)
    expect(entered.waitsFor).toBe('code')
    expect(await currentActor(entered.request())).toEqual(visitor)

    const code = codeOf(secret, later(30).getTime())
    // The code of the set-up, one from too far away, and one with a letter are none.
    for (const wrong of [codeOf(secret, now.getTime()), codeOf(secret, later(300).getTime()), '12345x', '']) {
      expect(await passSecondFactor(entered.person, wrong, later(30))).toEqual({ ok: false, code: 'wrong_code' })
    }
    const answers = await Promise.all([
      passSecondFactor(entered.person, `${code.slice(0, 3)} ${code.slice(3)}`, later(30)),
      passSecondFactor(entered.person, code, later(30)),
    ])
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await currentActor(entered.request())).toMatchObject({ userId: person.id })
    expect((await passSecondFactor((await enter(person.email)).person, code, later(31))).ok).toBe(false)
  })

  it('takes each recovery code once, however it is typed, and tells by letter', async () => {
    const person = await addPerson(db, { password })
    const { codes } = await turnOn(await signedIn(db, person.id))
    const { person: waiting } = await enter(person.email)
    const typed = (codes[3] ?? '').toLowerCase().replaceAll('-', ' ')
    const answers = await Promise.all([passSecondFactor(waiting, typed, now), passSecondFactor(waiting, typed, now)])
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await readSecondFactor(waiting)).toMatchObject({ recoveryLeft: 9 })
    expect((await lettersTo(person.email)).at(-1)).toMatch(/қалпына келтіру кодымен/i)

    const renewed = await renewRecoveryCodes(waiting, now)
    expect((await passSecondFactor(waiting, codes[4] ?? '', now)).ok).toBe(false)
    expect((await passSecondFactor(waiting, renewed?.codes[4] ?? '', now)).ok).toBe(true)
  })

  it('hears five wrong codes in a quarter of an hour, from wherever', async () => {
    const person = await addPerson(db, { password })
    const { secret } = await turnOn(await signedIn(db, person.id))
    const { person: waiting } = await enter(person.email)
    const wrong = await Promise.all(Array.from({ length: 8 }, () => passSecondFactor(waiting, 'AAAA-AAAA', now)))
    const codes = wrong.map((answer) => (answer.ok ? 'ok' : answer.code))
    expect(codes.filter((code) => code === 'wrong_code')).toHaveLength(5)
    expect(await passSecondFactor(waiting, codeOf(secret, later(60).getTime()), later(60))).toEqual({
      ...{ ok: false, code: 'too_many_attempts' },
      params: { seconds: 840 },
    })
    expect((await passSecondFactor(waiting, codeOf(secret, later(900).getTime()), later(900))).ok).toBe(true)
  })

  it('is kept sealed, and neither it nor what its codes are stored as enters the ledger', async () => {
    const person = await signedIn(db, (await addPerson(db, { password })).id)
    const { secret } = await turnOn(person)
    const row = await db.secondFactor.findUniqueOrThrow({ where: { userId: person.userId } })
    const entries = await db.ledgerEntry.findMany({ where: { tableName: 'SecondFactor', rowKey: person.userId } })
    expect(entries.length).toBeGreaterThan(0)
    const text = JSON.stringify([row, entries.map(({ after }) => after)])
    expect(text).not.toContain(secret)
    expect(JSON.stringify(entries.map(({ after }) => after))).not.toContain(row.recovery[0])
  })

  it('is turned off by an investor, who is told', async () => {
    const person = await signedIn(db, (await addPerson(db, { password })).id)
    await turnOn(person)
    const waiting = await enter(person.email)
    expect(waiting.waitsFor).toBe('code')
    expect((await turnOffSecondFactor(person)).ok).toBe(true)
    expect(await currentActor(waiting.request())).toEqual(visitor)
    expect((await enter(person.email)).waitsFor).toBeNull()
    expect(await lettersTo(person.email)).toHaveLength(2)
  })
})

describe('a lost second factor', () => {
  it('is taken off by an administrator: all sessions end and an official sets up another', async () => {
    const official = await addOfficial()
    const session = await signedIn(db, official.id)
    await turnOn(session)
    expect(await removeSecondFactor(admin, official.id)).toEqual({ ok: true, value: null })
    expect(await db.session.count({ where: { userId: official.id } })).toBe(0)
    expect((await enter(official.email)).waitsFor).toBe('set_up')
    expect(await lettersTo(official.email)).toHaveLength(2)
    expect(await removeSecondFactor(admin, official.id)).toEqual({ ok: false, code: 'gone' })
  })

  it('is taken off by nobody else, and not by who has it', async () => {
    const official = await signedIn(db, (await addOfficial()).id)
    await turnOn(official)
    const auditor = await signedIn(db, (await addPerson(db, { platformRole: 'auditor' })).id)
    for (const actor of [visitor, official, auditor]) {
      expect((await removeSecondFactor(actor, official.userId)).ok).toBe(false)
    }
    await turnOn(admin)
    expect(await removeSecondFactor(admin, admin.userId)).toEqual({ ok: false, code: 'own' })
    expect(await db.secondFactor.count({ where: { userId: { in: [official.userId, admin.userId] } } })).toBe(2)
  })
})
