import { applyMigrations } from '#app/platform/db/migrations/apply-migrations.server'
import { runOnDatabase } from './command-database'

await runOnDatabase(async (url) => {
  const { applied } = await applyMigrations(url)
  console.log(applied.length === 0 ? 'The database is up to date.' : `Applied: ${applied.join(', ')}`)
})
