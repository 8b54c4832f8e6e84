import type { Db } from './client.server'
import { isDatabaseAway } from '#app/platform/outage/database-away'

/** `at` by the clock of the process, which nobody sets. */
type Kept = { at: number; value: Promise<unknown> }

const kept = new WeakMap<Db, Map<string, Kept>>()

/**
 * What `read` gives, at most `ms` old, one reading at a time per database and name; older while the database is away. A
 * failed reading and an empty list are not kept: a register that is still being filled is read again.
 */
export function keepFor<Value>(ms: number, db: Db, name: string, read: (db: Db) => Promise<Value>): Promise<Value> {
  const shelf = kept.get(db) ?? new Map<string, Kept>()
  kept.set(db, shelf)
  const found = shelf.get(name)
  // One name is always read by one function, so the kept value has its type.
  if (found && performance.now() - found.at < ms) return found.value as Promise<Value>
  const value = read(db).catch((error: unknown) => {
    if (!found || !isDatabaseAway(error)) throw error
    // As old as before, so that the next one asks again.
    shelf.set(name, found)
    return found.value as Promise<Value>
  })
  const entry = { at: performance.now(), value }
  shelf.set(name, entry)
  const drop = () => {
    if (shelf.get(name) === entry) shelf.delete(name)
  }
  value.then((result) => {
    if (Array.isArray(result) && result.length === 0) drop()
  }, drop)
  return value
}
