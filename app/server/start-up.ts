import type { Env } from '#app/platform/env/parse-env'
import { startNotingSearches } from '#app/domain/insight/commands/note-search.server'
import { startAlerts } from '#app/domain/alerts/commands/alert-job.server'
import { startForgetting } from '#app/domain/privacy/commands/forget.server'
import { startSealing } from '#app/domain/ledger/seal.server'
import { startReminding } from '#app/domain/sites/commands/remind.server'
import { startReorganizing } from '#app/domain/inquiries/commands/apply-reorganizations.server'
import { startRecalculating } from '#app/domain/inquiries/calendar/commands/recalculate-due.server'
import { startDelivering } from '#app/domain/webhooks/deliver.server'
import { startAnswering } from '#app/domain/questions/commands/answer-questions.server'
import { startDigests } from '#app/domain/notices/commands/write-digests.server'
import { startTellingBounces } from '#app/domain/inquiries/commands/tell-bounce.server'
import { startWatchingTerms } from '#app/domain/inquiries/commands/watch-terms.server'
import { startSending } from '#app/domain/notices/send-mail.server'
import { startMakingAvif } from '#app/domain/sites/make-avif.server'
import { startCatalogue } from '#app/domain/search/catalogue.server'
import { startImports } from '#app/domain/sites/import/run-import.server'
import { useDatabase } from '#app/platform/db/database.server'
import { openDatabase } from '#app/platform/db/open-database.server'
import { registerReadiness } from '#app/platform/http/readiness.server'
import { startJobs } from '#app/platform/jobs/jobs.server'
import { startLive } from '#app/platform/live/live.server'
import { log } from '#app/platform/log/log.server'
import { storage } from '#app/platform/storage/storage.server'
import { registerGauges } from '#app/server/gauges'
import { listen } from '#app/server/listen'
import { resealAll } from '#app/server/reseal-secrets'
import { StartSteps } from '#app/server/start-steps'
import { warmUp } from '#app/server/warm-up'
import type { RequestListener } from 'node:http'

/** What `seeds/main.ts` exports: brings the reference data, and the demo data if asked, up to date. */
export interface SeedModule {
  seed(options: { demo: boolean }): Promise<void>
}

interface StartParts {
  env: Env
  /** Loads the pages while the database starts. */
  loadHandler: () => Promise<RequestListener>
  /** The seeds are built beside the server and never imported by it; null when this build has none. */
  importSeeds: () => Promise<SeedModule | null>
}

export interface Running {
  address: string
  stop(): Promise<void>
}

const FINISH_REQUESTS_MS = 10_000

/** Starts the product part by part, and listens only when everything serves. A failure stops what was started. */
export async function startProduct({ env, loadHandler, importSeeds }: StartParts): Promise<Running> {
  log.level = env.logLevel
  const steps = new StartSteps(log)
  let isStopping = false
  registerReadiness('process', () => (isStopping ? 'stopping' : null))

  const loading = Promise.all([loadHandler(), importSeeds()])
  // Awaited below; a failure of the database before that must not end the process by this one.
  loading.catch(() => undefined)

  await steps.run('storage', () => storage().check())
  await startDatabase(env, steps)
  const [handler, seeds] = await steps.run('code', () => loading)
  await steps.run('seeds', () => seeds?.seed({ demo: env.demo }))
  await steps.run('secrets', resealAll)
  await steps.run('ledger', (onStop) => onStop(startSealing()))
  await steps.run('sending', startSending)
  await steps.run('digests', startDigests)
  await steps.run('bounces', startTellingBounces)
  await steps.run('reminders', startReminding)
  await steps.run('alerts', startAlerts)
  await steps.run('questions', startAnswering)
  await steps.run('reorganizations', startReorganizing)
  await steps.run('calendar', startRecalculating)
  await steps.run('webhooks', startDelivering)
  await steps.run('terms', startWatchingTerms)
  await steps.run('forgetting', startForgetting)
  await steps.run('imports', startImports)
  await steps.run('pictures', startMakingAvif)
  await steps.run('catalogue', async (onStop) => onStop(await startCatalogue()))
  // In development it would compile what nobody looks at yet.
  if (import.meta.env.PROD) await steps.run('warm-up', () => warmUp(handler))
  await steps.run('metrics', registerGauges)
  await steps.run('demand', (onStop) => onStop(startNotingSearches()))
  const { address, drain } = await steps.run('listen', async (onStop) => {
    const listening = await listen(env, handler)
    onStop(() => listening.stop(FINISH_REQUESTS_MS))
    return listening
  })
  // Stopped before the listener, which would wait for open streams.
  await steps.run('live', async (onStop) => onStop(await startLive()))
  // First of all: balancers read `stopping` and look elsewhere before anything ends.
  await steps.run('balancers', (onStop) => onStop(() => drain(env.drainMs)))

  const stop = () => {
    isStopping = true
    return steps.stop()
  }
  return { address, stop }
}

async function startDatabase(env: Env, steps: StartSteps): Promise<void> {
  const { db, url } = await steps.run('database', async (onStop) => {
    const opened = await openDatabase(env)
    onStop(opened.close)
    return opened
  })
  useDatabase(db)
  registerReadiness('database', async () => {
    await db.$queryRaw`SELECT 1`
    return null
  })
  await steps.run('jobs', async (onStop) => onStop((await startJobs(url)).stop))
}
