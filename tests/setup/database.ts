import { afterAll, inject } from 'vitest'
import { createPrisma, inTransaction } from '#app/platform/db/client.server'
import type { Db } from '#app/platform/db/client.server'
import { useDatabase } from '#app/platform/db/database.server'

export interface TestDatabase {
  db: Db
  /** Connection string, for what does not go through Prisma (jobs, plain SQL). */
  url: string
}

/**
 * A migrated, empty database, which nobody else uses while the calling test file runs. Call it once at the top of the
 * file: `const { db } = await testDatabase()`. It is also what `database()` gives to the code under test. The file may
 * leave rows and jobs behind but no other schema: for that there is `startMemoryDatabase`.
 */
export async function testDatabase(): Promise<TestDatabase> {
  const url = inject('databases')[Number(process.env.VITEST_POOL_ID) - 1]
  if (url === undefined) throw new Error(`No database for worker ${process.env.VITEST_POOL_ID}`)
  const db = createPrisma(url)
  useDatabase(db)
  afterAll(() => db.$disconnect())
  await emptyTables(db)
  await emptyJobs(db)
  return { db, url }
}

/**
 * Empties all tables of the application, keeping the schema and what has been migrated. One statement deletes from all,
 * so that no foreign key sees a part of it; TRUNCATE would take ten times as long for the few rows of a test.
 */
export async function emptyTables(db: Db): Promise<void> {
  const tables = await db.$queryRaw<{ name: string }[]>`
    SELECT quote_ident(tablename) AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'`
  const deletes = tables.map(({ name }, index) => `gone_${index} AS (DELETE FROM ${name})`)
  await inTransaction(db, async (tx) => {
    // Nothing else lets entries of the ledger go. Foreign keys are off as well, which hurts nobody when all rows go.
    await tx.$executeRaw`SET LOCAL session_replication_role = replica`
    await tx.$executeRawUnsafe(`WITH ${deletes.join(', ')} SELECT`)
  })
}

async function emptyJobs(db: Db): Promise<void> {
  await db.$executeRaw`DELETE FROM pgboss.job`
  await db.$executeRaw`SELECT pgboss.delete_queue(name) FROM pgboss.queue`
  await db.$executeRaw`DELETE FROM pgboss.archive`
  await db.$executeRaw`DELETE FROM pgboss.schedule`
}
