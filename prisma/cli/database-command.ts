import { randomUUID } from 'node:crypto'
import { connectOrStart } from '#app/platform/embedded-db/embedded-database.server'
import { requestContext } from '#app/platform/http/request-context.server'
import { env } from '#app/platform/env/env.server'
import { verify } from './audit-verify'
import { backUp } from './back-up'
import type { DatabaseCommand } from './database-place'
import { makeAccount } from './make-account'
import { migrate } from './migrate'
import { restore } from './restore'
import { seed } from './seed'

// `npm run db:<command>`; in an image, where only the build is: `node build/server/database.js <command>`.
const COMMANDS: Record<string, DatabaseCommand> = {
  ...{ migrate, seed, restore },
  ...{ backup: backUp, 'audit-verify': verify, 'make-account': makeAccount },
}

/**
 * Runs a command on the database of the environment: DATABASE_URL, else the embedded one in DATA_DIR, which the running
 * product may be using at the same time.
 */
async function runOnDatabase(command: DatabaseCommand, args: string[]): Promise<void> {
  const { databaseUrl, dataDir } = env()
  if (databaseUrl !== null) return command({ dataDir, url: databaseUrl }, args)
  const embedded = await connectOrStart({ dataDir })
  try {
    await command({ dataDir, url: embedded.url }, args)
  } finally {
    await embedded.stop()
  }
}

const [name = '', ...args] = process.argv.slice(2)
const command = COMMANDS[name]
if (command === undefined) {
  console.error(`Choose one of: ${Object.keys(COMMANDS).join(', ')}`)
  process.exitCode = 1
} else {
  const context = { requestId: randomUUID(), actor: `command:${name}` }
  await requestContext
    .run(context, () => runOnDatabase(command, args))
    .catch((error: unknown) => {
      console.error(error instanceof Error ? error.message : error)
      process.exitCode = 1
    })
}
