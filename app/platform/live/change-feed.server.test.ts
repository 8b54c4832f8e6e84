import { createPrisma, inTransaction } from '#app/platform/db/client.server'
import { ChangeFeed } from '#app/platform/live/change-feed.server'
import { forgetChanges, noteChange, readChanged, type Topic } from '#app/platform/live/changes.server'
import { testDatabase } from '#tests/setup/database'
import { afterAll, describe, expect, it } from 'vitest'

const { db, url } = await testDatabase()
/** A node of its own: another pool of connections to the same database. */
const otherDb = createPrisma(url, { max: 2 })
afterAll(() => otherDb.$disconnect())

/** A node that is asked by hand, and what it told. */
async function listening(client: typeof db, topics: Topic[]) {
  const feed = new ChangeFeed(client, 3_600_000)
  const heard: Topic[] = []
  const end = await feed.listen(new Set(topics), (some) => heard.push(...some))
  return { feed, heard, end }
}

describe('ChangeFeed', () => {
  it('tells every node of what was committed, once, and only those who listen to it', async () => {
    const [one, two] = [await listening(db, ['case:1', 'body:1']), await listening(otherDb, ['case:2', 'body:1'])]
    await inTransaction(db, (tx) => noteChange(tx, ['case:1', 'case:1', 'body:1']))
    for (const { feed } of [one, two, one, two]) await feed.poll()
    expect(one.heard).toEqual(['case:1', 'body:1'])
    expect(two.heard).toEqual(['body:1'])
    one.end()
    two.end()
  })

  it('says nothing of what was there before, nor of what was rolled back, nor to who has gone', async () => {
    const { feed, heard, end } = await listening(db, ['case:1'])
    const failure = inTransaction(db, async (tx) => {
      await noteChange(tx, ['case:1'])
      throw new Error('the write fails')
    })
    await expect(failure).rejects.toThrow('the write fails')
    await feed.poll()
    end()
    await noteChange(db, ['case:1'])
    await feed.poll()
    expect(heard).toEqual([])
  })

  it('says nothing of what was there before either while a transaction of somebody else is older than that', async () => {
    let end = () => {}
    const ends = new Promise<void>((resolve) => (end = resolve))
    let hasBegun = () => {}
    const begun = new Promise<void>((resolve) => (hasBegun = resolve))
    const canOverlap = !new URL(url).searchParams.has('host')
    const older = inTransaction(otherDb, async (tx) => {
      await noteChange(tx, ['case:older'])
      hasBegun()
      if (canOverlap) await ends
    })
    await begun
    await noteChange(db, ['case:before'])
    const { feed, heard, end: hearNoMore } = await listening(db, ['case:before'])
    await feed.poll()
    end()
    await older
    await feed.poll()
    expect(heard).toEqual([])
    hearNoMore()
  })

  it('finds what a transaction wrote early and committed late, while others went past it', async () => {
    const { feed, heard, end } = await listening(otherDb, ['case:slow', 'case:fast'])
    // One statement that writes, then waits in the same transaction until the fast one is told.
    let release = () => {}
    const waits = new Promise<void>((resolve) => (release = resolve))
    let hasWritten = () => {}
    const written = new Promise<void>((resolve) => (hasWritten = resolve))
    const slow = inTransaction(db, async (tx) => {
      await noteChange(tx, ['case:slow'])
      hasWritten()
      await waits
    })
    await written
    const canOverlap = !new URL(url).searchParams.has('host')
    if (canOverlap) {
      await noteChange(otherDb, ['case:fast'])
      await feed.poll()
      expect(heard).toEqual(['case:fast'])
    }
    release()
    await slow
    if (!canOverlap) await noteChange(otherDb, ['case:fast'])
    await feed.poll()
    await feed.poll()
    expect(heard.sort()).toEqual(['case:fast', 'case:slow'])
    end()
  })

  it('answers what was missed while a page was away, and forgets in time', async () => {
    await noteChange(db, ['case:missed'])
    const topics = new Set<Topic>(['case:missed', 'case:other'])
    expect(await readChanged(db, topics, 60_000)).toEqual(new Set(['case:missed']))
    await forgetChanges(db, new Date(Date.now() + 3_700_000))
    expect(await readChanged(db, topics, 60_000)).toEqual(new Set())
  })
})
