import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { cp, mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import pg from 'pg'
import { BACKUP_FORMAT } from './manifest'
import type { Manifest, TableEntry } from './manifest'

const PAGE = 500

/** Jobs that wait, so that a letter that was queued when the backup was made is still sent after a restore. */
const WAITING_JOBS = { name: 'pgboss.job', condition: `WHERE state < 'active' AND name NOT LIKE '\\_\\_pgboss%'` }

interface BackupSource {
  url: string
  /** Folder of the stored files, or null when they are kept elsewhere. */
  filesFolder: string | null
}

/**
 * Writes a backup into the new folder `target`: all rows as of one moment (JSON lines, gzip), the stored files, and a
 * manifest. The product may run meanwhile. Appears under its name only when it is complete; throws when the name is taken.
 */
export async function writeBackup({ url, filesFolder }: BackupSource, target: string, now: Date): Promise<Manifest> {
  if (await exists(target)) throw new Error(`${target} exists already`)
  const draft = `${target}.partial`
  await rm(draft, { recursive: true, force: true })
  try {
    return await write({ url, filesFolder }, { draft, target }, now)
  } catch (error) {
    // A disk that is full is not kept full.
    await rm(draft, { recursive: true, force: true })
    throw error
  }
}

type Folders = { draft: string; target: string }

async function write({ url, filesFolder }: BackupSource, { draft, target }: Folders, now: Date): Promise<Manifest> {
  await mkdir(join(draft, 'tables'), { recursive: true, mode: 0o700 })
  const rows = await writeRows(url, draft)
  // Files after rows: stored files never change, so every file that a row names is there, and perhaps a few more.
  const files = await copyFiles(filesFolder, join(draft, 'files'))
  const manifest: Manifest = { format: BACKUP_FORMAT, createdAt: now.toISOString(), ...rows, files }
  await writeFile(join(draft, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`)
  await rename(draft, target)
  return manifest
}

async function writeRows(url: string, folder: string): Promise<Pick<Manifest, 'migrations' | 'tables'>> {
  const client = new pg.Client({ connectionString: url, application_name: 'alan-backup' })
  await client.connect()
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY')
    const { rows: migrations } = await client.query<Manifest['migrations'][number]>(
      `SELECT migration_name AS name, checksum FROM "_prisma_migrations"
       WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY started_at`,
    )
    const tables: TableEntry[] = []
    for (const { name, condition } of await listTables(client)) {
      tables.push(await writeTable(client, name, condition, folder))
    }
    await client.query('COMMIT')
    return { migrations, tables }
  } finally {
    await client.end()
  }
}

async function listTables(client: pg.Client): Promise<{ name: string; condition: string }[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT format('public.%I', tablename) AS name FROM pg_tables
     WHERE schemaname = 'public' AND tablename <> '_prisma_migrations' ORDER BY tablename`,
  )
  const { rows: jobs } = await client.query<{ name: string | null }>(`SELECT to_regclass('pgboss.job')::text AS name`)
  const tables = rows.map(({ name }) => ({ name, condition: '' }))
  return jobs[0]?.name ? [...tables, WAITING_JOBS] : tables
}

async function writeTable(client: pg.Client, name: string, condition: string, folder: string): Promise<TableEntry> {
  const file = `tables/${name.replace(/[^\w.]/g, '')}.jsonl.gz`
  const hash = createHash('sha256')
  let rows = 0
  async function* readLines() {
    await client.query(
      `DECLARE page NO SCROLL CURSOR FOR SELECT to_jsonb(t)::text AS line FROM ${name} AS t ${condition}`,
    )
    for (;;) {
      const page = await client.query<{ line: string }>(`FETCH ${PAGE} FROM page`)
      if (page.rows.length === 0) break
      rows += page.rows.length
      yield page.rows.map(({ line }) => `${line}\n`).join('')
    }
    await client.query('CLOSE page')
  }
  const seal = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk)
      done(null, chunk)
    },
  })
  await pipeline(Readable.from(readLines()), createGzip(), seal, createWriteStream(join(folder, file), { mode: 0o600 }))
  return { name, rows, file, sha256: hash.digest('hex') }
}

async function copyFiles(from: string | null, to: string): Promise<number | null> {
  if (from === null) return null
  if (!(await exists(from))) return 0
  await cp(from, to, { recursive: true, errorOnExist: true, force: false })
  const entries = await readdir(to, { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).length
}

async function exists(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null)) !== null
}
