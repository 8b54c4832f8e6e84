import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { cp, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { createGunzip } from 'node:zlib'
import pg from 'pg'
import { installJobs } from '#app/platform/jobs/jobs.server'
import { applyMigrations } from '../migrations/apply-migrations.server'
import { readMigrations } from '../migrations/read-migrations.server'
import type { Migration } from '../migrations/read-migrations.server'
import { ManifestSchema } from './manifest'
import type { Manifest, TableEntry } from './manifest'

const PAGE = 500

interface RestoreTarget {
  url: string
  /** Folder of the stored files, or null when they are kept elsewhere. */
  filesFolder: string | null
}

/** The backup or the place to restore to is not as it must be; nothing was changed, or everything was rolled back. */
export class RestoreError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'RestoreError'
  }
}

/**
 * Brings the backup in `folder` into an empty database and an empty folder of files, then applies the migrations that are
 * newer than the backup. All rows in one transaction, with the foreign keys checked at its end. Throws RestoreError when
 * the backup is damaged or newer than the program, or when there is anything in the way.
 */
export async function readBackup(folder: string, { url, filesFolder }: RestoreTarget): Promise<Manifest> {
  const manifest = await readManifest(folder)
  await verifyTables(folder, manifest)
  const migrations = await matchMigrations(manifest)
  await assertEmpty(url, filesFolder, migrations)
  await applyMigrations(url, migrations)
  await installJobs(url)
  await writeRows(folder, url, manifest)
  if (filesFolder && manifest.files) await cp(join(folder, 'files'), filesFolder, { recursive: true })
  await applyMigrations(url)
  return manifest
}

async function readManifest(folder: string): Promise<Manifest> {
  const text = await readFile(join(folder, 'manifest.json'), 'utf8').catch(() => null)
  if (text === null) throw new RestoreError(`${folder} is not a backup: it has no manifest.json`)
  const parsed = ManifestSchema.safeParse(parseJson(text))
  if (!parsed.success) throw new RestoreError(`${folder}/manifest.json is not of a format this program knows`)
  return parsed.data
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

async function verifyTables(folder: string, manifest: Manifest): Promise<void> {
  for (const { file, sha256 } of manifest.tables) {
    const hash = createHash('sha256')
    const bytes = await readFile(join(folder, file)).catch(() => null)
    if (bytes === null || hash.update(bytes).digest('hex') !== sha256) {
      throw new RestoreError(`The backup is damaged: ${file} is missing or not as it was written`)
    }
  }
}

async function matchMigrations(manifest: Manifest): Promise<Migration[]> {
  const known = new Map((await readMigrations()).map((migration) => [migration.name, migration]))
  return manifest.migrations.map(({ name, checksum }) => {
    const migration = known.get(name)
    if (migration?.checksum !== checksum) {
      throw new RestoreError(
        `The backup belongs to another version of the program: this one has no such migration ${name}`,
      )
    }
    return migration
  })
}

async function assertEmpty(url: string, filesFolder: string | null, migrations: Migration[]): Promise<void> {
  const files = filesFolder ? await readdir(filesFolder).catch(() => []) : []
  if (files.length > 0) throw new RestoreError(`${filesFolder ?? ''} is not empty`)
  await withClient(url, async (client) => {
    const { rows: tables } = await client.query<{ name: string }>(
      `SELECT format('public.%I', tablename) AS name FROM pg_tables WHERE schemaname = 'public'`,
    )
    for (const { name } of tables) {
      if (name === 'public._prisma_migrations') await assertNotNewer(client, migrations)
      else if ((await client.query(`SELECT 1 FROM ${name} LIMIT 1`)).rows.length > 0) {
        throw new RestoreError(`The database is not empty: ${name} has rows. Restore into a new database`)
      }
    }
  })
}

async function assertNotNewer(client: pg.Client, migrations: Migration[]): Promise<void> {
  const { rows } = await client.query<{ name: string }>(`SELECT migration_name AS name FROM "_prisma_migrations"`)
  const newer = rows.find((row) => !migrations.some((migration) => migration.name === row.name))
  if (newer)
    throw new RestoreError(
      `The database has migration ${newer.name}, which is newer than the backup. Restore into a new database`,
    )
}

async function writeRows(folder: string, url: string, manifest: Manifest): Promise<void> {
  await withClient(url, async (client) => {
    await client.query('BEGIN')
    const restoreKeys = await dropForeignKeys(client)
    await switchTriggers(client, 'DISABLE')
    for (const table of manifest.tables) await writeTable(client, folder, table)
    await switchTriggers(client, 'ENABLE')
    await continueNumbers(client)
    for (const statement of restoreKeys) await client.query(statement)
    await client.query('COMMIT')
  })
}

/** Tables refer to each other in circles, so no order of loading is right; gives the statements that bring the keys back. */
async function dropForeignKeys(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ drop: string; add: string }>(
    `SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname) AS drop,
       format('ALTER TABLE %s ADD CONSTRAINT %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) AS add
     FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace`,
  )
  for (const { drop } of rows) await client.query(drop)
  return rows.map(({ add }) => add)
}

/** The ledger is restored as it was and must not record its own return. */
async function switchTriggers(client: pg.Client, change: 'ENABLE' | 'DISABLE'): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT DISTINCT tgrelid::regclass::text AS name FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
     WHERE NOT t.tgisinternal AND c.relnamespace = 'public'::regnamespace`,
  )
  for (const { name } of rows) await client.query(`ALTER TABLE ${name} ${change} TRIGGER USER`)
}

/** Numbers that the database gives by itself go on after the highest that is there; else the next write takes a used one. */
async function continueNumbers(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ table: string; column: string; sequence: string }>(
    `SELECT c.oid::regclass::text AS "table", quote_ident(a.attname) AS "column",
       pg_get_serial_sequence(c.oid::regclass::text, a.attname) AS "sequence"
     FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
     WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace
       AND pg_get_serial_sequence(c.oid::regclass::text, a.attname) IS NOT NULL`,
  )
  for (const { table, column, sequence } of rows)
    await client.query(`SELECT setval($1, max(${column})) FROM ${table} HAVING max(${column}) IS NOT NULL`, [sequence])
}

async function writeTable(client: pg.Client, folder: string, table: TableEntry): Promise<void> {
  const lines = createInterface({ input: createReadStream(join(folder, table.file)).pipe(createGunzip()) })
  let page: string[] = []
  let count = 0
  const flush = async () => {
    if (page.length === 0) return
    const rows = `[${page.join(',')}]`
    if (table.name === 'pgboss.job') await makeQueues(client, rows)
    await client.query(`INSERT INTO ${table.name} SELECT * FROM jsonb_populate_recordset(NULL::${table.name}, $1)`, [
      rows,
    ])
    count += page.length
    page = []
  }
  for await (const line of lines) {
    page.push(line)
    if (page.length === PAGE) await flush()
  }
  await flush()
  if (count !== table.rows)
    throw new RestoreError(`The backup is damaged: ${table.file} has ${count} rows, not ${table.rows}`)
}

async function makeQueues(client: pg.Client, jobs: string): Promise<void> {
  await client.query(
    `SELECT pgboss.create_queue(name, '{"policy":"standard"}'::json)
     FROM (SELECT DISTINCT job->>'name' AS name FROM jsonb_array_elements($1::jsonb) AS job) AS names`,
    [jobs],
  )
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, application_name: 'alan-restore' })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
