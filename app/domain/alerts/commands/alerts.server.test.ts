import type { SystemActor } from '#app/domain/accounts/model'
import { visitor } from '#app/domain/accounts/model'
import { followChanges } from '#app/domain/alerts/commands/follow-changes.server'
import { noteOpened } from '#app/domain/alerts/commands/note-opened.server'
import { readStopping, stopLetters } from '#app/domain/alerts/commands/stop-letters.server'
import { tellAlerts } from '#app/domain/alerts/commands/tell-alerts.server'
import { changeRhythm, saveWatch } from '#app/domain/alerts/commands/watches.server'
import { listWatches } from '#app/domain/alerts/queries.server'
import { writeAskedBrief } from '#app/domain/alerts/watch-query'
import { dropCatalogue } from '#app/domain/search/catalogue.server'
import { readUnsubscribe } from '#app/domain/notices/rules'
import { addBrief, addKeeper, after, noon, publishWithPower, watchPower } from '#tests/builders/alert-world'
import { addReference, thrownStatus } from '#tests/builders/inquiry-world'
import { testDatabase } from '#tests/setup/database'
import { beforeEach, describe, expect, it } from 'vitest'

const { db } = await testDatabase()
const system: SystemActor = { kind: 'system', name: 'test' }
await addReference(db)

const run = async (at: Date) => {
  await followChanges(system, at)
  return tellAlerts(system, at)
}
const letters = async (to: string) =>
  (await db.outboxMessage.findMany({ where: { toAddress: to }, orderBy: { createdAt: 'asc' } })).map(
    (letter) => letter.text,
  )
const numbersIn = (text: string | undefined) => [...new Set(text?.match(/BLQ-\d{4}/g))].sort()

beforeEach(async () => {
  dropCatalogue()
  await db.outboxMessage.deleteMany()
  await db.subscriber.deleteMany()
  await db.site.updateMany({ data: { publishedVersionId: null } })
  await db.siteVersion.deleteMany()
  await db.site.deleteMany()
  await db.changeCursor.deleteMany()
  await run(after(-1))
})

describe('a search that wants its letters at once', () => {
  it('hears of a new site and of one that begins to fit, once each, and not of what fitted before', async () => {
    await publishWithPower(db, 'BLQ-0001', 500, after(-60))
    await publishWithPower(db, 'BLQ-0002', 300, after(-60))
    const keeper = await addKeeper(db)
    await watchPower(keeper, 'at_once', noon)
    await publishWithPower(db, 'BLQ-0001', 600, after(1))
    await publishWithPower(db, 'BLQ-0002', 450, after(1))
    await publishWithPower(db, 'BLQ-0003', 400, after(1))
    await publishWithPower(db, 'BLQ-0004', null, after(1))
    expect(await run(after(2))).toBe(1)
    await publishWithPower(db, 'BLQ-0003', 900, after(3))
    expect(await run(after(4))).toBe(0)
    const sent = await letters(keeper.email)
    expect(sent.map(numbersIn)).toEqual([['BLQ-0002', 'BLQ-0003']])
    expect(sent[0]).toContain('От 400 кВт: BLQ-0002 BLQ-0002 цехы, Балқаш\n')
  })

  it('gets one letter however many nodes look at the same moment', async () => {
    const keeper = await addKeeper(db)
    await watchPower(keeper, 'at_once', noon)
    await publishWithPower(db, 'BLQ-0001', 500, after(1))
    const counts = await Promise.all(Array.from({ length: 4 }, () => run(after(2))))
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(1)
    expect(await letters(keeper.email)).toHaveLength(1)
  })

  it('gets its letter after a crash between noting and telling, and after one between letter and mark', async () => {
    const keeper = await addKeeper(db)
    await watchPower(keeper, 'at_once', noon)
    await publishWithPower(db, 'BLQ-0001', 500, after(1))
    await followChanges(system, after(2))
    await followChanges(system, after(3))
    // A letter that cannot be written takes its mark back with it.
    await db.subscriber.updateMany({ data: { email: 'not an address' } })
    await expect(tellAlerts(system, after(3))).rejects.toThrow('Not an address')
    await db.subscriber.updateMany({ data: { email: keeper.email } })
    expect([await tellAlerts(system, after(4)), await tellAlerts(system, after(5))]).toEqual([1, 0])
    expect(await letters(keeper.email)).toHaveLength(1)
  })

  it('sees a change that a slow transaction dated before the last look', async () => {
    const keeper = await addKeeper(db)
    await watchPower(keeper, 'at_once', noon)
    await run(after(10))
    await publishWithPower(db, 'BLQ-0001', 500, after(8))
    expect(await run(after(11))).toBe(1)
    expect(await letters(keeper.email)).toHaveLength(1)
  })

  it('does not hear of what its subscriber opened, but does of what began to fit after that', async () => {
    await publishWithPower(db, 'BLQ-0002', 300, after(-60))
    const keeper = await addKeeper(db)
    await watchPower(keeper, 'at_once', noon)
    await publishWithPower(db, 'BLQ-0001', 500, after(1))
    await followChanges(system, after(2))
    for (const number of ['BLQ-0001', 'BLQ-0002']) {
      await noteOpened(keeper, (await db.site.findUniqueOrThrow({ where: { number } })).id, after(3))
    }
    expect(await tellAlerts(system, after(4))).toBe(0)
    await publishWithPower(db, 'BLQ-0002', 450, after(5))
    expect(await run(after(6))).toBe(1)
    expect((await letters(keeper.email)).map(numbersIn)).toEqual([['BLQ-0002']])
  })

  it('does not hear of a site that stopped fitting before its letter', async () => {
    const keeper = await addKeeper(db)
    await watchPower(keeper, 'at_once', noon)
    await publishWithPower(db, 'BLQ-0001', 500, after(1))
    await followChanges(system, after(2))
    await publishWithPower(db, 'BLQ-0001', 100, after(3))
    expect(await tellAlerts(system, after(4))).toBe(0)
    await publishWithPower(db, 'BLQ-0001', 500, after(5))
    expect(await run(after(6))).toBe(1)
  })
})

