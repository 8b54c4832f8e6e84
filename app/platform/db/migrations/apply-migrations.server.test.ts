import { afterAll, beforeEach, describe, expect, inject, it } from 'vitest'
import { createPrisma } from '#app/platform/db/client.server'
import { applyMigrations, MigrationError } from '#app/platform/db/migrations/apply-migrations.server'
import { readMigrations } from '#app/platform/db/migrations/read-migrations.server'
import { startMemoryDatabase } from '#tests/setup/memory-database'
import { diagnoseHistory } from '../../../../prisma/migrate/schema-engine'

const { url, stop } = await startMemoryDatabase({ template: inject('template') })
const db = createPrisma(url)
afterAll(async () => {
  await db.$disconnect()
  await stop()
})

beforeEach(async () => {
  await db.$executeRaw`DROP SCHEMA public CASCADE`
  await db.$executeRaw`CREATE SCHEMA public`
})

const migration = (name: string, sql: string) => ({ name, sql, checksum: `of ${sql}` })

async function listTables(): Promise<string[]> {
  const rows = await db.$queryRaw<{ name: string }[]>`
    SELECT tablename::text AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`
  return rows.map((row) => row.name)
}

describe('applyMigrations', () => {
  it('brings an empty database up to date once, however many processes start at once', async () => {
    const names = (await readMigrations()).map(({ name }) => name)
    const outcomes = await Promise.all(Array.from({ length: 4 }, () => applyMigrations(url)))
    expect(outcomes.flatMap(({ applied }) => applied).sort()).toEqual(names)
    expect(await applyMigrations(url)).toEqual({ applied: [] })
    expect(await db.counter.count()).toBe(0)
  })

  it("leaves a history that Prisma's own engine finds in order", async () => {
    await applyMigrations(url)
    expect(await diagnoseHistory(url)).toEqual({
      hasMigrationsTable: true,
      history: null,
      failedMigrationNames: [],
      editedMigrationNames: [],
    })
  }, 60_000)

  it('rolls a failing migration back as a whole, names it, and goes on after it was repaired', async () => {
    const first = migration('1_first', 'CREATE TABLE one (id int); INSERT INTO one VALUES (1);')
    const broken = migration('2_second', 'CREATE TABLE two (id int); SELECT 1 / 0;')
    const failure = await applyMigrations(url, [first, broken]).catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(MigrationError)
    expect(String(failure)).toMatch(/2_second failed and was rolled back: division by zero/)
    expect(await listTables()).toEqual(['_prisma_migrations', 'one'])

    const repaired = migration('2_second', 'CREATE TABLE two (id int);')
    expect(await applyMigrations(url, [first, repaired])).toEqual({ applied: ['2_second'] })
    expect(await listTables()).toEqual(['_prisma_migrations', 'one', 'two'])
  })

  it('refuses a migration that was edited after it was applied', async () => {
    await applyMigrations(url, [migration('1_first', 'CREATE TABLE one (id int);')])
    const edited = migration('1_first', 'CREATE TABLE one (id bigint);')
    await expect(applyMigrations(url, [edited])).rejects.toThrow(/1_first was edited/)
  })

  it('leaves a database of a newer version alone', async () => {
    const first = migration('1_first', 'CREATE TABLE one (id int);')
    await applyMigrations(url, [first, migration('2_second', 'CREATE TABLE two (id int);')])
    expect(await applyMigrations(url, [first])).toEqual({ applied: [] })
  })
})
