import type { Actor } from '#app/domain/accounts/model'
import { mayAny } from '#app/domain/accounts/policy'
import { database } from '#app/platform/db/database.server'
import { notFound } from '#app/platform/http/not-found.server'
import { readFailedJobs, readQueues } from '#app/platform/jobs/read-queues.server'

/** The queues of the product and the jobs that failed last; moments are ISO 8601. */
export async function readJobs(actor: Actor) {
  if (!mayAny(actor, 'jobs.read')) throw notFound()
  const [queues, failed] = await Promise.all([readQueues(database()), readFailedJobs(database())])
  return {
    queues: queues.map(({ lastDoneAt, lastFailedAt, ...queue }) => ({
      ...queue,
      lastDoneAt: lastDoneAt?.toISOString() ?? null,
      lastFailedAt: lastFailedAt?.toISOString() ?? null,
    })),
    failed: failed.map(({ failedAt, ...job }) => ({ ...job, failedAt: failedAt.toISOString() })),
  }
}