describe('a brief', () => {
  it('hears of a site that begins to meet all its musts, once, and of none once it is deleted', async () => {
    await publishWithPower(db, 'BLQ-0001', 500, after(-60))
    await publishWithPower(db, 'BLQ-0002', 300, after(-60))
    const keeper = await addKeeper(db)
    const { id, key } = await addBrief(db)
    const wish = { query: writeAskedBrief(id, key), title: 'Мой цех', rhythm: 'at_once' as const }
    expect(await saveWatch(keeper, wish, noon)).toEqual({ ok: true, value: null })
    expect(await listWatches(keeper)).toMatchObject([wish])
    await publishWithPower(db, 'BLQ-0002', 450, after(1))
    await publishWithPower(db, 'BLQ-0003', null, after(1))
    expect([await run(after(2)), await run(after(3))]).toEqual([1, 0])
    const [letter] = await letters(keeper.email)
    expect(numbersIn(letter)).toEqual(['BLQ-0002'])
    expect(letter).toContain('Мой цех: BLQ-0002')
    await db.brief.update({ where: { id }, data: { deletedAt: after(4) } })
    await publishWithPower(db, 'BLQ-0004', 800, after(5))
    expect(await run(after(6))).toBe(0)
  })

  it('is watched only by who has its link', async () => {
    const keeper = await addKeeper(db)
    const { id } = await addBrief(db)
    const wish = { query: writeAskedBrief(id, 'x'.repeat(43)), title: 'Чужой', rhythm: 'daily' as const }
    expect(await thrownStatus(saveWatch(keeper, wish, noon))).toBe(404)
  })
})

describe('a search with a daily digest', () => {
  it('hears once, on the next morning after nine, of everything since', async () => {
    const keeper = await addKeeper(db)
    await watchPower(keeper, 'daily', noon)
    await watchPower(keeper, 'daily', noon, 800)
    await publishWithPower(db, 'BLQ-0001', 500, after(10))
    await publishWithPower(db, 'BLQ-0002', 900, after(600))
    const nineHours = 21 * 60
    expect([await run(after(11)), await run(after(601)), await run(after(nineHours - 1))]).toEqual([0, 0, 0])
    expect([await run(after(nineHours)), await run(after(nineHours + 1))]).toEqual([1, 0])
    await publishWithPower(db, 'BLQ-0003', 500, after(nineHours + 2))
    expect(await run(after(nineHours + 3))).toBe(0)
    const [digest, ...others] = await letters(keeper.email)
    expect(others).toEqual([])
    expect(digest).toContain('От 800 кВт: BLQ-0002')
    expect(digest).toContain('От 400 кВт: BLQ-0002')
    expect(numbersIn(digest)).toEqual(['BLQ-0001', 'BLQ-0002'])
    expect(await run(after(nineHours + 24 * 60))).toBe(1)
  })
})

describe('ending letters', () => {
  const setUp = async () => {
    const keeper = await addKeeper(db)
    await watchPower(keeper, 'at_once', noon)
    await publishWithPower(db, 'BLQ-0001', 500, after(1))
    await run(after(2))
    const { html } = await db.outboxMessage.findFirstOrThrow({ where: { toAddress: keeper.email } })
    const query = new URL(readUnsubscribe(html) ?? '').searchParams
    return { keeper, key: query.get('key'), watchId: query.get('watch') }
  }

  it('ends one search by the link of its letter, without signing in, and again changes nothing', async () => {
    const { keeper, key, watchId } = await setUp()
    expect(await readStopping(visitor, key, watchId)).toEqual({ title: 'От 400 кВт', isStopped: false })
    await stopLetters(visitor, key, watchId, after(3))
    await stopLetters(visitor, key, watchId, after(3))
    expect((await readStopping(visitor, key, watchId)).isStopped).toBe(true)
    await publishWithPower(db, 'BLQ-0002', 500, after(4))
    expect(await run(after(5))).toBe(0)
    expect((await listWatches(keeper)).map(({ rhythm }) => rhythm)).toEqual(['none'])
  })

  it('ends all of them until letters are asked for again, and what came meanwhile counts as seen', async () => {
    const { keeper, key } = await setUp()
    await stopLetters(visitor, key, null, after(3))
    expect(await readStopping(visitor, key, null)).toEqual({ title: null, isStopped: true })
    await publishWithPower(db, 'BLQ-0002', 500, after(4))
    const [watch] = await listWatches(keeper)
    await changeRhythm(keeper, watch?.id ?? '', 'at_once', after(5))
    expect(await run(after(6))).toBe(0)
    await publishWithPower(db, 'BLQ-0003', 500, after(7))
    expect(await run(after(8))).toBe(1)
  })

  it('is nothing for a key that is not ours', async () => {
    const { key, watchId } = await setUp()
    const forged = `${key?.slice(0, -3)}abc`
    for (const wrong of [null, '', 'x.y', forged]) {
      expect(await thrownStatus(stopLetters(visitor, wrong, watchId))).toBe(404)
      expect(await thrownStatus(readStopping(visitor, wrong, null))).toBe(404)
    }
  })
})
