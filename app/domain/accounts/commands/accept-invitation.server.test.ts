import { acceptInvitation, joinOrganization } from '#app/domain/accounts/commands/accept-invitation.server'
import { cancelInvitation } from '#app/domain/accounts/commands/cancel-invitation.server'
import { signIn } from '#app/domain/accounts/commands/sign-in.server'
import { makeLinkSecret } from '#app/platform/secrets/link-secret.server'
import { visitor } from '#app/domain/accounts/model'
import { readInvitation } from '#app/domain/accounts/queries.server'
import { addOrganization, addPerson, signedIn } from '#tests/builders/people'
import { emptyTables, testDatabase } from '#tests/setup/database'
import { beforeEach, describe, expect, it } from 'vitest'

const { db } = await testDatabase()
const input = { name: 'Дана Ахметова', password: 'көк дала мен тау' }
const now = new Date('2026-03-02T10:00:00Z')
const end = new Date('2026-03-09T10:00:00Z')
const email = 'dana@balkhash.test'

beforeEach(() => emptyTables(db))

async function invite(traits: { email?: string; status?: string } = {}) {
  const organization = await addOrganization(db, 'akimat-balkhash')
  const admin = await addPerson(db, { platformRole: 'admin' })
  const { secret: token, hash: tokenHash } = makeLinkSecret()
  const invitation = await db.invitation.create({
    data: {
      email,
      role: 'akimat_head',
      expiresAt: end,
      locale: 'ru',
      tokenHash,
      organizationId: organization.id,
      inviterId: admin.id,
      ...traits,
    },
  })
  return { token, organization, admin, invitation }
}

describe('acceptInvitation', () => {
  it('makes the account and the membership, and the person can sign in', async () => {
    const { token, organization } = await invite()
    expect(await readInvitation(visitor, token, now)).toEqual({
      organization: { kk: 'akimat-balkhash kk', ru: 'akimat-balkhash ru', en: 'akimat-balkhash en' },
      role: 'akimat_head',
      email,
      name: '',
      state: 'open',
      hasAccount: false,
    })
    expect(await acceptInvitation(visitor, token, input, now)).toEqual({ ok: true, value: { email } })
    expect(await db.user.findUnique({ where: { email } })).toMatchObject({
      name: input.name,
      emailVerified: true,
      locale: 'ru',
    })
    const verdict = await signIn(visitor, { email, password: input.password }, { address: '10.0.0.1', userAgent: '' })
    expect(verdict).toMatchObject({
      ok: true,
      value: { person: { memberships: [{ organizationId: organization.id, role: 'akimat_head' }] } },
    })
  })

  it('works once', async () => {
    const { token } = await invite()
    await acceptInvitation(visitor, token, input, now)
    expect(await readInvitation(visitor, token, now)).toMatchObject({ state: 'accepted', hasAccount: true })
    expect(await acceptInvitation(visitor, token, input, now)).toEqual({ ok: false, code: 'gone' })
    expect(await db.user.count({ where: { email } })).toBe(1)
  })

  it('gives the place to one of two people who use the link at once', async () => {
    const { token } = await invite()
    const answers = await Promise.all([
      acceptInvitation(visitor, token, { ...input, name: 'Первая' }, now),
      acceptInvitation(visitor, token, { ...input, name: 'Второй' }, now),
    ])
    expect(answers.map((answer) => answer.ok).toSorted()).toEqual([false, true])
    expect(answers.find((answer) => !answer.ok)).toEqual({ ok: false, code: 'gone' })
    expect(await db.user.count({ where: { email } })).toBe(1)
    expect(await db.account.count()).toBe(1)
    expect(await db.member.count()).toBe(1)
  })

  it('refuses an expired, canceled and unknown link and stores nothing', async () => {
    const { token } = await invite()
    expect(await acceptInvitation(visitor, token, input, end)).toEqual({ ok: false, code: 'gone' })
    expect(await readInvitation(visitor, token, end)).toMatchObject({ state: 'expired' })
    expect(await acceptInvitation(visitor, 'unknown', input, now)).toEqual({ ok: false, code: 'gone' })
    expect(await readInvitation(visitor, 'unknown', now)).toBe(null)
    await db.invitation.updateMany({ data: { status: 'canceled' } })
    expect(await acceptInvitation(visitor, token, input, now)).toEqual({ ok: false, code: 'gone' })
    expect(await db.user.count({ where: { email } })).toBe(0)
  })

  it('refuses a weak password and keeps the link alive', async () => {
    const { token } = await invite()
    expect(await acceptInvitation(visitor, token, { ...input, password: 'short' }, now)).toEqual({
      ok: false,
      code: 'password_short',
    })
    expect(await acceptInvitation(visitor, token, { ...input, password: 'Ахметова26' }, now)).toEqual({
      ok: false,
      code: 'password_personal',
    })
    expect(await readInvitation(visitor, token, now)).toMatchObject({ state: 'open' })
  })

  it('asks a person who has an account to sign in, and rolls everything back', async () => {
    const { token } = await invite()
    await addPerson(db, { email })
    expect(await acceptInvitation(visitor, token, input, now)).toEqual({ ok: false, code: 'sign_in_first' })
    expect(await readInvitation(visitor, token, now)).toMatchObject({ state: 'open', hasAccount: true })
    expect(await db.member.count()).toBe(0)
  })
})

describe('joinOrganization', () => {
  it('adds the signed-in person, once', async () => {
    const { token, organization } = await invite()
    const actor = await signedIn(db, (await addPerson(db, { email })).id)
    expect(await joinOrganization(actor, token, now)).toEqual({ ok: true, value: { organizationId: organization.id } })
    expect(await joinOrganization(actor, token, now)).toEqual({ ok: false, code: 'gone' })
    expect(await db.member.findMany()).toMatchObject([{ userId: actor.userId, role: 'akimat_head' }])
  })

  it('refuses visitors and people with another address', async () => {
    const { token } = await invite()
    const stranger = await signedIn(db, (await addPerson(db)).id)
    expect(await joinOrganization(visitor, token, now)).toEqual({ ok: false, code: 'sign_in_first' })
    expect(await joinOrganization(stranger, token, now)).toEqual({ ok: false, code: 'other_account' })
    expect(await joinOrganization(stranger, token, end)).toEqual({ ok: false, code: 'gone' })
    expect(await db.member.count()).toBe(0)
  })
})

describe('cancelInvitation', () => {
  it('kills the link', async () => {
    const { token, admin, invitation } = await invite()
    const actor = await signedIn(db, admin.id)
    expect(await cancelInvitation(actor, invitation.id)).toBe(true)
    expect(await cancelInvitation(actor, invitation.id)).toBe(false)
    expect(await acceptInvitation(visitor, token, input, now)).toEqual({ ok: false, code: 'gone' })
  })

  it('is a page that is not there for everybody who may not invite', async () => {
    const { organization, invitation } = await invite()
    const people = await Promise.all([
      addPerson(db, { memberOf: { organizationId: organization.id, role: 'akimat_head' } }),
      addPerson(db, { platformRole: 'auditor' }),
    ])
    for (const { id } of people) {
      await expect(cancelInvitation(await signedIn(db, id), invitation.id)).rejects.toMatchObject({ status: 404 })
    }
    await expect(cancelInvitation(visitor, invitation.id)).rejects.toMatchObject({ status: 404 })
    expect(await db.invitation.count({ where: { status: 'pending' } })).toBe(1)
  })
})
