import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { log } from '#app/platform/log/log.server'
import { planMigrations } from './plan-migrations'
import type { MigrationPlan, MigrationRow } from './plan-migrations'
import { readMigrations } from './read-migrations.server'
import type { Migration } from './read-migrations.server'

/** The table of Prisma's own engine, so that `prisma migrate` can go on with it where it can be installed. */
const TABLE = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  id VARCHAR(36) PRIMARY KEY NOT NULL,
  checksum VARCHAR(64) NOT NULL,
  finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL,
  logs TEXT,
  rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(),
  applied_steps_count INTEGER NOT NULL DEFAULT 0
)`

/** The number Prisma's engine locks with, so that the two never run at once. */
const LOCK = 72707369

/** A migration cannot be applied; the message names it and what to do. */
export class MigrationError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'MigrationError'
  }
}

/**
 * Brings a database up to date, each migration in a transaction of its own together with its row in
 * `_prisma_migrations`. Processes that start at the same moment wait for each other. An up-to-date database costs one
 * query. Throws MigrationError when a migration failed, now or before, or was edited after it was applied.
 */
export async function applyMigrations(url: string, migrations?: Migration[]): Promise<{ applied: string[] }> {
  const wanted = migrations ?? (await readMigrations())
  const client = new pg.Client({ connectionString: url, application_name: 'alan-migrate' })
  await client.connect()
  try {
    const applied: string[] = []
    let pending = await findPending(client, wanted)
    while (pending) {
      pending = await applyNext(client, wanted, applied)
    }
    return { applied }
  } finally {
    await client.end()
  }
}

async function findPending(client: pg.Client, migrations: Migration[]): Promise<Migration | null> {
  const plan = planMigrations(migrations, await readRows(client))
  if (!plan.ok) throw new MigrationError(explain(plan))
  if (plan.ahead.length > 0) log.warn({ migrations: plan.ahead }, 'the database was migrated by a newer version')
  return migrations.find((migration) => migration.name === plan.pending[0]) ?? null
}

async function readRows(client: pg.Client): Promise<MigrationRow[]> {
  const { rows: found } = await client.query<{ name: string | null }>(
    `SELECT to_regclass('_prisma_migrations') AS name`,
  )
  if (!found[0]?.name) return []
  const { rows } = await client.query<MigrationRow>(
    `SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS "isFinished",
       rolled_back_at IS NOT NULL AS "isRolledBack" FROM "_prisma_migrations" ORDER BY started_at`,
  )
  return rows
}

/** Applies the first pending one and returns whether there was one; looks again under the lock, for others may have been quicker. */
async function applyNext(client: pg.Client, migrations: Migration[], applied: string[]): Promise<Migration | null> {
  await client.query('BEGIN')
  try {
    await client.query('SELECT pg_advisory_xact_lock($1)', [LOCK])
    const next = await findPending(client, migrations)
    if (next) {
      await client.query(TABLE)
      // Waiting longer for a table lock would make every reader of the table wait behind this migration.
      await client.query(`SET LOCAL lock_timeout = '15s'`)
      await runScript(client, next)
      await client.query(
        `INSERT INTO "_prisma_migrations" (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
         VALUES ($1, $2, $3, clock_timestamp(), clock_timestamp(), 1)`,
        [randomUUID(), next.checksum, next.name],
      )
    }
    await client.query('COMMIT')
    if (next) applied.push(next.name)
    return next
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined)
    throw error
  }
}

async function runScript(client: pg.Client, migration: Migration): Promise<void> {
  try {
    await client.query(migration.sql)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new MigrationError(`Migration ${migration.name} failed and was rolled back: ${reason}`, { cause: error })
  }
}

function explain(plan: Extract<MigrationPlan, { ok: false }>): string {
  if (plan.code === 'failed') {
    return `Migration ${plan.name} failed half-way earlier. Repair the database and mark the migration with "prisma migrate resolve".`
  }
  return `Migration ${plan.name} was edited after it was applied to this database. Restore its text and add a new migration.`
}
