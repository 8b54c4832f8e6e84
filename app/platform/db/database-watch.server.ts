import { log } from '#app/platform/log/log.server'
import pg from 'pg'

const everyMs = 1_000
/** A server that does not answer so long hangs or is overloaded: either way others wait in vain. */
const patienceMs = 3_000

/**
 * Asks a database server once a second, over a connection of its own, whether it is there. While it is not, the pool
 * refuses at once instead of letting requests wait, and what waits when it goes is cut off: a server that hangs keeps
 * its connections open. Not for the embedded database, which lives and dies with the process.
 */
export class DatabaseWatch {
  isAway = false
  readonly #onAway = new Set<() => void>()
  #client: pg.Client | null = null
  #timer: NodeJS.Timeout | undefined
  #isStopped = false

  constructor(private readonly url: string) {}

  /** Calls `cut` whenever the database goes away. */
  onAway(cut: () => void): void {
    this.#onAway.add(cut)
  }

  start(): void {
    if (this.#isStopped) return
    this.#timer = setTimeout(() => void this.#look(), everyMs)
    this.#timer.unref()
  }

  stop(): void {
    this.#isStopped = true
    clearTimeout(this.#timer)
    this.#drop()
  }

  async #look(): Promise<void> {
    try {
      await withPatience(this.#ask())
      if (this.isAway) log.info('the database is back')
      this.isAway = false
    } catch (error) {
      this.#drop()
      if (!this.isAway && !this.#isStopped) this.#go(error)
    }
    this.start()
  }

  #go(error: unknown): void {
    log.error({ err: error }, 'the database is away')
    this.isAway = true
    for (const cut of this.#onAway) cut()
  }

  async #ask(): Promise<void> {
    if (this.#client === null) {
      const client = new pg.Client({ connectionString: this.url, application_name: 'alan-watch' })
      // Found out by the next question.
      client.on('error', () => undefined)
      this.#client = client
      await client.connect()
    }
    await this.#client.query('SELECT 1')
  }

  #drop(): void {
    this.#client?.connection.stream.destroy()
    this.#client = null
  }
}

async function withPatience(work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<void>((_resolve, reject) => {
    timer = setTimeout(() => {
      // A process that was busy itself finds the timer due before it has read the answer.
      setImmediate(() => setImmediate(() => reject(new Error(`No answer within ${patienceMs} ms`))))
    }, patienceMs)
  })
  try {
    await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
    // Nobody waits for the one that lost.
    work.catch(() => undefined)
    late.catch(() => undefined)
  }
}
