import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { DataDirHeldError, findHolder, takeDataLock } from '#app/platform/embedded-db/data-lock.server'
import type { LockRecord } from '#app/platform/embedded-db/data-lock.server'
import { chooseSocketPlace } from '#app/platform/embedded-db/socket-place.server'

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'alan-lock-'))
})

afterEach(() => rm(folder, { recursive: true, force: true }))

const lockFile = () => join(folder, 'database.lock')
const read = async () => JSON.parse(await readFile(lockFile(), 'utf8')) as LockRecord

/** Leaves the lock of this process behind, changed as if somebody else had written it. */
async function leaveLock(change: Partial<LockRecord>): Promise<void> {
  const lock = await takeDataLock(folder)
  const record = await read()
  await lock.release()
  await writeFile(lockFile(), JSON.stringify({ ...record, token: 'left', ...change }))
}

describe('takeDataLock', () => {
  it('refuses a second holder, names the first, and is free again after release', async () => {
    const lock = await takeDataLock(folder)
    const refusal = await takeDataLock(folder).catch((error: unknown) => error)
    expect(refusal).toBeInstanceOf(DataDirHeldError)
    expect(String(refusal)).toContain(`process ${process.pid} on `)
    await lock.publish('postgresql://here', null)
    expect(await findHolder(folder)).toMatchObject({ pid: process.pid, url: 'postgresql://here' })
    await lock.release()
    expect(existsSync(lockFile())).toBe(false)
    await (await takeDataLock(folder)).release()
  })

  it.each<[string, () => Partial<LockRecord>]>([
    ['of a process that is gone', () => ({ pid: spawnSync(process.execPath, ['--version']).pid, startedAt: '1' })],
    ['of an earlier process with the number of a living one', () => ({ startedAt: '1' })],
    ['from before the machine was restarted', () => ({ boot: 'another' })],
  ])('takes over a lock %s', async (_case, change) => {
    await leaveLock(change())
    expect(await findHolder(folder)).toBeNull()
    const lock = await takeDataLock(folder)
    expect((await read()).token).not.toBe('left')
    await lock.release()
  })

  it('takes over a lock that a power failure cut short', async () => {
    await writeFile(lockFile(), '{"pid": 12')
    await (await takeDataLock(folder)).release()
  })

  it('removes the socket folder of a dead holder', async () => {
    const place = await chooseSocketPlace(join(folder, 'x'.repeat(120)))
    await leaveLock({ startedAt: '1', socketFolder: place.folder })
    await (await takeDataLock(folder)).release()
    expect(existsSync(place.folder ?? folder)).toBe(false)
  })

  it('goes to exactly one of many that find a dead holder at once', async () => {
    await leaveLock({ startedAt: '1' })
    const outcomes = await Promise.allSettled(Array.from({ length: 12 }, () => takeDataLock(folder)))
    expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1)
    for (const outcome of outcomes) if (outcome.status === 'fulfilled') await outcome.value.release()
  })

  it('respects a holder on another host as long as it gives signs of life', async () => {
    await leaveLock({ host: 'another-container' })
    let now = 1_000
    const heart = setInterval(() => void utimes(lockFile(), now, (now += 2)), 100)
    await expect(takeDataLock(folder)).rejects.toThrow('on another-container')
    clearInterval(heart)
  })
})

describe('chooseSocketPlace', () => {
  it('stays in the data directory while the path fits a socket address', async () => {
    const place = await chooseSocketPlace(folder)
    expect(place.where).toEqual({ path: join(folder, 'run/.s.PGSQL.5432') })
    expect(new URL(place.url(0)).searchParams.get('host')).toBe(join(folder, 'run'))
  })

  it('keeps a folder name with spaces and letters of any language usable', async () => {
    const place = await chooseSocketPlace(join(folder, 'менің деректерім'))
    expect(new URL(place.url(0)).searchParams.get('host')).toBe(join(folder, 'менің деректерім', 'run'))
  })

  it('asks for a password on a loopback port', async () => {
    const place = await chooseSocketPlace(folder, 'port')
    expect(place.where).toEqual({ host: '127.0.0.1', port: 0 })
    expect(new URL(place.url(4110)).password).toMatch(/^[0-9a-f]{48}$/)
  })
})
