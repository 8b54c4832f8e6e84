import { projectRoot } from '#app/platform/env/project-root.server'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { SheetFacts, SheetFault, SheetLimits, SheetRow } from './model'

/** Of the thread's own heap; a file that needs more is refused like one that is too large. */
const HEAP_MB = 320

export type SheetOutcome = { ok: true } | { ok: false; code: SheetFault; params: Record<string, string | number> }

export type SheetTaker = {
  begin(facts: SheetFacts): void
  /** The next rows in their order; the reader waits until it resolves. */
  rows(rows: SheetRow[]): Promise<void>
}

type Message =
  | { facts: SheetFacts }
  | { rows: SheetRow[] }
  | { done: true }
  | { fault: SheetFault; params: Record<string, string | number> }

/**
 * Reads the first filled sheet of a workbook (.xlsx), or a table with separators, by its content and not by its name.
 * Runs in a thread of its own with a clock and a bound on its memory, so that no file can hold up or end the server.
 * `bytes` are handed over to the thread and empty afterwards. Says no with a `SheetFault`; rows that `take` got before
 * that are to be forgotten. Rejects with what `take` throws.
 */
export async function readSheet(bytes: Uint8Array, limits: SheetLimits, take: SheetTaker): Promise<SheetOutcome> {
  const own = bytes.byteLength === bytes.buffer.byteLength ? bytes : new Uint8Array(bytes)
  const worker = new Worker(join(projectRoot(), 'app/platform/sheets/worker.mjs'), {
    workerData: { bytes: own, limits },
    transferList: own.buffer instanceof ArrayBuffer ? [own.buffer] : [],
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
    // Loaders of the parent (tsx, vitest) are of no use to plain JavaScript and would only slow the start.
    execArgv: [],
  })
  try {
    return await outcomeOf(worker, limits.ms, take)
  } finally {
    await worker.terminate()
  }
}

function outcomeOf(worker: Worker, ms: number, take: SheetTaker): Promise<SheetOutcome> {
  return new Promise((resolve, reject) => {
    const refuse = (code: SheetFault) => resolve({ ok: false, code, params: {} })
    const startClock = () => setTimeout(refuse, ms, 'too_slow').unref()
    let clock = startClock()
    const answer = async (message: Message) => {
      if ('facts' in message) return take.begin(message.facts)
      if ('rows' in message) {
        // The clock is for the reader, not for who takes its rows.
        clearTimeout(clock)
        await take.rows(message.rows)
        clock = startClock()
        return worker.postMessage({ more: true })
      }
      return resolve('done' in message ? { ok: true } : { ok: false, code: message.fault, params: message.params })
    }
    worker.on('message', (message: Message) => void answer(message).catch(reject))
    worker.on('error', (error) =>
      'code' in error && error.code === OUT_OF_MEMORY ? refuse('too_large') : reject(error),
    )
    worker.on('exit', (code) => reject(new Error(`The reader of sheets ended with code ${code}`)))
    worker.once('exit', () => clearTimeout(clock))
  })
}

const OUT_OF_MEMORY = 'ERR_WORKER_OUT_OF_MEMORY'
