import { visitor } from '#app/domain/accounts/model'
import { localDateOf } from '#app/domain/kernel/local-date'
import { parseSearch } from '#app/domain/search/queries.server'
import { database } from '#app/platform/db/database.server'
import { log } from '#app/platform/log/log.server'
import { createHash, randomBytes } from 'node:crypto'
import { demandQuery } from '../brief-of-search'

/** So many different searches of a day are noted, and so many visitors waited for; whoever sends more is no investor. */
const mostPerDay = 5_000
/** A search is meant when its visitor lets it stand for so long: before that, numbers are still being typed. */
const settleMs = 60_000
const settleEveryMs = 20_000

type Asked = { query: string; at: number }

/**
 * Searches of visitors, noted once per visitor, day and search. Who it was is not stored: the address only goes, with a
 * salt that dies with the day, into a map in memory.
 */
export class SearchNotes {
  #waiting = new Map<string, Asked>()
  #day = { on: '', salt: randomBytes(16), seen: new Set<string>() }

  /** Takes a search that was just asked; a later one of the same visitor takes its place until it has settled. */
  async note(params: URLSearchParams, address: string, now: Date): Promise<void> {
    const { criteria } = await parseSearch(visitor, params)
    const query = demandQuery(criteria)
    const who = this.#hash(address, now)
    if (query === null) this.#waiting.delete(who)
    else if (this.#waiting.has(who) || this.#waiting.size < mostPerDay) {
      this.#waiting.set(who, { query, at: now.getTime() })
    }
  }

  /** Stores the searches that have stood long enough. */
  async settle(now: Date): Promise<void> {
    const settled = [...this.#waiting].filter(([, { at }]) => now.getTime() - at >= settleMs)
    for (const [who, { query }] of settled) {
      this.#waiting.delete(who)
      const key = this.#hash(`${who} ${query}`, now)
      if (this.#day.seen.has(key) || this.#day.seen.size >= mostPerDay) continue
      this.#day.seen.add(key)
      await store(query, now)
    }
  }

  #hash(text: string, now: Date): string {
    const on = localDateOf(now)
    if (this.#day.on !== on) this.#day = { on, salt: randomBytes(16), seen: new Set() }
    return createHash('sha256').update(this.#day.salt).update(text).digest('base64url')
  }
}

async function store(query: string, now: Date): Promise<void> {
  const day = new Date(localDateOf(now))
  await database().searchAsk.upsert({
    where: { day_query: { day, query } },
    create: { day, query },
    update: { visitors: { increment: 1 } },
  })
}

const notes = new SearchNotes()

/** Notes a search page that was asked for. Nobody waits for it, and nobody's page fails because of it. */
export function noteSearch(params: URLSearchParams, address: string): void {
  notes.note(params, address, new Date()).catch(tell)
}

/** Stores from now on what was noted and has settled; returns how to stop. What has not settled by then is lost. */
export function startNotingSearches(): () => void {
  const timer = setInterval(() => void notes.settle(new Date()).catch(tell), settleEveryMs)
  timer.unref()
  return () => clearInterval(timer)
}

function tell(error: unknown): void {
  log.warn({ err: error }, 'a search could not be noted')
}
