import { randomUUID } from 'node:crypto'
import { link, mkdir, readFile, rename, rm, rmdir, stat, utimes, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { identify, isAlive } from './process-identity.server'
import type { ProcessIdentity } from './process-identity.server'

const HEARTBEAT = 2_000
/** A holder in another container cannot be looked up by its number; without a sign of life for this long it is gone. */
const SILENCE = 15_000

export interface LockRecord extends ProcessIdentity {
  token: string
  since: string
  /** Connection string once the database listens. */
  url: string | null
  socketFolder: string | null
}

/** Another living process owns the data directory; `holder` says which. */
export class DataDirHeldError extends Error {
  constructor(
    readonly dataDir: string,
    readonly holder: LockRecord,
  ) {
    super(
      `The data directory ${dataDir} is in use by process ${holder.pid} on ${holder.host} since ${holder.since}. ` +
        'Stop that process, or set DATA_DIR to another directory.',
    )
    this.name = 'DataDirHeldError'
  }
}

export interface DataLock {
  /** Tells other processes how to connect. */
  publish(url: string, socketFolder: string | null): Promise<void>
  release(): Promise<void>
}

/**
 * Takes the exclusive lock of a data directory, which two processes at once would corrupt.
 * Throws DataDirHeldError while its holder lives; takes over from one that died, and removes its socket folder.
 */
export async function takeDataLock(dataDir: string): Promise<DataLock> {
  await mkdir(dataDir, { recursive: true })
  const self = await identify(process.pid)
  if (!self) throw new Error('The running process cannot be identified')
  const record: LockRecord = {
    ...self,
    token: randomUUID(),
    since: new Date().toISOString(),
    url: null,
    socketFolder: null,
  }
  for (;;) {
    if (await createLock(dataDir, record)) return hold(dataDir, record)
    const left = await readLock(dataDir)
    if (!left) continue
    if (await isHeld(dataDir, left)) throw new DataDirHeldError(dataDir, left)
    await removeStale(dataDir, left)
  }
}

/** The record of the process that holds the directory, or null when nobody does. */
export async function findHolder(dataDir: string): Promise<LockRecord | null> {
  const record = await readLock(dataDir)
  return record && (await isHeld(dataDir, record)) ? record : null
}

function lockPath(dataDir: string): string {
  return join(dataDir, 'database.lock')
}

async function readLock(dataDir: string): Promise<LockRecord | null> {
  const text = await readFile(lockPath(dataDir), 'utf8').catch(() => null)
  if (text === null) return null
  try {
    return JSON.parse(text) as LockRecord
  } catch {
    // Cut short by a power failure: nobody of this start of the machine wrote it.
    return {
      pid: 0,
      host: hostname(),
      boot: 'unreadable',
      startedAt: null,
      token: '',
      since: '',
      url: null,
      socketFolder: null,
    }
  }
}

/** link() is atomic and fails when the name exists, and the record is complete before it has the name. */
async function createLock(dataDir: string, record: LockRecord): Promise<boolean> {
  const draft = await writeDraft(dataDir, record)
  try {
    await link(draft, lockPath(dataDir))
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  } finally {
    await rm(draft, { force: true })
  }
}

async function writeDraft(dataDir: string, record: LockRecord): Promise<string> {
  const draft = `${lockPath(dataDir)}.${record.token}`
  await writeFile(draft, `${JSON.stringify(record, null, 2)}\n`, { mode: 0o600 })
  return draft
}

async function isHeld(dataDir: string, record: LockRecord): Promise<boolean> {
  if (record.host === hostname()) return isAlive(record)
  const deadline = Date.now() + SILENCE
  const first = await lastSign(dataDir)
  if (first === null) return false
  // Clocks of two machines may differ: what counts is that the sign of life moves while we watch.
  while (Date.now() < deadline) {
    await pause(HEARTBEAT / 2)
    const next = await lastSign(dataDir)
    if (next === null) return false
    if (next !== first) return true
  }
  return false
}

async function lastSign(dataDir: string): Promise<number | null> {
  const found = await stat(lockPath(dataDir)).catch(() => null)
  return found?.mtimeMs ?? null
}

/** One process at a time removes a stale lock, else the second would remove the fresh lock of the first. */
async function removeStale(dataDir: string, left: LockRecord): Promise<void> {
  const guard = `${lockPath(dataDir)}.takeover`
  try {
    await mkdir(guard)
  } catch {
    const made = await stat(guard).catch(() => null)
    if (made && Date.now() - made.mtimeMs > SILENCE) await rmdir(guard).catch(() => undefined)
    await pause(20)
    return
  }
  try {
    const now = await readLock(dataDir)
    if ((now?.token ?? '') !== left.token) return
    if (left.socketFolder) await rm(left.socketFolder, { recursive: true, force: true })
    await rm(lockPath(dataDir), { force: true })
  } finally {
    await rmdir(guard)
  }
}

function hold(dataDir: string, record: LockRecord): DataLock {
  const beat = setInterval(() => {
    const now = new Date()
    utimes(lockPath(dataDir), now, now).catch(() => undefined)
  }, HEARTBEAT)
  beat.unref()
  return {
    publish: async (url, socketFolder) => {
      await rename(await writeDraft(dataDir, { ...record, url, socketFolder }), lockPath(dataDir))
    },
    release: async () => {
      clearInterval(beat)
      const now = await readLock(dataDir)
      if (now?.token === record.token) await rm(lockPath(dataDir), { force: true })
    },
  }
}
