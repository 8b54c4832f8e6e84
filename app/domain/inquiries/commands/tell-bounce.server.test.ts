import { readUndelivered } from '#app/domain/inquiries/queries/undelivered.server'
import { markBounced } from '#app/domain/notices/commands/mark-bounced.server'
import { countUnread } from '#app/domain/notices/queries/notices.server'
import { addPerson, signedIn } from '#tests/builders/people'
import { addOfficial, addReference, addSite, registered } from '#tests/builders/inquiry-world'
import { testDatabase } from '#tests/setup/database'
import { expect, it } from 'vitest'
import { tellBounce } from './tell-bounce.server'

const { db } = await testDatabase()
await addReference(db)
await addSite(db, 'BLQ-0042', 'balkhash')
const officer = await addOfficial(db, 'spk-saryarka', 'spk_officer')
const stranger = await addOfficial(db, 'spk-tobol', 'spk_officer')
const admin = await signedIn(db, (await addPerson(db, { platformRole: 'admin' })).id)

it('a letter that came back is seen on the case by its body, with the phone, until another one arrives', async () => {
  const { number } = await registered({ phone: '+77012345678' })
  const ref = { number, part: 1 }
  const letter = await db.outboxMessage.findFirstOrThrow({ where: { template: 'inquiry_registered' } })
  expect(await readUndelivered(officer, ref)).toBeNull()
  await db.outboxMessage.update({ where: { id: letter.id }, data: { status: 'sent' } })
  expect([await markBounced(admin, letter.id), await markBounced(admin, letter.id)]).toEqual([true, false])
  const before = await countUnread(officer)
  const bounced = { id: letter.id, about: letter.about ?? '', toAddress: letter.toAddress }
  const system = { kind: 'system', name: 'test' } as const
  await Promise.all([tellBounce(system, bounced), tellBounce(system, bounced)])
  expect((await countUnread(officer)) - before).toBe(1)
  expect(await readUndelivered(officer, ref)).toMatchObject({ email: letter.toAddress, phone: '+77012345678' })
  expect(await readUndelivered(stranger, ref)).toBeNull()
  await tellBounce(system, { ...bounced, about: 'site:1' })
  await db.outboxMessage.create({
    data: { ...letter, id: undefined, dedupeKey: 'next', status: 'sent' },
  })
  expect(await readUndelivered(officer, ref)).toBeNull()
})
