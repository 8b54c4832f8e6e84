import type { Db } from './client.server'

const holder = globalThis as typeof globalThis & { __alanDatabase?: Db }

/** Makes `db` the database of this process; called once at start, and by tests with their own clone. */
export function useDatabase(db: Db): void {
  holder.__alanDatabase = db
}

/** The database of this process. Throws when the process has not been started. */
export function database(): Db {
  if (!holder.__alanDatabase) throw new Error('No database: call useDatabase() first')
  return holder.__alanDatabase
}
