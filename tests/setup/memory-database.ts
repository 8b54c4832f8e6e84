import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chooseSocketPlace } from '#app/platform/embedded-db/socket-place.server'
import { startWorker } from '#app/platform/embedded-db/worker-host.server'

export interface MemoryDatabase {
  url: string
  /** Writes the database as a file that `template` can begin with; nobody may be connected. */
  dump(path: string): Promise<void>
  stop(): Promise<void>
}

interface MemoryOptions {
  template?: string
  transport?: 'socket' | 'port'
  blockerLimit?: number
}

/** An embedded database that keeps nothing on disk, empty or as in `template`. */
export async function startMemoryDatabase(options: MemoryOptions = {}): Promise<MemoryDatabase> {
  const scratch = await mkdtemp(join(tmpdir(), 'alan-test-'))
  const place = await chooseSocketPlace(scratch, options.transport)
  const worker = await startWorker({
    dataDir: null,
    template: options.template ?? null,
    where: place.where,
    password: place.password,
    blockerLimit: options.blockerLimit ?? 60_000,
    onFailure: (error) => {
      throw error
    },
  })
  return {
    url: place.url(worker.port),
    dump: (path) => worker.dump(path),
    stop: async () => {
      await worker.stop()
      await rm(scratch, { recursive: true, force: true })
    },
  }
}
