import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { applyMigrations } from '#app/platform/db/migrations/apply-migrations.server'
import { readMigrations } from '#app/platform/db/migrations/read-migrations.server'
import type { Migration } from '#app/platform/db/migrations/read-migrations.server'
import { projectRoot } from '#app/platform/env/project-root.server'
import { installJobs } from '#app/platform/jobs/jobs.server'
import { startMemoryDatabase } from '#tests/setup/memory-database'

/** A migrated, empty database to clone: a dump of the embedded one, or a database on a PostgreSQL server. */
export type DatabaseTemplate = { kind: 'embedded'; path: string } | { kind: 'server'; url: string; name: string }

declare module 'vitest' {
  export interface ProvidedContext {
    databaseTemplate: DatabaseTemplate
  }
}

/** Part of the name of the dump: raise it when something else than a migration changes the template. */
const EDITION = 'jobs 10.4.2'

const DAY = 24 * 60 * 60 * 1000

/** Runs once before the database tests; TEST_DATABASE_URL chooses a PostgreSQL server whose user may create databases. */
export default async function prepareTemplate(project: TestProject): Promise<() => Promise<void>> {
  const url = process.env.TEST_DATABASE_URL
  const migrations = await readMigrations()
  if (!url) {
    project.provide('databaseTemplate', { kind: 'embedded', path: await makeDump(migrations) })
    return async () => undefined
  }
  const name = `alan_test_template_${process.pid}`
  await runOnServer(url, `DROP DATABASE IF EXISTS ${name}`, `CREATE DATABASE ${name}`)
  await fill(withDatabase(url, name), migrations)
  project.provide('databaseTemplate', { kind: 'server', url, name })
  return () => runOnServer(url, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
}

/** The same connection string for another database of the server. */
export function withDatabase(url: string, name: string): string {
  const changed = new URL(url)
  changed.pathname = `/${name}`
  return changed.href
}

/** Runs statements one by one outside a transaction, as CREATE and DROP DATABASE demand. */
export async function runOnServer(url: string, ...statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    for (const statement of statements) await client.query(statement)
  } finally {
    await client.end()
  }
}

async function fill(url: string, migrations: Migration[]): Promise<void> {
  await applyMigrations(url, migrations)
  await installJobs(url)
}

async function makeDump(migrations: Migration[]): Promise<string> {
  const folder = join(projectRoot(), '.cache/test-database')
  const path = join(folder, `${hash(migrations)}.tar`)
  if (existsSync(path)) return path
  await mkdir(folder, { recursive: true })
  const memory = await startMemoryDatabase()
  await fill(memory.url, migrations)
  const draft = `${path}.${process.pid}`
  await memory.dump(draft)
  await memory.stop()
  await rename(draft, path)
  await removeOld(folder)
  return path
}

function hash(migrations: Migration[]): string {
  const digest = createHash('sha256').update(EDITION)
  for (const { name, checksum } of migrations) digest.update(`${name} ${checksum}\n`)
  return digest.digest('hex').slice(0, 16)
}

/** Dumps of earlier schemas; a day old, so that a run that is still going on keeps its own. */
async function removeOld(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const path = join(folder, name)
    const { mtimeMs } = await stat(path)
    if (Date.now() - mtimeMs > DAY) await rm(path)
  }
}
