import pg from 'pg'
import { beforeEach, describe, expect, it } from 'vitest'
import { unwatchedTables } from '#app/domain/ledger/model'
import { seal } from '#app/domain/ledger/seal.server'
import { verifyLedger } from '#app/domain/ledger/verify.server'
import { inTransaction } from '#app/platform/db/client.server'
import { requestContext } from '#app/platform/http/request-context.server'
import { emptyTables, testDatabase } from '#tests/setup/database'

const { db, url } = await testDatabase()

beforeEach(() => emptyTables(db))

const person = { requestId: 'r-1', address: '10.0.0.9', actor: 'person:7', behalf: 'akimat-balqash' }

async function addRegion(key: string) {
  const names = { nameKk: key, nameRu: key, nameEn: key }
  await db.region.create({ data: { key, kato: key, iso3166: key, ...names, source: 'test', confidence: 'high' } })
}

async function sealAll() {
  while ((await seal(db)) > 0);
}

/** As somebody does who owns the database: past every trigger. */
function tamper(statement: string) {
  return inTransaction(db, async (tx) => {
    await tx.$executeRaw`SET LOCAL session_replication_role = replica`
    await tx.$executeRawUnsafe(statement)
  })
}

describe('the record of a write', () => {
  it('says who, for whom, from where, in which request, what was and what is', async () => {
    await requestContext.run(person, async () => {
      await addRegion('karaganda')
      await db.region.update({ where: { key: 'karaganda' }, data: { nameEn: 'Karaganda' } })
      await db.region.delete({ where: { key: 'karaganda' } })
    })
    const entries = await db.ledgerEntry.findMany({ orderBy: { id: 'asc' } })
    expect(entries).toMatchObject([
      { operation: 'insert', before: null, after: { key: 'karaganda', nameEn: 'karaganda' } },
      { operation: 'update', before: { nameEn: 'karaganda' }, after: { nameEn: 'Karaganda' } },
      { operation: 'delete', before: { key: 'karaganda', nameEn: 'Karaganda' }, after: null },
    ])
    for (const entry of entries) expect(entry).toMatchObject({ ...person, tableName: 'Region', rowKey: 'karaganda' })
    expect(entries[1]?.before).toEqual({ nameEn: 'karaganda' })
  })

  it('stands or falls with the transaction of the write', async () => {
    const work = inTransaction(db, async (tx) => {
      const names = { nameKk: 'IT', nameRu: 'IT', nameEn: 'IT' }
      await tx.sector.create({ data: { key: 'it', position: 1, ...names, source: 'test', confidence: 'high' } })
      expect(await tx.ledgerEntry.count()).toBe(1)
      throw new RangeError('not today')
    })
    await expect(work).rejects.toThrow(RangeError)
    expect(await db.ledgerEntry.count()).toBe(0)
  })

  it('names the whole key of a row and keeps to one person at a time', async () => {
    const writeAs = (actor: string, key: string) =>
      requestContext.run({ requestId: actor, actor }, () => addRegion(key))
    await Promise.all(Array.from({ length: 20 }, (_, index) => writeAs(`person:${index}`, `region-${index}`)))
    const entries = await db.ledgerEntry.findMany()
    expect(entries.map(({ actor, rowKey }) => `${actor} ${rowKey}`).sort()).toEqual(
      Array.from({ length: 20 }, (_, index) => `person:${index} region-${index}`).sort(),
    )
  })

  it('knows the product itself, a visitor and a hand on the database', async () => {
    await addRegion('a')
    await requestContext.run({ requestId: 'r', address: '10.0.0.1' }, () => addRegion('b'))
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    await client.query(`UPDATE "Region" SET "nameKk" = 'c' WHERE "key" = 'a'`)
    await client.end()
    const actors = (await db.ledgerEntry.findMany({ orderBy: { id: 'asc' } })).map(({ actor }) => actor)
    expect(actors).toEqual(['system', 'visitor', 'database:postgres'])
  })

  it('keeps no secret, but that it changed', async () => {
    const user = await db.user.create({ data: { name: 'A', email: 'a@example.kz' } })
    const account = { accountId: user.id, providerId: 'credential', userId: user.id, password: '$argon2id$one' }
    const { id } = await db.account.create({ data: account })
    await db.account.update({ where: { id }, data: { password: '$argon2id$two' } })
    const entries = await db.ledgerEntry.findMany({ where: { tableName: 'account' }, orderBy: { id: 'asc' } })
    expect(entries[0]?.after).toMatchObject({ providerId: 'credential', password: '***' })
    expect(entries[1]).toMatchObject({ before: { password: '***' }, after: { password: '***' } })
    expect(JSON.stringify(entries.map(({ before, after }) => [before, after]))).not.toContain('argon2id')
  })

  it('watches every table that is not on the list of exceptions, and no other', async () => {
    const tables = await db.$queryRaw<{ name: string; isWatched: boolean }[]>`
      SELECT c.relname AS "name", EXISTS (
        SELECT FROM pg_trigger t WHERE t.tgrelid = c.oid AND t.tgname = 'ledger_record'
      ) AS "isWatched" FROM pg_class c WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace`
    const unwatched = tables.filter(({ isWatched }) => !isWatched).map(({ name }) => name)
    expect(unwatched.sort()).toEqual(Object.keys(unwatchedTables).sort())
  })
})

