import type { SystemActor } from '#app/domain/accounts/model'
import { keptDays, type Kept } from '#app/domain/kernel/retention'
import { withdrawInquiry } from '#app/domain/inquiries/commands/investor-change.server'
import { seal } from '#app/domain/ledger/seal.server'
import { verifyLedger } from '#app/domain/ledger/verify.server'
import { forget } from '#app/domain/privacy/commands/forget.server'
import { visitor } from '#app/domain/accounts/model'
import { addReference, addSite, monday, registered, submitted } from '#tests/builders/inquiry-world'
import { addPerson } from '#tests/builders/people'
import { findText } from '#tests/setup/find-text'
import { testDatabase } from '#tests/setup/database'
import { randomUUID } from 'node:crypto'
import { beforeAll, expect, it } from 'vitest'

const { db } = await testDatabase()
const actor: SystemActor = { kind: 'system', name: 'test' }
const dayMs = 86_400_000
const newMark = () => `zz${randomUUID().slice(0, 8)}`

beforeAll(async () => {
  await addReference(db)
  await addSite(db, 'BLQ-0042', 'balkhash')
})

/** What is kept for so many days from `monday` on: how it is made, and the text by which it is found. */
const kinds: [Kept, (mark: string) => Promise<unknown>, endsAt?: Date][] = [
  [
    'sign_ups',
    (name) =>
      db.signUp.create({ data: { email: 'a@b.kz', name, locale: 'kk', tokenHash: randomUUID(), expiresAt: monday } }),
  ],
  [
    'resets',
    async (name) => {
      const { id: userId } = await addPerson(db)
      const data = { userId, email: `${name}@b.kz`, tokenHash: randomUUID(), expiresAt: monday }
      await db.emailChange.create({ data })
    },
  ],
  [
    'invitations',
    async (name) => {
      const { id: organizationId } = await db.organization.findFirstOrThrow()
      const { id: inviterId } = await addPerson(db)
      const data = {
        organizationId,
        inviterId,
        email: `${name}@b.kz`,
        name,
        tokenHash: randomUUID(),
        expiresAt: monday,
      }
      await db.invitation.create({ data })
    },
  ],
  ['unconfirmed', (name) => submitted({ name }, monday), new Date(monday.getTime() + 2 * dayMs)],
  [
    'cases',
    async (name) => {
      const address = await registered({ name }, monday)
      await withdrawInquiry(visitor, address, { form: randomUUID() }, monday)
      await db.outboxMessage.deleteMany()
    },
  ],
  [
    'briefs',
    (title) =>
      db.brief.create({ data: { title, secretHash: randomUUID(), locale: 'ru', body: {}, deletedAt: monday } }),
  ],
  [
    'unsubscribed',
    (name) => db.subscriber.create({ data: { email: `${name}@b.kz`, locale: 'ru', unsubscribedAt: monday } }),
  ],
  ['letters', (mark) => letter(mark, 'sent')],
  ['held_letters', (mark) => letter(mark, 'held')],
  [
    'notices',
    async (mark) => {
      const { id: userId } = await addPerson(db)
      const about = { event: 'case_new', about: 'x', path: '/x', facts: { mark }, dedupeKey: mark, letter: 'none' }
      await db.notice.create({ data: { userId, ...about, createdAt: monday } })
    },
  ],
]

function letter(mark: string, status: 'sent' | 'held') {
  const text = { subject: mark, text: mark, html: mark, toAddress: `${mark}@b.kz` }
  return db.outboxMessage.create({
    data: { dedupeKey: randomUUID(), template: 'x', locale: 'kk', ...text, status, createdAt: monday },
  })
}

it.each(kinds)('%s are there until their day, and nowhere after it', async (kind, make, endsAt = monday) => {
  const mark = newMark()
  await make(mark)
  // Of an unconfirmed inquiry there are letters too, with a term of their own.
  if (kind === 'unconfirmed') await db.outboxMessage.deleteMany()
  const after = (days: number) => new Date(endsAt.getTime() + days * dayMs)
  await forget(actor, after((keptDays[kind] ?? 0) - 1))
  expect(await findText(db, mark)).not.toEqual([])
  await forget(actor, after((keptDays[kind] ?? 0) + 1))
  expect(await findText(db, mark)).toEqual([])
  while ((await seal(db)) > 0);
  expect(await verifyLedger(db)).toMatchObject({ broken: null })
})

it('sessions end at once, and what the ledger says of them a year later', async () => {
  const mark = newMark()
  const { id: userId } = await addPerson(db)
  await db.session.create({ data: { userId, token: randomUUID(), expiresAt: monday, userAgent: mark } })
  while ((await seal(db)) > 0);
  await forget(actor, new Date(monday.getTime() + 1))
  expect(await findText(db, mark)).toEqual(['public."LedgerEntry".after', 'public."LedgerEntry".before'])
  // The ledger has its own clock.
  while ((await seal(db)) > 0);
  await forget(actor, new Date(Date.now() + (keptDays.sign_ins + 1) * dayMs))
  expect(await findText(db, mark)).toEqual([])
})
