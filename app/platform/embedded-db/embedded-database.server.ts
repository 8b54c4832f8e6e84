import { rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { findHolder, takeDataLock } from './data-lock.server'
import { chooseSocketPlace } from './socket-place.server'
import { startWorker } from './worker-host.server'

const START_PATIENCE = 60_000

export interface EmbeddedDatabase {
  /** Connection string for pg and adapter-pg. */
  url: string
  /** False when the database runs in another process and `stop` only lets go of it. */
  isOwned: boolean
  stop(): Promise<void>
}

export interface EmbeddedOptions {
  dataDir: string
  /** `port` forces the loopback transport of systems without Unix sockets. */
  transport?: 'socket' | 'port'
  /** A client that idles in a transaction for this long (ms) while others wait is disconnected; default a minute. */
  blockerLimit?: number
  /** Called when the database died and could not be restarted; the default throws, which ends the process. */
  onFailure?: (error: Error) => void
}

/**
 * Starts PostgreSQL (PGlite) on `dataDir`/postgres in a worker thread and holds the directory's lock until `stop`.
 * Throws DataDirHeldError while another process holds it. A thread that dies is started again on the same address.
 */
export async function startEmbeddedDatabase(options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const dataDir = resolve(options.dataDir)
  const lock = await takeDataLock(dataDir)
  try {
    const place = await chooseSocketPlace(dataDir, options.transport)
    const worker = await startWorker({
      dataDir: join(dataDir, 'postgres'),
      template: null,
      where: place.where,
      password: place.password,
      blockerLimit: options.blockerLimit ?? 60_000,
      onFailure: options.onFailure ?? fail,
    })
    const url = place.url(worker.port)
    await lock.publish(url, place.folder)
    return {
      url,
      isOwned: true,
      stop: async () => {
        await worker.stop()
        if (place.folder) await rm(place.folder, { recursive: true, force: true })
        await lock.release()
      },
    }
  } catch (error) {
    await lock.release()
    throw error
  }
}

/**
 * For a command that runs beside the product: the database of the process that holds `dataDir`, else one of its own.
 * Waits while the holder is still starting; throws DataDirHeldError when it does not get ready within a minute.
 */
export async function connectOrStart(options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const dataDir = resolve(options.dataDir)
  const deadline = Date.now() + START_PATIENCE
  for (;;) {
    const holder = await findHolder(dataDir)
    if (holder?.url) return { url: holder.url, isOwned: false, stop: async () => undefined }
    if (!holder || Date.now() > deadline) return startEmbeddedDatabase(options)
    await pause(100)
  }
}

function fail(error: Error): never {
  throw error
}
