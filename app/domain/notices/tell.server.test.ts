import { noticeEvents, type NoticeEvent } from '#app/domain/notices/events'
import { writeDigests } from '#app/domain/notices/commands/write-digests.server'
import { tell, type Telling } from '#app/domain/notices/tell.server'
import { inTransaction } from '#app/platform/db/client.server'
import { kazakhCalendar as calendar } from '#tests/builders/kazakh-calendar'
import { addPerson } from '#tests/builders/people'
import { testDatabase } from '#tests/setup/database'
import { beforeEach, describe, expect, it } from 'vitest'

const { db } = await testDatabase()
const system = { kind: 'system', name: 'test' } as const
/** Friday, 10:00 in Kazakhstan. */
const friday = new Date('2026-06-12T05:00:00Z')
const minutes = (count: number) => new Date(friday.getTime() + count * 60_000)

const dana = await addPerson(db, { name: 'Дана' })
const erlan = await addPerson(db, { name: 'Ерлан' })

let run = 0
const order = (change: Partial<Telling> = {}): Telling => ({
  event: 'case_new',
  circle: { assignee: [dana.id] },
  about: 'case:2026-00318/1',
  path: '/spk/inquiries/2026-00318/1',
  dedupeKey: `${(run += 1)}`,
  facts: { number: '2026-00318', title: 'Шерсть' },
  now: friday,
  ...change,
})
const told = (change: Partial<Telling> = {}) => inTransaction(db, (tx) => tell(tx, order(change)))
const letters = () => db.outboxMessage.findMany({ orderBy: { id: 'asc' } })
const prefer = (rhythm: string, event: NoticeEvent = 'case_new') =>
  db.noticePreference.create({ data: { userId: dana.id, group: noticeEvents[event].group, rhythm } })

beforeEach(async () => {
  await db.outboxMessage.deleteMany()
  await db.notice.deleteMany()
  await db.noticePreference.deleteMany()
  await db.user.updateMany({ data: { banned: false } })
})

describe('tell', () => {
  it('writes the notice and its letter in the transaction of what happened, or neither', async () => {
    const failure = inTransaction(db, async (tx) => {
      await tell(tx, order())
      throw new Error('the write fails')
    })
    await expect(failure).rejects.toThrow('the write fails')
    expect([await db.notice.count(), await db.outboxMessage.count()]).toEqual([0, 0])
    expect(await told()).toBe(1)
    expect(await db.notice.findFirst()).toMatchObject({ userId: dana.id, event: 'case_new', readAt: null })
    const [letter] = await letters()
    expect(letter).toMatchObject({ toAddress: dana.email, about: 'case:2026-00318/1' })
    expect(letter?.text).toContain('/kk/spk/inquiries/2026-00318/1')
    expect(letter?.text).toContain('/kk/notices/stop?key=')
  })

  it('tells each person once of one reason, also when asked at the same time', async () => {
    const twice = { dedupeKey: 'same', circle: { officers: [dana.id, erlan.id] } }
    await Promise.all([told(twice), told(twice), told(twice)])
    expect([await db.notice.count(), await db.outboxMessage.count()]).toEqual([2, 2])
  })

  it('tells neither who did it nor who may not come in any more', async () => {
    await db.user.update({ where: { id: erlan.id }, data: { banned: true } })
    expect(await told({ circle: { officers: [dana.id, erlan.id] }, actorId: dana.id })).toBe(0)
  })

  it('sends the letter of the caller instead of the plain one', async () => {
    await told({
      event: 'site_published',
      circle: { author: [dana.id] },
      letter: ({ name, locale }) => ({
        template: 'site_published',
        data: { name, number: 'BLQ-0042', site: { kk: 'A', ru: 'B', en: 'C' }, link: `/${locale}/akimat` },
      }),
    })
    expect(await letters()).toMatchObject([{ template: 'site_published' }])
  })

  it('only rings the bell where that was chosen, but not for a broken term', async () => {
    await prefer('bell')
    await prefer('bell', 'term_breached')
    await told()
    expect(await letters()).toEqual([])
    await told({ event: 'term_breached', facts: { number: '1', day: '2026-06-11' } })
    expect(await letters()).toHaveLength(1)
    expect((await letters())[0]?.text).not.toContain('/notices/stop')
  })
})

describe('writeDigests', () => {
  it('gathers what happens to one case within a quarter of an hour into one letter', async () => {
    await told()
    for (const minute of [1, 2, 14]) await told({ event: 'investor_wrote', now: minutes(minute) })
    await told({ about: 'case:2026-00400/1', now: minutes(3) })
    expect(await letters()).toHaveLength(2)
    expect(await writeDigests(system, calendar, minutes(14))).toBe(0)
    expect(await writeDigests(system, calendar, minutes(15))).toBe(1)
    expect((await letters()).at(-1)).toMatchObject({ template: 'notice_digest', about: 'case:2026-00318/1' })
    expect(await writeDigests(system, calendar, minutes(60))).toBe(0)
    await told({ event: 'investor_wrote', now: minutes(20) })
    expect(await letters()).toHaveLength(3)
    await told({ event: 'term_breached', facts: { number: '1', day: '2026-06-11' }, now: minutes(21) })
    expect(await letters()).toHaveLength(4)
  })

  it('writes the digest of a day at nine of the next working day, once with two nodes', async () => {
    await prefer('daily')
    for (const minute of [0, 60, 120]) await told({ now: minutes(minute), about: `case:${minute}` })
    const saturday = new Date('2026-06-13T05:00:00Z')
    const monday = new Date('2026-06-15T04:00:00Z')
    expect(await writeDigests(system, calendar, saturday)).toBe(0)
    expect(await writeDigests(system, calendar, new Date(monday.getTime() - 1))).toBe(0)
    const nodes = await Promise.all([writeDigests(system, calendar, monday), writeDigests(system, calendar, monday)])
    expect(nodes.sort()).toEqual([0, 1])
    const [letter, ...more] = await letters()
    expect(more).toEqual([])
    expect(letter?.subject).toContain('3')
    expect(letter?.text.match(/2026-00318/g)).toHaveLength(6)
  })

  it('leaves out what was read under the bell, and tells a single event as itself', async () => {
    await prefer('daily')
    await told({ facts: { number: 'read', title: 'x' } })
    await db.notice.updateMany({ data: { readAt: friday } })
    await told({ facts: { number: 'unread', title: 'x' } })
    expect(await writeDigests(system, calendar, new Date('2026-06-15T06:00:00Z'))).toBe(1)
    const [letter] = await letters()
    expect(letter).toMatchObject({ template: 'notice' })
    expect(letter?.subject).toContain('unread')
  })
})
