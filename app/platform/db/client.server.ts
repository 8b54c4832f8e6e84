import { setTimeout } from 'node:timers/promises'
import { PrismaPg } from '@prisma/adapter-pg'
import { log } from '#app/platform/log/log.server'
import { Prisma, PrismaClient } from './generated/client'
import type { DatabaseWatch } from './database-watch.server'
import { RecordingPool } from './recording-pool.server'

export type Db = PrismaClient
export type Tx = Prisma.TransactionClient

/** Enough to keep one backend busy; more would only queue inside the embedded database. */
const EMBEDDED_CONNECTIONS = 6
const SERVER_CONNECTIONS = 10

const PATIENCE_MS = 10_000
const ATTEMPTS = 6
const PAUSE_MS = 50

type ClientOptions = { max?: number; watch?: DatabaseWatch | null }

/**
 * Prisma on the `pg` driver, the one path to the embedded database and to a server. `max` is the size of the pool;
 * `watch` lets everything fail at once while the server is away. Statements stay unnamed, so a pooler in transaction mode
 * works. Connects on first use; `$disconnect()` ends the pool.
 */
export function createPrisma(url: string, { max, watch = null }: ClientOptions = {}): Db {
  const size = max ?? (isSocketUrl(url) ? EMBEDDED_CONNECTIONS : SERVER_CONNECTIONS)
  // A connection that is begun to a machine that is gone would keep its place in the pool for minutes.
  const limits = watch === null ? {} : { connectionTimeoutMillis: PATIENCE_MS }
  const pool = new RecordingPool({ connectionString: url, max: size, application_name: 'alan', ...limits }, watch)
  const adapter = new PrismaPg(pool, {
    disposeExternalPool: true,
    onPoolError: (error) => log.warn({ err: error }, 'a database connection was lost'),
    onConnectionError: (error) => log.warn({ err: error }, 'a database connection was lost'),
  })
  return new PrismaClient({ adapter })
}

/**
 * Runs `work` in one transaction of at most 10 s (seeds ask for more) and returns what it returns; a throw rolls everything back and is passed on.
 * Runs it again (up to six times in all, after a short random pause) when the database broke a deadlock, so `work` must do nothing outside `tx`:
 * no mail, no files, and no query on the client itself, which on the embedded database would wait for this very transaction.
 */
export async function inTransaction<T>(
  db: Db,
  work: (tx: Tx) => Promise<T>,
  timeoutMs: number = PATIENCE_MS,
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await db.$transaction(work, { maxWait: PATIENCE_MS, timeout: timeoutMs })
    } catch (error) {
      if (!isWriteConflict(error) || attempt === ATTEMPTS) throw error
      // Rivals that start again together meet again.
      await setTimeout(PAUSE_MS * attempt * Math.random())
    }
  }
}

/** Whether a write failed because a unique column already holds the value (Prisma error P2002). */
export function isUniqueConflict(error: unknown): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002'
}

function isWriteConflict(error: unknown): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2034'
}

function isSocketUrl(url: string): boolean {
  return new URL(url).searchParams.has('host')
}
