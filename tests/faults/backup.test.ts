import { describe, expect, inject, it } from 'vitest'
import { FaultLoad } from '#tests/builders/fault-load'
import { OwnProduct } from '#tests/setup/own-product'
import { startCluster } from '#tests/setup/postgres-cluster'
import { runCommand } from '#tests/setup/run-command'
import { seedCluster } from '#tests/setup/seeded-places'
import { runOnServer, withDatabase } from '#tests/setup/worker-databases'
import { createHash } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'

const programs = inject('postgresPrograms')

type Row = { submissionKey: string }

describe.each(['embedded', 'postgres'] as const)('a backup on %s', (kind) => {
  if (kind === 'postgres' && programs === null) return it.skip('needs the programs of PostgreSQL')

  it('that is made while people write holds what was acknowledged before, and restores into an empty place', async () => {
    const scratch = await mkdtemp(join(tmpdir(), 'alan-backup-'))
    const cluster = kind === 'postgres' ? await startCluster(programs ?? '') : null
    if (cluster !== null) await seedCluster(cluster.url, inject('seededFolder'))
    const product = await OwnProduct.make(cluster)
    try {
      await product.start()
      const load = new FaultLoad(product)
      await load.prepare()
      let end = () => undefined as void
      const running = load.run(new Promise<void>((resolve) => (end = resolve)))
      const before = async () => load.inquiries.filter(({ reference }) => reference !== null).length
      while ((await before()) < 3) await new Promise((resolve) => setTimeout(resolve, 20))
      const acknowledged = load.inquiries.flatMap(({ reference }) => reference ?? [])
      const first = join(scratch, 'first')
      expect(await runCommand(['backup', '--to', first], product.env)).toMatchObject({ code: 0 })
      end()
      await running

      const empty: Record<string, string> = { ...product.env, DATA_DIR: join(scratch, 'restored') }
      if (cluster !== null) {
        await runOnServer(cluster.url, 'CREATE DATABASE alan_restored')
        empty.DATABASE_URL = withDatabase(cluster.url, 'alan_restored')
      }
      expect(await runCommand(['restore', first], empty)).toMatchObject({ code: 0 })
      const second = join(scratch, 'second')
      expect(await runCommand(['backup', '--to', second], empty)).toMatchObject({ code: 0 })
      const made = await readTables(first)
      // Every row of every table, byte by byte, and every file.
      expect(await readTables(second)).toEqual(made)
      expect(await hashFiles(join(second, 'files'))).toEqual(await hashFiles(join(first, 'files')))
      expect(await runCommand(['audit-verify'], empty)).toMatchObject({ code: 0 })
      const rows = (await readLines(second, 'public.Inquiry.jsonl.gz')).map((line) => JSON.parse(line) as Row)
      expect(rows.map(({ submissionKey }) => submissionKey)).toEqual(expect.arrayContaining(acknowledged))
      console.log(`${kind}: ${made.length} tables, ${acknowledged.length} inquiries before`)
    } finally {
      await product.remove()
      await cluster?.remove()
      await rm(scratch, { recursive: true, force: true })
    }
  })
})

/** Each table with the number and the hash of its rows, whose order says nothing. */
async function readTables(folder: string): Promise<string[]> {
  const names = (await readdir(join(folder, 'tables'))).sort()
  return Promise.all(
    names.map(async (name) => {
      const lines = (await readLines(folder, name)).sort()
      return `${name}: ${lines.length} ${createHash('sha256').update(lines.join('\n')).digest('hex')}`
    }),
  )
}

async function readLines(folder: string, name: string): Promise<string[]> {
  const text = gunzipSync(await readFile(join(folder, 'tables', name))).toString()
  return text.split('\n').filter(Boolean)
}

async function hashFiles(folder: string): Promise<string[]> {
  const entries = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile())
  const hashes = entries.map(async ({ parentPath, name }) => {
    const hash = createHash('sha256').update(await readFile(join(parentPath, name)))
    return `${join(parentPath, name).slice(folder.length)} ${hash.digest('hex')}`
  })
  return (await Promise.all(hashes)).sort()
}
