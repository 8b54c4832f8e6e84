import type { Request, RequestHandler, Response } from 'express'
import { performance } from 'node:perf_hooks'

/** Reads are pages, data and searches; writes are forms that somebody has filled in. */
export type Work = 'read' | 'write'

/**
 * So many requests of a kind may be worked on at once while the process is busy. They share one thread, so this many
 * times what a page costs is how long the last of them waits.
 */
export const mostAtOnce = 16

/** Share of the time that the event loop works, above which a request more makes all others later. */
export const busyShare = 0.9

const SAMPLE_MS = 500

/** There is more to do than can be done in time; whoever asks again a little later is served. */
export class TooBusyError extends Error {
  override readonly name = 'TooBusyError'
  readonly status = 503
}

/**
 * Counts what is worked on and refuses more of a kind when both are true: there is as much of that kind as may be, and
 * the event loop hardly rests. The number alone would let a few people with slow lines keep all others out; the loop
 * alone would refuse while there is no queue. Reads and writes have a count each, so that a rush of readers keeps nobody
 * from sending a form.
 */
export class LoadLimit {
  readonly #running: Record<Work, number> = { read: 0, write: 0 }

  /** `readBusyShare`: the share (0 to 1) of the last moments in which the event loop worked. */
  constructor(private readonly readBusyShare: () => number = watchEventLoop()) {}

  get inProgress(): number {
    return this.#running.read + this.#running.write
  }

  /** Throws TooBusyError when one more of the kind is too many. */
  admit(work: Work): void {
    if (this.#running[work] >= mostAtOnce && this.readBusyShare() >= busyShare) throw new TooBusyError('too busy')
  }

  /** Counts a piece of work that was let in and gives what must be called at its end. */
  count(work: Work): () => void {
    let isOver = false
    this.#running[work] += 1
    return () => {
      if (!isOver) this.#running[work] -= 1
      isOver = true
    }
  }

  /** Lets a piece of work begin and gives what must be called at its end. Throws TooBusyError. */
  begin(work: Work): () => void {
    this.admit(work)
    return this.count(work)
  }

  /** The same around a promise. */
  async run<Result>(work: Work, make: () => Promise<Result>): Promise<Result> {
    const end = this.begin(work)
    try {
      return await make()
    } finally {
      end()
    }
  }
}

/**
 * Counts requests from the arrival of their body until their answer is made: who sends or reads slowly takes the place of
 * nobody. Streams of events wait and do nothing, so they do not count.
 */
export function limitLoad(limit: LoadLimit): RequestHandler {
  return (req, res, next) => {
    if (req.path === '/api/live') return next()
    const work = workOf(req)
    try {
      limit.admit(work)
    } catch (error) {
      return next(error)
    }
    if (Number(req.headers['content-length'] ?? 0) === 0) countUntilMade(res, limit.count(work))
    else req.once('end', () => !res.closed && countUntilMade(res, limit.count(work)))
    next()
  }
}

function countUntilMade(res: Response, done: () => void): void {
  const end = res.end.bind(res) as (...args: unknown[]) => Response
  res.end = (...args: unknown[]) => {
    done()
    return end(...args)
  }
  res.once('close', done)
}

/** Programs ask again by themselves, so what they send is no form that somebody would have to fill in again. */
function workOf({ method, path }: Request): Work {
  return method === 'GET' || method === 'HEAD' || path.startsWith('/api/') ? 'read' : 'write'
}

function watchEventLoop(): () => number {
  let seen = performance.eventLoopUtilization()
  let seenAt = performance.now()
  let share = 0
  return () => {
    const now = performance.now()
    if (now - seenAt < SAMPLE_MS) return share
    const current = performance.eventLoopUtilization()
    share = performance.eventLoopUtilization(current, seen).utilization
    seen = current
    seenAt = now
    return share
  }
}
