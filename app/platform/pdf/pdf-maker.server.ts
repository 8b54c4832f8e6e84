import { projectRoot } from '#app/platform/env/project-root.server'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { PdfAnswer, PdfPaper } from './model'

export type PdfMakerLimits = {
  /** Papers made at the same time, each in a thread of its own. */
  threads: number
  /** Papers that may wait for a thread; one more is refused. */
  waiting: number
  /** Milliseconds for one paper, from the moment a thread takes it. */
  timeMs: number
  /** Milliseconds after which a thread without work ends and gives its memory back. */
  idleMs: number
}

const limits: PdfMakerLimits = { threads: 2, waiting: 24, timeMs: 15_000, idleMs: 60_000 }

type Reply = { bytes: Uint8Array } | { fault: string }
/** Writes the paper when its turn has come, so that those who wait cost nothing. */
type Write = () => Promise<PdfPaper>
type Job = { write: Write; resolve: (answer: PdfAnswer) => void; reject: (error: Error) => void }
type Thread = { worker: Worker; job: Job | null; timer: NodeJS.Timeout | null }

export type PdfMaker = {
  /** The paper as the bytes of a PDF, or why there is none. Rejects when the paper cannot be written or laid out. */
  make(write: Write): Promise<PdfAnswer>
  /** Ends the threads; what is being made or waits is answered `busy`. */
  stop(): Promise<void>
}

/** Makes papers in threads that start when they are needed and end when they are not. */
export function createPdfMaker(limits: PdfMakerLimits): PdfMaker {
  return new Threads(limits)
}

class Threads implements PdfMaker {
  readonly #limits: PdfMakerLimits
  readonly #threads = new Set<Thread>()
  readonly #queue: Job[] = []

  constructor(limits: PdfMakerLimits) {
    this.#limits = limits
  }

  make(write: Write): Promise<PdfAnswer> {
    return new Promise((resolve, reject) => {
      if (this.#queue.length >= this.#limits.waiting) return resolve({ ok: false, code: 'busy' })
      this.#queue.push({ write, resolve, reject })
      this.#next()
    })
  }

  async stop(): Promise<void> {
    const refuse = (job: Job) => job.resolve({ ok: false, code: 'busy' })
    this.#queue.splice(0).forEach(refuse)
    const running = [...this.#threads]
    running.forEach((thread) => this.#end(thread, refuse))
    await Promise.all(running.map(({ worker }) => worker.terminate()))
  }

  #next(): void {
    const job = this.#queue[0]
    if (job === undefined) return
    const free = [...this.#threads].find((thread) => thread.job === null)
    if (free === undefined && this.#threads.size >= this.#limits.threads) return
    this.#queue.shift()
    this.#give(free ?? this.#start(), job)
  }

  #give(thread: Thread, job: Job): void {
    if (thread.timer !== null) clearTimeout(thread.timer)
    thread.job = job
    thread.worker.ref()
    const giveUp = () => this.#end(thread, (late) => late.resolve({ ok: false, code: 'too_slow' }))
    thread.timer = setTimeout(giveUp, this.#limits.timeMs)
    job.write().then(
      (paper) => thread.job === job && thread.worker.postMessage({ paper }),
      (error) => {
        job.reject(asError(error))
        if (thread.job === job) this.#rest(thread)
      },
    )
  }

  #start(): Thread {
    // Loaders of the parent (tsx, vitest) are of no use to plain JavaScript and would only slow the start.
    const worker = new Worker(join(projectRoot(), 'app/platform/pdf/worker.mjs'), { execArgv: [] })
    const thread: Thread = { worker, job: null, timer: null }
    this.#threads.add(thread)
    const fail = (error: Error) => this.#end(thread, (job) => job.reject(error))
    worker.on('message', (reply: Reply) => this.#finish(thread, reply))
    worker.on('error', (error) => fail(asError(error)))
    worker.on('exit', (code) => fail(new Error(`A thread for papers ended with code ${code}`)))
    return thread
  }

  #finish(thread: Thread, reply: Reply): void {
    const { job } = thread
    this.#rest(thread)
    if ('bytes' in reply) job?.resolve({ ok: true, bytes: reply.bytes })
    else job?.reject(new Error(`The paper could not be laid out: ${reply.fault}`))
  }

  /** A thread without work keeps nobody waiting at the end of the process, and ends itself after a while. */
  #rest(thread: Thread): void {
    if (thread.timer !== null) clearTimeout(thread.timer)
    thread.job = null
    thread.worker.unref()
    thread.timer = setTimeout(() => this.#end(thread), this.#limits.idleMs).unref()
    this.#next()
  }

  #end(thread: Thread, tell?: (job: Job) => void): void {
    if (!this.#threads.delete(thread)) return
    if (thread.timer !== null) clearTimeout(thread.timer)
    void thread.worker.terminate()
    const { job } = thread
    thread.job = null
    if (job !== null) tell?.(job)
    this.#next()
  }
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error))
}

const kept = globalThis as typeof globalThis & { __alanPdfMaker?: PdfMaker }

/** The maker of this process. */
export function pdfMaker(): PdfMaker {
  kept.__alanPdfMaker ??= createPdfMaker(limits)
  return kept.__alanPdfMaker
}
