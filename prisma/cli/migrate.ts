import { applyMigrations } from '#app/platform/db/migrations/apply-migrations.server'
import type { DatabasePlace } from './database-place'

/** `migrate`: brings the schema up to date. */
export async function migrate({ url }: DatabasePlace): Promise<void> {
  const { applied } = await applyMigrations(url)
  console.log(applied.length === 0 ? 'The database is up to date.' : `Applied: ${applied.join(', ')}`)
}
