import { beforeEach, describe, expect, it } from 'vitest'
import { createPrisma, inTransaction, isUniqueConflict } from '#app/platform/db/client.server'
import { emptyTables, testDatabase } from '#tests/setup/database'

const { db, url } = await testDatabase()

beforeEach(() => emptyTables(db))

describe('inTransaction', () => {
  it('gives what the work gives', async () => {
    const row = await inTransaction(db, (tx) => tx.counter.create({ data: { key: 'a' } }))
    expect(row).toEqual({ key: 'a', last: 0 })
  })

  it('leaves nothing behind after a throw and passes it on', async () => {
    const work = inTransaction(db, async (tx) => {
      await tx.counter.create({ data: { key: 'a' } })
      throw new RangeError('not today')
    })
    await expect(work).rejects.toThrow(RangeError)
    expect(await db.counter.count()).toBe(0)
  })

  it('runs again when the database broke a deadlock', async () => {
    await db.counter.createMany({ data: [{ key: 'a' }, { key: 'b' }] })
    const cross = (keys: string[]) =>
      inTransaction(db, async (tx) => {
        for (const key of keys) await tx.counter.update({ where: { key }, data: { last: { increment: 1 } } })
      })
    await Promise.all([cross(['a', 'b']), cross(['b', 'a']), cross(['a', 'b']), cross(['b', 'a'])])
    const rows = await db.counter.findMany({ orderBy: { key: 'asc' } })
    expect(rows).toEqual([
      { key: 'a', last: 4 },
      { key: 'b', last: 4 },
    ])
  })
})

describe('isUniqueConflict', () => {
  it('knows a value that is taken from other errors', async () => {
    const create = () => db.counter.create({ data: { key: 'a' } })
    await create()
    expect(isUniqueConflict(await create().catch((error: unknown) => error))).toBe(true)
    const missing = await db.counter.update({ where: { key: 'z' }, data: {} }).catch((error: unknown) => error)
    expect(isUniqueConflict(missing)).toBe(false)
  })
})

describe('createPrisma', () => {
  it('answers more queries at once than it has connections', async () => {
    const narrow = createPrisma(url, { max: 2 })
    await db.counter.create({ data: { key: 'a', last: 3 } })
    const rows = await Promise.all(Array.from({ length: 60 }, () => narrow.counter.findUnique({ where: { key: 'a' } })))
    await narrow.$disconnect()
    expect(new Set(rows.map((row) => row?.last))).toEqual(new Set([3]))
  })

  it('keeps moments to the millisecond and letters of every language', async () => {
    const at = new Date('2026-03-20T18:59:59.999Z')
    const name = 'Ақсу қаласы “№ 1” 😀'
    const row = await db.user.create({ data: { name, email: 'a@b.kz', banExpires: at } })
    expect(await db.user.findUnique({ where: { id: row.id } })).toMatchObject({ name, banExpires: at })
  })
})
