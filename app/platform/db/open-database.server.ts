import { startEmbeddedDatabase } from '#app/platform/embedded-db/embedded-database.server'
import { createPrisma } from './client.server'
import type { Db } from './client.server'
import { DatabaseWatch } from './database-watch.server'
import { applyMigrations } from './migrations/apply-migrations.server'

export interface OpenDatabase {
  db: Db
  url: string
  isEmbedded: boolean
  /** Names of the migrations that this start applied. */
  applied: string[]
  /** Ends the pool, then the embedded database. Stop what else uses `url` (jobs) before. */
  close(): Promise<void>
}

/**
 * The database of a starting process, with the schema up to date: the server of `databaseUrl`, or the embedded one in
 * `dataDir` when it is null. Throws DataDirHeldError when another process runs on `dataDir`, MigrationError when a
 * migration cannot be applied.
 */
export async function openDatabase(options: { databaseUrl: string | null; dataDir: string }): Promise<OpenDatabase> {
  const embedded = options.databaseUrl === null ? await startEmbeddedDatabase({ dataDir: options.dataDir }) : null
  const url = embedded?.url ?? options.databaseUrl ?? ''
  try {
    const { applied } = await applyMigrations(url)
    const watch = embedded === null ? new DatabaseWatch(url) : null
    const db = createPrisma(url, { watch })
    watch?.start()
    return {
      db,
      url,
      isEmbedded: embedded !== null,
      applied,
      close: async () => {
        watch?.stop()
        await db.$disconnect()
        await embedded?.stop()
      },
    }
  } catch (error) {
    await embedded?.stop()
    throw error
  }
}
