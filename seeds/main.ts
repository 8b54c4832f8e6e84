import type { Db } from '#app/platform/db/client.server'
import { database } from '#app/platform/db/database.server'
import type { Storage } from '#app/platform/storage/model'
import { storage } from '#app/platform/storage/storage.server'
import { loadDemo } from './demo/load-demo'
import { loadReference } from './reference/load-reference'
import { readReference } from './reference/reference-data'

type SeedOptions = { db: Db; demo: boolean; storage: Storage; now: Date }

/**
 * Brings the reference facts up to date and, with `demo`, loads the demo once. Returns the names of what was written:
 * an empty list when everything was there.
 */
export async function runSeeds({ db, demo, storage, now }: SeedOptions): Promise<string[]> {
  const written = (await loadReference(db, now)) ? ['reference'] : []
  if (!demo) return written
  const context = { now, storage, reference: readReference() }
  return [...written, ...(await loadDemo(db, context))]
}

/** What a starting server runs on the database of its process. */
export async function seed({ demo }: { demo: boolean }): Promise<void> {
  await runSeeds({ db: database(), demo, storage: storage(), now: new Date() })
}
