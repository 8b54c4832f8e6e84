import type { Env } from '#app/platform/env/parse-env'
import { useDatabase } from '#app/platform/db/database.server'
import { openDatabase } from '#app/platform/db/open-database.server'
import { registerReadiness } from '#app/platform/http/readiness.server'
import { log } from '#app/platform/log/log.server'
import { listen } from '#app/server/listen'
import { StartSteps } from '#app/server/start-steps'
import type { RequestListener } from 'node:http'

/** What `seeds/main.ts` exports: brings the reference data, and the demo data if asked, up to date. */
export interface SeedModule {
  seed(options: { demo: boolean }): Promise<void>
}

interface StartParts {
  env: Env
  handler: RequestListener
  /** The seeds are built beside the server and never imported by it; null when this build has none. */
  importSeeds: () => Promise<SeedModule | null>
}

export interface Running {
  address: string
  stop(): Promise<void>
}

const FINISH_REQUESTS_MS = 10_000

/** Starts the product part by part, and listens only when everything serves. */
export async function startProduct({ env, handler, importSeeds }: StartParts): Promise<Running> {
  const steps = new StartSteps(log)
  let isStopping = false
  registerReadiness('process', () => (isStopping ? 'stopping' : null))
  await steps.run('database', async (onStop) => {
    const opened = await openDatabase(env)
    onStop(opened.close)
    useDatabase(opened.db)
    registerReadiness('database', async () => {
      await opened.db.$queryRaw`SELECT 1`
      return null
    })
  })
  await steps.run('seeds', async () => {
    const seeds = await importSeeds()
    await seeds?.seed({ demo: env.demo })
  })
  const address = await steps.run('listen', async (onStop) => {
    const listening = await listen(env, handler)
    onStop(() => listening.stop(FINISH_REQUESTS_MS))
    return listening.address
  })
  return {
    address,
    stop: async () => {
      isStopping = true
      await steps.stop()
    },
  }
}
