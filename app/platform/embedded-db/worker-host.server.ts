import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { projectRoot } from '#app/platform/env/project-root.server'
import { log } from '#app/platform/log/log.server'

const RESTARTS = 3
const RESTART_WINDOW = 60_000

export interface WorkerOptions {
  /** Folder of the database files; null keeps everything in memory. */
  dataDir: string | null
  /** File written by `dump`, to begin with instead of an empty database. */
  template: string | null
  where: { path: string } | { host: string; port: number }
  password: string | null
  blockerLimit: number
  onFailure: (error: Error) => void
}

export interface WorkerHost {
  /** Port listened on; 0 on a Unix socket. */
  port: number
  /** Writes the database files as one uncompressed tar, a `template` for later. Nobody may be connected. */
  dump(path: string): Promise<void>
  /** Disconnects everybody, rolls back what is open, closes the files. */
  stop(): Promise<void>
}

interface Running {
  worker: Worker
  port: number
}

type Message = { ready: AddressInfo | string } | { fatal: string } | { done: true }

/**
 * Runs the database thread and starts it again when it dies (three times a minute, then `onFailure`).
 * Rejects with the cause when the first start fails.
 */
export async function startWorker(options: WorkerOptions): Promise<WorkerHost> {
  let running = await launch(options)
  let isStopping = false
  let deaths: number[] = []

  async function revive(cause: Error): Promise<void> {
    deaths = [...deaths.filter((at) => Date.now() - at < RESTART_WINDOW), Date.now()]
    if (isStopping) return
    if (deaths.length > RESTARTS || options.dataDir === null) return options.onFailure(cause)
    log.error({ err: cause }, 'the embedded database died and is started again')
    try {
      const where = 'port' in options.where ? { ...options.where, port: running.port } : options.where
      running = await launch({ ...options, where, template: null })
      watch()
    } catch (error) {
      options.onFailure(error instanceof Error ? error : new Error(String(error)))
    }
  }

  function watch(): void {
    whenDead(running.worker, (cause) => void revive(cause))
  }

  watch()
  return {
    port: running.port,
    dump: (path) => ask(running.worker, { dump: path }),
    stop: async () => {
      isStopping = true
      await ask(running.worker, { stop: true })
      await running.worker.terminate()
    },
  }
}

function launch(options: WorkerOptions): Promise<Running> {
  const { dataDir, template, where, password, blockerLimit } = options
  const worker = new Worker(join(projectRoot(), 'app/platform/embedded-db/worker.mjs'), {
    workerData: { dataDir, template, where, password, blockerLimit },
    // Loaders of the parent (tsx, vitest) are of no use to plain JavaScript and would only slow the start.
    execArgv: [],
  })
  return new Promise((resolve, reject) => {
    const onExit = (code: number) => reject(new Error(`The embedded database ended with code ${code} while it started`))
    worker.once('error', reject)
    worker.once('exit', onExit)
    worker.once('message', (message: Message) => {
      worker.off('error', reject)
      worker.off('exit', onExit)
      if ('ready' in message) resolve({ worker, port: typeof message.ready === 'string' ? 0 : message.ready.port })
      else reject(new Error('fatal' in message ? message.fatal : 'The embedded database did not start'))
    })
  })
}

function whenDead(worker: Worker, act: (cause: Error) => void): void {
  let cause: Error | null = null
  worker.on('error', (error) => {
    cause = error instanceof Error ? error : new Error(String(error))
  })
  worker.on('message', (message: Message) => {
    if ('fatal' in message) cause = new Error(message.fatal)
  })
  worker.once('exit', (code) => act(cause ?? new Error(`The database thread ended with code ${code}`)))
}

function ask(worker: Worker, request: { dump: string } | { stop: true }): Promise<void> {
  return new Promise((resolve, reject) => {
    if (worker.threadId === -1) return resolve()
    const onExit = () => reject(new Error('The embedded database ended before it answered'))
    worker.once('exit', onExit)
    worker.on('message', function onMessage(message: Message) {
      if (!('done' in message)) return
      worker.off('message', onMessage)
      worker.off('exit', onExit)
      resolve()
    })
    worker.postMessage(request)
  })
}
