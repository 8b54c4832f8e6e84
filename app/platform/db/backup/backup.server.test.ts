import { appendFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Db } from '#app/platform/db/client.server'
import { seal } from '#app/domain/ledger/seal.server'
import { verifyLedger } from '#app/domain/ledger/verify.server'
import { readBackup, RestoreError } from '#app/platform/db/backup/read-backup.server'
import { writeBackup } from '#app/platform/db/backup/write-backup.server'
import { sendJob } from '#app/platform/jobs/jobs.server'
import { emptyTables, testDatabase } from '#tests/setup/database'

const { db, url } = await testDatabase()
const now = new Date('2026-11-22T10:00:00Z')

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'alan-backup-'))
  await empty()
})

afterEach(() => rm(folder, { recursive: true, force: true }))

async function empty(): Promise<void> {
  await emptyTables(db)
  await db.$executeRaw`DELETE FROM pgboss.job`
}

/** As in a new database. */
async function restartNumbers(): Promise<void> {
  await db.$executeRaw`ALTER SEQUENCE "LedgerEntry_id_seq" RESTART`
  await db.$executeRaw`ALTER SEQUENCE "Change_id_seq" RESTART`
}

/** Rows of many kinds, among them two tables that refer to each other. */
async function fill(): Promise<void> {
  const source = { source: 'https://example.kz', confidence: 'high' as const }
  const name = { nameKk: 'Ұлытау облысы', nameRu: 'Область «Улытау»', nameEn: "Ulytau's \\ region\n" }
  await db.region.create({ data: { key: 'ulytau', kato: '620000000', iso3166: 'KZ-62', ...name, ...source } })
  const place = { lng: 67.1 + 0.2, lat: 47.799999999999997, kato: '621810000', katoConfidence: 'low' as const }
  const town = {
    key: 'satbayev',
    code: 'STB',
    regionKey: 'ulytau',
    ...name,
    aliases: ['Никольский', 'a,"b"'],
    ...place,
  }
  await db.town.create({ data: { ...town, facts: { note: null, list: [1, 2.5, 'ә'] } } })
  const site = await db.site.create({ data: { number: 'STB-0001', townKey: 'satbayev', kind: 'building' } })
  const version = await db.siteVersion.create({ data: { siteId: site.id, sequence: 1, dossier: { area: 1250.5 } } })
  await db.site.update({ where: { id: site.id }, data: { publishedVersionId: version.id, confirmedAt: now } })
  await db.rateLimit.create({ data: { key: 'ip', count: 1, lastRequest: 9_007_199_254_740_993n } })
  await db.counter.createMany({ data: Array.from({ length: 1203 }, (_, last) => ({ key: `c${last}`, last })) })
  await sendJob(db, 'send-mail', { id: 'letter' }, { retryLimit: 7, startAfter: new Date('2030-01-01T00:00:00Z') })
}

/** Everything in the database, table by table, as PostgreSQL writes it. */
async function readAll(database: Db): Promise<Record<string, string[]>> {
  const tables = await database.$queryRaw<{ name: string }[]>`
    SELECT format('public.%I', tablename) AS name FROM pg_tables WHERE schemaname = 'public'`
  const all: Record<string, string[]> = {}
  for (const { name } of [...tables, { name: 'pgboss.job' }]) {
    const rows = await database.$queryRawUnsafe<{ line: string }[]>(
      `SELECT t::text AS line FROM ${name} AS t ORDER BY 1`,
    )
    all[name] = rows.map(({ line }) => line)
  }
  return all
}

describe('a backup', () => {
  it('brings every row, file and waiting job back into an empty place', async () => {
    await fill()
    await mkdir(join(folder, 'files/ab'), { recursive: true })
    await writeFile(join(folder, 'files/ab/abcdef.webp'), Buffer.from([1, 2, 255]))
    const before = await readAll(db)
    const manifest = await writeBackup({ url, filesFolder: join(folder, 'files') }, join(folder, 'backup'), now)
    expect(manifest).toMatchObject({ createdAt: now.toISOString(), files: 1 })
    expect(manifest.tables.find((table) => table.name.includes('Counter'))?.rows).toBe(1203)

    await empty()
    await readBackup(join(folder, 'backup'), { url, filesFolder: join(folder, 'restored') })
    expect(await readAll(db)).toEqual(before)
    expect(await readFile(join(folder, 'restored/ab/abcdef.webp'))).toEqual(Buffer.from([1, 2, 255]))
    const unknownTown = db.site.create({ data: { number: 'X-1', townKey: 'nowhere', kind: 'land' } })
    await expect(unknownTown).rejects.toMatchObject({ code: 'P2003' })
  })

  it('can be written to, and its ledger goes on where it ended', async () => {
    await restartNumbers()
    await fill()
    await db.change.create({ data: { topic: 'case:1' } })
    await seal(db)
    const before = await verifyLedger(db)
    await writeBackup({ url, filesFolder: null }, join(folder, 'backup'), now)
    await empty()
    await restartNumbers()
    await readBackup(join(folder, 'backup'), { url, filesFolder: null })
    await db.region.update({ where: { key: 'ulytau' }, data: { nameEn: 'Ulytau' } })
    await db.change.create({ data: { topic: 'case:2' } })
    await seal(db)
    expect(before).toMatchObject({ broken: null })
    expect(await verifyLedger(db, before.head)).toMatchObject({ entries: before.entries + 1n, broken: null })
  })

  it('does not overwrite one that is there, and leaves nothing under its name when it fails', async () => {
    const target = join(folder, 'backup')
    await writeBackup({ url, filesFolder: null }, target, now)
    await expect(writeBackup({ url, filesFolder: null }, target, now)).rejects.toThrow('exists already')
    await expect(writeBackup({ url: `${url}_no`, filesFolder: null }, join(folder, 'second'), now)).rejects.toThrow()
    expect((await readdir(folder)).filter((name) => !name.endsWith('.partial'))).toEqual(['backup'])
  })
})

describe('a restore is refused', () => {
  beforeEach(async () => {
    await fill()
    await writeBackup({ url, filesFolder: null }, join(folder, 'backup'), now)
  })

  const restore = (filesFolder: string | null = null) => readBackup(join(folder, 'backup'), { url, filesFolder })

  it('into a database with rows', async () => {
    const before = await readAll(db)
    await expect(restore()).rejects.toThrow(/not empty: public\..* has rows/)
    expect(await readAll(db)).toEqual(before)
  })

  it('onto stored files', async () => {
    await empty()
    await mkdir(join(folder, 'files'))
    await writeFile(join(folder, 'files/one'), '')
    await expect(restore(join(folder, 'files'))).rejects.toThrow('is not empty')
  })

  it('from a damaged table', async () => {
    await empty()
    await appendFile(join(folder, 'backup/tables/public.Counter.jsonl.gz'), 'x')
    await expect(restore()).rejects.toThrow(/damaged: tables\/public.Counter/)
    expect(await db.counter.count()).toBe(0)
  })

  it('from a newer version of the program', async () => {
    await empty()
    const path = join(folder, 'backup/manifest.json')
    const manifest = JSON.parse(await readFile(path, 'utf8')) as { migrations: unknown[] }
    manifest.migrations.push({ name: '29990101000000_future', checksum: 'f' })
    await writeFile(path, JSON.stringify(manifest))
    await expect(restore()).rejects.toThrow('29990101000000_future')
  })

  it.each(['not json', '{"format": 2}'])('from a folder whose manifest says %j', async (text) => {
    await writeFile(join(folder, 'backup/manifest.json'), text)
    await expect(restore()).rejects.toBeInstanceOf(RestoreError)
  })
})