describe('the chain', () => {
  it('is whole after many writes, also when several processes chain at once', async () => {
    for (let index = 0; index < 30; index++) await addRegion(`r-${index}`)
    await Promise.all([seal(db), seal(db), seal(db)])
    await addRegion('last')
    await sealAll()
    expect(await verifyLedger(db)).toMatchObject({ entries: 31n, unsealed: 0, erased: 0, broken: null })
    await addRegion('not chained yet')
    expect(await verifyLedger(db)).toMatchObject({ entries: 31n, unsealed: 1, broken: null })
  })

  it('refuses to be changed, shortened or emptied', async () => {
    await addRegion('a')
    await sealAll()
    const attempts = [
      `UPDATE "LedgerEntry" SET "actor" = 'person:8'`,
      `UPDATE "LedgerEntry" SET "position" = NULL`,
      `UPDATE "LedgerEntry" SET "after" = NULL`,
      `DELETE FROM "LedgerEntry"`,
      `TRUNCATE "LedgerEntry"`,
    ]
    for (const attempt of attempts) await expect(db.$executeRawUnsafe(attempt)).rejects.toThrow('append-only')
    expect(await verifyLedger(db)).toMatchObject({ entries: 1n, broken: null })
  })

  const tampered: [string, string, { position: bigint; why: string }][] = [
    [
      'altered',
      `UPDATE "LedgerEntry" SET "after" = '{"key":"x"}' WHERE "position" = 4`,
      { position: 4n, why: 'altered' },
    ],
    [
      'another author',
      `UPDATE "LedgerEntry" SET "actor" = 'person:8' WHERE "position" = 2`,
      { position: 2n, why: 'altered' },
    ],
    ['removed', `DELETE FROM "LedgerEntry" WHERE "position" = 5`, { position: 5n, why: 'missing' }],
    ['the first removed', `DELETE FROM "LedgerEntry" WHERE "position" = 1`, { position: 1n, why: 'missing' }],
    ['the last removed', `DELETE FROM "LedgerEntry" WHERE "position" = 10`, { position: 10n, why: 'cut_off' }],
    ['all removed', `DELETE FROM "LedgerEntry"`, { position: 1n, why: 'cut_off' }],
    ['the head removed', `DELETE FROM "LedgerHead"`, { position: 11n, why: 'cut_off' }],
    [
      'reordered',
      `UPDATE "LedgerEntry" SET "position" = CASE "position" WHEN 3 THEN -7 WHEN 7 THEN -3 ELSE "position" END`,
      { position: 3n, why: 'missing' },
    ],
    [
      'digested anew',
      `UPDATE "LedgerEntry" SET "after" = '{}', "digest" = repeat('a', 64) WHERE "position" = 6`,
      { position: 6n, why: 'altered' },
    ],
    [
      'another author of an entry that is said to be erased',
      `UPDATE "LedgerEntry" SET "before" = NULL, "after" = NULL, "erasedAt" = now(), "actor" = 'x' WHERE "position" = 6`,
      { position: 6n, why: 'altered' },
    ],
    [
      'said to be erased, but saying something else',
      `UPDATE "LedgerEntry" SET "after" = '{}', "erasedAt" = now() WHERE "position" = 6`,
      { position: 6n, why: 'altered' },
    ],
  ]

  it.each(tampered)('notices what was done to it: %s', async (_, statement, broken) => {
    for (let index = 1; index <= 10; index++) await addRegion(`r-${index}`)
    await sealAll()
    await tamper(statement)
    expect((await verifyLedger(db)).broken).toMatchObject(broken)
  })

  it('notices two entries that changed places', async () => {
    for (let index = 1; index <= 10; index++) await addRegion(`r-${index}`)
    await sealAll()
    await tamper(`UPDATE "LedgerEntry" SET "position" = -"position" WHERE "position" IN (3, 7)`)
    await tamper(`UPDATE "LedgerEntry" SET "position" = 10 + "position" WHERE "position" IN (-3, -7)`)
    expect((await verifyLedger(db)).broken).toMatchObject({ position: 3n, why: 'altered' })
  })

  it('stays whole when an entry forgets what it said of a person', async () => {
    for (let index = 1; index <= 3; index++) await addRegion(`r-${index}`)
    await sealAll()
    await db.$executeRaw`
      UPDATE "LedgerEntry" SET "before" = NULL, "after" = NULL, "erasedAt" = now() WHERE "position" = 2`
    expect(await verifyLedger(db)).toMatchObject({ entries: 3n, erased: 1, broken: null })
    await expect(db.$executeRaw`UPDATE "LedgerEntry" SET "erasedAt" = NULL WHERE "position" = 2`).rejects.toThrow()
  })

  it('written anew from the start is noticed by who noted its head', async () => {
    for (let index = 1; index <= 3; index++) await addRegion(`r-${index}`)
    await sealAll()
    const { head } = await verifyLedger(db)
    await tamper(`DELETE FROM "LedgerHead"`)
    await tamper(`UPDATE "LedgerEntry" SET "actor" = 'person:8', "position" = NULL, "digest" = NULL, "hash" = NULL`)
    await sealAll()
    expect((await verifyLedger(db)).broken).toBeNull()
    expect((await verifyLedger(db, head)).broken).toMatchObject({ why: 'not_as_noted' })
  })
})
