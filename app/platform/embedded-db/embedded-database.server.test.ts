import { spawn } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { DataDirHeldError, findHolder } from '#app/platform/embedded-db/data-lock.server'
import { connectOrStart, startEmbeddedDatabase } from '#app/platform/embedded-db/embedded-database.server'
import { projectRoot } from '#app/platform/env/project-root.server'
import { startMemoryDatabase } from '#tests/setup/memory-database'

let dataDir: string

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'alan-embedded-'))
})

afterAll(() => rm(dataDir, { recursive: true, force: true }))

/** Starts the writer, kills it after `rows` acknowledged rows and gives what it acknowledged. */
function killWriterAfter(rows: number): Promise<number[]> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'tests/setup/write-until-killed.ts', dataDir], {
    cwd: projectRoot(),
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let printed = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    printed += text
    if (printed.split('\n').length > rows) child.kill('SIGKILL')
  })
  return new Promise((resolve) => child.on('close', () => resolve(printed.split('\n').slice(0, -1).map(Number))))
}

async function ask<T extends pg.QueryResultRow>(url: string, sql: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return (await client.query<T>(sql)).rows
  } finally {
    await client.end()
  }
}

describe('the embedded database on disk', () => {
  it('loses nothing it acknowledged when its process is killed while it writes, and is taken over', async () => {
    const acknowledged: number[] = []
    for (const rows of [500, 1500]) acknowledged.push(...(await killWriterAfter(rows)))
    expect(acknowledged.length).toBeGreaterThanOrEqual(2000)

    const database = await startEmbeddedDatabase({ dataDir })
    const stored = new Set(
      (await ask<{ id: string }>(database.url, 'SELECT id FROM written')).map((row) => Number(row.id)),
    )
    await database.stop()
    expect(acknowledged.filter((id) => !stored.has(id))).toEqual([])
  }, 180_000)

  it('is one for all: a second start is refused, a command joins it', async () => {
    const database = await startEmbeddedDatabase({ dataDir })
    await expect(startEmbeddedDatabase({ dataDir })).rejects.toBeInstanceOf(DataDirHeldError)
    const joined = await connectOrStart({ dataDir })
    expect(joined).toMatchObject({ url: database.url, isOwned: false })
    await joined.stop()
    expect(await ask(database.url, 'SELECT 1 AS n')).toEqual([{ n: 1 }])
    await database.stop()

    const own = await connectOrStart({ dataDir })
    expect(own.isOwned).toBe(true)
    await own.stop()
  })

  it('comes back on the same address when its backend dies, with what was committed', async () => {
    const database = await startEmbeddedDatabase({ dataDir })
    await ask(database.url, 'CREATE TABLE kept AS SELECT 5 AS n')
    // A spelling the server does not recognise as COPY FROM STDIN, which ends PGlite.
    await expect(ask(database.url, 'COPY kept FROM /* */ STDIN')).rejects.toThrow()
    await expect
      .poll(() => ask(database.url, 'SELECT n FROM kept').catch(() => []), { timeout: 30_000 })
      .toEqual([{ n: 5 }])
    await database.stop()
  }, 60_000)

  it('leaves the directory free when it cannot start on it', async () => {
    const broken = await mkdtemp(join(tmpdir(), 'alan-broken-'))
    await mkdir(join(broken, 'postgres'))
    await writeFile(join(broken, 'postgres/PG_VERSION'), '11')
    await expect(startEmbeddedDatabase({ dataDir: broken })).rejects.toThrow()
    expect(await findHolder(broken)).toBeNull()
    await rm(broken, { recursive: true })
  })
})

describe('the embedded database on a loopback port', () => {
  it('lets in only who knows the password', async () => {
    const memory = await startMemoryDatabase({ template: inject('template'), transport: 'port' })
    expect(await ask(memory.url, 'SELECT 2 AS n')).toEqual([{ n: 2 }])
    const guess = new URL(memory.url)
    guess.password = 'guess'
    await expect(ask(guess.href, 'SELECT 2 AS n')).rejects.toThrow('wrong password')
    await memory.stop()
  })
})
