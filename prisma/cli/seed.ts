import { createPrisma } from '#app/platform/db/client.server'
import { applyMigrations } from '#app/platform/db/migrations/apply-migrations.server'
import { env } from '#app/platform/env/env.server'
import { storage } from '#app/platform/storage/storage.server'
import { runSeeds } from '#seeds/main'
import type { DatabasePlace } from './database-place'

/** `seed`: brings the schema and the reference facts up to date and, unless DEMO=off, loads the demo once. */
export async function seed({ url }: DatabasePlace): Promise<void> {
  await applyMigrations(url)
  const db = createPrisma(url)
  try {
    const written = await runSeeds({ db, demo: env().demo, storage: storage(), now: new Date() })
    console.log(written.length === 0 ? 'The seeds are up to date.' : `Wrote: ${written.join(', ')}`)
  } finally {
    await db.$disconnect()
  }
}
