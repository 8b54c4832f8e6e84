import type { Actor } from '#app/domain/accounts/model'
import { localDateOf } from '#app/domain/kernel/local-date'
import type { Criteria } from '#app/domain/search/model'
import { database } from '#app/platform/db/database.server'
import { log } from '#app/platform/log/log.server'
import { createHash, randomBytes } from 'node:crypto'
import { demandQuery } from '../brief-of-search'

/** So many different searches of a day are noted; whoever sends more is no investor. */
const mostPerDay = 5_000

type Day = { on: string; salt: Buffer; seen: Set<string> }
let day: Day = { on: '', salt: randomBytes(16), seen: new Set() }

/**
 * Notes what a visitor searched for, once per visitor, day and search. Who it was is not stored: the address only goes,
 * with a salt that dies with the day, into a set in memory. A search never waits for it or fails because of it.
 */
export function noteSearch(actor: Actor, criteria: Criteria, address: string, now = new Date()): Promise<void> {
  const query = actor.kind === 'system' ? null : demandQuery(criteria)
  if (query === null || !isNew(query, address, now)) return Promise.resolve()
  return store(query, now).catch((error: unknown) => log.warn({ err: error }, 'a search could not be noted'))
}

function isNew(query: string, address: string, now: Date): boolean {
  const on = localDateOf(now)
  if (day.on !== on) day = { on, salt: randomBytes(16), seen: new Set() }
  const key = createHash('sha256').update(day.salt).update(`${address} ${query}`).digest('base64url')
  if (day.seen.has(key) || day.seen.size >= mostPerDay) return false
  day.seen.add(key)
  return true
}

async function store(query: string, now: Date): Promise<void> {
  const on = new Date(localDateOf(now))
  await database().searchAsk.upsert({
    where: { day_query: { day: on, query } },
    create: { day: on, query },
    update: { visitors: { increment: 1 } },
  })
}
