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

declare module 'vitest' {
  export interface ProvidedContext {
    /** Connection strings of migrated databases, one for each worker; the worker with pool id n has number n - 1. */
    databases: string[]
    /** A migrated, empty database as a file that `startMemoryDatabase` can begin with. */
    template: string
  }
}

/** Part of the name of the dump: raise it when something else than a migration changes the template. */
const EDITION = 'jobs 10.4.2'

const DAY = 24 * 60 * 60 * 1000

/**
 * Runs once before the database tests: a database for each worker, which every test file finds empty. They are embedded
 * ones, or on the PostgreSQL server of TEST_DATABASE_URL, whose user may create databases.
 */
export default async function startDatabases(project: TestProject): Promise<() => Promise<void>> {
  const count = project.vitest.config.maxWorkers
  const server = process.env.TEST_DATABASE_URL
  const template = await makeDump(await readMigrations())
  const { urls, remove } = await (server ? createOnServer(server, count) : startEmbedded(template, count))
  project.provide('template', template)
  project.provide('databases', urls)
  return remove
}

interface Databases {
  urls: string[]
  remove: () => Promise<void>
}

async function startEmbedded(template: string, count: number): Promise<Databases> {
  const started = await Promise.all(Array.from({ length: count }, () => startMemoryDatabase({ template })))
  return {
    urls: started.map(({ url }) => url),
    remove: async () => void (await Promise.all(started.map(({ stop }) => stop()))),
  }
}

async function createOnServer(url: string, count: number): Promise<Databases> {
  const names = Array.from({ length: count }, (_, index) => `alan_test_${process.pid}_${index + 1}`)
  const urls = names.map((name) => withDatabase(url, name))
  const drops = names.map((name) => `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
  await runOnServer(url, ...drops, ...names.map((name) => `CREATE DATABASE ${name}`))
  const migrations = await readMigrations()
  for (const each of urls) await fill(each, migrations)
  return { urls, remove: () => runOnServer(url, ...drops) }
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
