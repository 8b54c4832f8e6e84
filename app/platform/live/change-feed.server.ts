import type { Db } from '#app/platform/db/client.server'
import { log } from '#app/platform/log/log.server'
import type { Topic } from './changes.server'

export type Listener = (topics: ReadonlySet<Topic>) => void

type Row = { floor: string; changes: [id: string, tx: string, topic: Topic][] | null }

/**
 * What changed in the database, told to the listeners of this node: one cheap query every `pollMs` for all of them, and
 * none while nobody listens. (LISTEN/NOTIFY works neither on the embedded database nor through a pooler.) A change is told
 * once, in whatever order transactions commit: the query asks for everything since the oldest transaction that was still
 * running the last time, and leaves out what it has seen. What was committed before the first query is seen, too: a
 * transaction of anybody on the server may have been running longer.
 */
export class ChangeFeed {
  readonly #listeners = new Map<Listener, ReadonlySet<Topic>>()
  readonly #seen = new Map<string, bigint>()
  #floor: bigint | null = null
  #timer: NodeJS.Timeout | null = null
  #polling: Promise<void> | null = null

  constructor(
    private readonly db: Db,
    private readonly pollMs = 1000,
  ) {}

  /** Hears of changes of these topics from now on; gives the way to hear no more. Resolves when nothing can be missed. */
  async listen(topics: ReadonlySet<Topic>, listener: Listener): Promise<() => void> {
    this.#listeners.set(listener, topics)
    if (this.#timer === null) {
      this.#timer = setInterval(() => void this.poll(), this.pollMs)
      this.#timer.unref()
    }
    await this.poll()
    return () => {
      this.#listeners.delete(listener)
      if (this.#listeners.size === 0) this.stop()
    }
  }

  /** Asks the database once; a call while another one runs waits for that one. */
  poll(): Promise<void> {
    this.#polling ??= this.#read()
      .catch((error: unknown) => log.warn({ err: error }, 'could not read what changed'))
      .finally(() => (this.#polling = null))
    return this.#polling
  }

  /** Ends the asking; the next listener begins it anew. */
  stop(): void {
    if (this.#timer !== null) clearInterval(this.#timer)
    this.#timer = null
    this.#floor = null
    this.#seen.clear()
  }

  async #read(): Promise<void> {
    const since = this.#floor
    const [row] = await this.db.$queryRaw<Row[]>`
      SELECT pg_snapshot_xmin(pg_current_snapshot())::text AS floor,
        (SELECT json_agg(json_build_array("id"::text, "tx"::text, "topic")) FROM "Change"
          WHERE "tx" >= coalesce(${since}::bigint, pg_snapshot_xmin(pg_current_snapshot())::text::bigint)) AS changes`
    if (row === undefined) return
    const fresh = (row.changes ?? []).filter(([id]) => !this.#seen.has(id))
    this.#floor = BigInt(row.floor)
    for (const [id, tx] of fresh) this.#seen.set(id, BigInt(tx))
    for (const [id, tx] of this.#seen) if (tx < this.#floor) this.#seen.delete(id)
    if (since !== null) this.#tell(new Set(fresh.map(([, , topic]) => topic)))
  }

  #tell(changed: ReadonlySet<Topic>): void {
    if (changed.size === 0) return
    for (const [listener, topics] of [...this.#listeners]) {
      const heard = new Set([...topics].filter((topic) => changed.has(topic)))
      if (heard.size > 0) listener(heard)
    }
  }
}
