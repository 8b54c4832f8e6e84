import { afterAll, inject } from 'vitest'
import { createPrisma } from '#app/platform/db/client.server'
import type { Db } from '#app/platform/db/client.server'
import { useDatabase } from '#app/platform/db/database.server'
import { runOnServer, withDatabase } from '#tests/setup/database-template'
import { startMemoryDatabase } from '#tests/setup/memory-database'

export interface TestDatabase {
  db: Db
  /** Connection string, for what does not go through Prisma (jobs, plain SQL). */
  url: string
}

/**
 * A migrated, empty database of the calling test file, removed after its tests. Call it once at the top of the file:
 * `const { db } = await testDatabase()`. It is also what `database()` gives to the code under test.
 */
export async function testDatabase(): Promise<TestDatabase> {
  const { url, remove } = await cloneDatabase()
  const db = createPrisma(url)
  useDatabase(db)
  afterAll(async () => {
    await db.$disconnect()
    await remove()
  })
  return { db, url }
}

/** Empties all tables of the application, keeping the schema and what has been migrated. */
export async function emptyTables(db: Db): Promise<void> {
  const tables = await db.$queryRaw<{ name: string }[]>`
    SELECT quote_ident(tablename) AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'`
  await db.$executeRawUnsafe(`TRUNCATE ${tables.map((table) => table.name).join(', ')} RESTART IDENTITY CASCADE`)
}

async function cloneDatabase(): Promise<{ url: string; remove: () => Promise<void> }> {
  const template = inject('databaseTemplate')
  if (template.kind === 'server') {
    const name = `alan_test_${process.pid}_${Date.now().toString(36)}`
    await runOnServer(template.url, `CREATE DATABASE ${name} TEMPLATE ${template.name}`)
    return {
      url: withDatabase(template.url, name),
      remove: () => runOnServer(template.url, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
    }
  }
  const { url, stop } = await startMemoryDatabase({ template: template.path })
  return { url, remove: stop }
}
