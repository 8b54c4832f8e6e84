import { visitor } from '#app/domain/accounts/model'
import { chooseRhythms, readStop, stopNotices } from '#app/domain/notices/commands/choose-rhythms.server'
import { markRead } from '#app/domain/notices/commands/mark-read.server'
import { countUnread, listNotices, readRhythms } from '#app/domain/notices/queries/notices.server'
import { stopPath } from '#app/domain/notices/stop-key.server'
import { tell } from '#app/domain/notices/tell.server'
import { inTransaction } from '#app/platform/db/client.server'
import { addOrganization, addPerson, signedIn } from '#tests/builders/people'
import { testDatabase } from '#tests/setup/database'
import { beforeEach, describe, expect, it } from 'vitest'

const { db } = await testDatabase()
const body = await addOrganization(db, 'spk-test', 'spk')
const officer = async () =>
  signedIn(db, (await addPerson(db, { memberOf: { organizationId: body.id, role: 'spk_officer' } })).id)
const [dana, erlan] = [await officer(), await officer()]
const page = { page: 1, size: 20, skip: 0 }
const all = { isUnreadOnly: false, language: 'ru' } as const
const now = new Date('2026-06-12T05:00:00Z')

let run = 0
const told = (at = now) =>
  inTransaction(db, (tx) =>
    tell(tx, {
      event: 'investor_wrote',
      circle: { assignee: [dana.userId] },
      ...{ about: `case:${(run += 1)}`, path: '/spk/inquiries/2026-00318/1', dedupeKey: `${run}`, now: at },
      facts: { number: '2026-00318', title: '<b>Шерсть</b>' },
    }),
  )
const keyOf = (path: string) => new URL(path, 'http://alan.kz').searchParams.get('key')

beforeEach(async () => {
  await db.notice.deleteMany()
  await db.noticePreference.deleteMany()
  await db.outboxMessage.deleteMany()
})

describe('the bell', () => {
  it('counts and lists what the person was told, and nobody else sees it', async () => {
    await told()
    expect([await countUnread(dana), await countUnread(erlan), await countUnread(visitor)]).toEqual([1, 0, 0])
    const { items } = await listNotices(dana, all, page)
    expect(items).toMatchObject([
      {
        sentence: 'Инвестор написал по обращению 2026-00318: <b>Шерсть</b>',
        href: '/ru/spk/inquiries/2026-00318/1',
        isRead: false,
      },
    ])
    expect(await listNotices(erlan, all, page)).toMatchObject({ total: 0 })
    expect(await markRead(erlan, { id: items[0]?.id ?? '' })).toBe(0)
    expect(await markRead(dana, { id: items[0]?.id ?? '' })).toBe(1)
    expect(await countUnread(dana)).toBe(0)
    expect(await listNotices(dana, { ...all, isUnreadOnly: true }, page)).toMatchObject({ total: 0 })
  })

  it('marks all that the page showed, and nothing that came later', async () => {
    for (const minute of [0, 1, 2]) await told(new Date(now.getTime() + minute * 60_000))
    expect(await markRead(dana, { until: new Date(now.getTime() + 60_000) })).toBe(2)
    expect(await countUnread(dana)).toBe(1)
  })
})

describe('choices', () => {
  it('are kept for the groups of the own organisations only', async () => {
    await chooseRhythms(dana, { messages: 'bell', sites: 'bell' })
    expect(await readRhythms(dana)).toEqual({ messages: 'bell' })
    await told()
    expect(await db.outboxMessage.count()).toBe(0)
    await expect(chooseRhythms(visitor, {})).rejects.toMatchObject({ status: 404 })
  })

  it('a link of a letter ends its kind of letters without a session, also what waits; a forged one does nothing', async () => {
    await chooseRhythms(dana, { messages: 'daily' })
    await told()
    const key = keyOf(stopPath({ id: dana.userId, locale: 'ru' }, 'messages'))
    expect(await readStop(visitor, key)).toEqual({ group: 'messages', isStopped: false })
    await stopNotices(visitor, key)
    await stopNotices(visitor, key)
    expect(await readStop(visitor, key)).toEqual({ group: 'messages', isStopped: true })
    expect(await db.notice.findFirst()).toMatchObject({ letter: 'none' })
    const forged = `${erlan.userId}.messages.${key?.split('.')[2]}`
    for (const bad of [forged, null, '', 'a.b.c', key?.replace('messages', 'cases') ?? '']) {
      await expect(stopNotices(visitor, bad)).rejects.toMatchObject({ status: 404 })
    }
    expect(await readRhythms(erlan)).toEqual({})
  })

  it('a link of a digest ends all of them', async () => {
    await stopNotices(visitor, keyOf(stopPath({ id: dana.userId, locale: 'kk' }, 'all')))
    await told()
    expect([await db.outboxMessage.count(), await countUnread(dana)]).toEqual([0, 1])
  })
})
