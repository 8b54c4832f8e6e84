import { acceptInvitation } from '#app/domain/accounts/commands/accept-invitation.server'
import { visitor } from '#app/domain/accounts/model'
import type { InviteInput } from '#app/domain/accounts/schema'
import { invitePerson, resendInvitation } from '#app/domain/notices/commands/invite-person.server'
import { useMailer } from '#app/platform/mail/mailer.server'
import { addOrganization, addPerson, signedIn } from '#tests/builders/people'
import { emptyTables, testDatabase } from '#tests/setup/database'
import { beforeEach, describe, expect, it } from 'vitest'

const { db } = await testDatabase()
useMailer(null)

const now = new Date('2026-03-02T10:00:00Z')
const later = new Date('2026-03-04T10:00:00Z')
const input: InviteInput = { email: 'dana@balkhash.test', name: 'Дана Ахметова', role: 'akimat_editor', locale: 'kk' }
const accept = { name: 'Дана Ахметова', password: 'көк дала мен тау' }

beforeEach(() => emptyTables(db))

async function prepare() {
  const organization = await addOrganization(db, 'akimat-balkhash')
  const admin = await signedIn(db, (await addPerson(db, { platformRole: 'admin' })).id)
  return { organization, admin }
}

/** Tokens of the links in the letters, oldest first. */
async function sentTokens(): Promise<string[]> {
  const letters = await db.outboxMessage.findMany({ orderBy: { createdAt: 'asc' } })
  return letters.map((letter) => /\/kk\/invitations\/([\w-]{43})/.exec(letter.text)?.[1] ?? '')
}

describe('invitePerson', () => {
  it('writes the invitation and the letter whose link it opens', async () => {
    const { admin, organization } = await prepare()
    expect(await invitePerson(admin, 'akimat-balkhash', input, now)).toMatchObject({ ok: true })
    const [letter] = await db.outboxMessage.findMany()
    expect(letter).toMatchObject({ template: 'invitation', toAddress: input.email, locale: 'kk', status: 'held' })
    expect(letter?.subject).toBe('Шақыру: akimat-balkhash kk')
    const [token = ''] = await sentTokens()
    expect(JSON.stringify(await db.invitation.findMany())).not.toContain(token)
    expect(await acceptInvitation(visitor, token, accept, now)).toMatchObject({ ok: true })
    expect(await db.member.findMany()).toMatchObject([{ organizationId: organization.id, role: 'akimat_editor' }])
  })

  it('answers the same order twice as once, also at the same moment', async () => {
    const { admin } = await prepare()
    const send = () => invitePerson(admin, 'akimat-balkhash', input, now)
    const [first, second] = await Promise.all([send(), send()])
    expect(second).toEqual(first)
    expect(await send()).toEqual(first)
    expect([await db.invitation.count(), await db.outboxMessage.count()]).toEqual([1, 1])
  })

  it('says no to another role while an invitation is open, to members and to foreign roles', async () => {
    const { admin } = await prepare()
    await invitePerson(admin, 'akimat-balkhash', input, now)
    const other = { ...input, role: 'akimat_head' as const }
    expect(await invitePerson(admin, 'akimat-balkhash', other, now)).toEqual({ ok: false, code: 'already_invited' })
    const foreign = { ...input, role: 'spk_head' as const }
    expect(await invitePerson(admin, 'akimat-balkhash', foreign, now)).toEqual({ ok: false, code: 'role' })
    const [token = ''] = await sentTokens()
    await acceptInvitation(visitor, token, accept, now)
    expect(await invitePerson(admin, 'akimat-balkhash', other, now)).toEqual({ ok: false, code: 'already_member' })
  })

  it('replaces an invitation whose time has passed', async () => {
    const { admin } = await prepare()
    await invitePerson(admin, 'akimat-balkhash', input, now)
    const afterEnd = new Date('2026-03-20T10:00:00Z')
    expect(await invitePerson(admin, 'akimat-balkhash', input, afterEnd)).toMatchObject({ ok: true })
    expect(await db.invitation.count({ where: { status: 'pending' } })).toBe(1)
    expect(await db.outboxMessage.count()).toBe(2)
  })

  it('is a page that is not there for everybody who may not invite', async () => {
    const { organization } = await prepare()
    const people = await Promise.all([
      addPerson(db, { memberOf: { organizationId: organization.id, role: 'akimat_head' } }),
      addPerson(db, { platformRole: 'auditor' }),
    ])
    for (const { id } of people) {
      await expect(invitePerson(await signedIn(db, id), 'akimat-balkhash', input, now)).rejects.toMatchObject({
        status: 404,
      })
    }
    await expect(invitePerson(visitor, 'akimat-balkhash', input, now)).rejects.toMatchObject({ status: 404 })
    expect([await db.invitation.count(), await db.outboxMessage.count()]).toEqual([0, 0])
  })
})

describe('resendInvitation', () => {
  it('sends a new link, kills the old one, and does it once when pressed twice', async () => {
    const { admin } = await prepare()
    await invitePerson(admin, 'akimat-balkhash', input, now)
    const { id: invitationId, expiresAt } = await db.invitation.findFirstOrThrow()
    const order = { invitationId, version: expiresAt.toISOString() }
    expect(await resendInvitation(admin, order, later)).toBe(true)
    expect(await resendInvitation(admin, order, later)).toBe(false)
    const [first = '', second = ''] = await sentTokens()
    expect(await db.outboxMessage.count()).toBe(2)
    expect(await acceptInvitation(visitor, first, accept, later)).toEqual({ ok: false, code: 'gone' })
    expect(await acceptInvitation(visitor, second, accept, later)).toMatchObject({ ok: true })
  })

  it('does nothing to an invitation that was used, and is not there for others', async () => {
    const { admin } = await prepare()
    await invitePerson(admin, 'akimat-balkhash', input, now)
    const { id: invitationId, expiresAt } = await db.invitation.findFirstOrThrow()
    const order = { invitationId, version: expiresAt.toISOString() }
    await expect(resendInvitation(visitor, order, later)).rejects.toMatchObject({ status: 404 })
    const [token = ''] = await sentTokens()
    await acceptInvitation(visitor, token, accept, later)
    expect(await resendInvitation(admin, order, later)).toBe(false)
    expect(await db.outboxMessage.count()).toBe(1)
  })
})
