import { connectOrStart } from '#app/platform/embedded-db/embedded-database.server'
import { env } from '#app/platform/env/env.server'

/**
 * Runs `work` on the database of the environment: DATABASE_URL, else the embedded one in DATA_DIR, which may be in use by
 * the running product at the same time. Sets the exit code and prints the message when `work` throws.
 */
export async function runOnDatabase(work: (url: string) => Promise<void>): Promise<void> {
  try {
    const { databaseUrl, dataDir } = env()
    if (databaseUrl !== null) return await work(databaseUrl)
    const embedded = await connectOrStart({ dataDir })
    try {
      await work(embedded.url)
    } finally {
      await embedded.stop()
    }
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  }
}
