import type { Db } from '#app/platform/db/client.server'

/** What a queue holds now, and when one of its jobs ended well or failed last. */
export type QueueState = {
  name: string
  waiting: number
  running: number
  failed: number
  lastDoneAt: Date | null
  lastFailedAt: Date | null
  /** Five fields in the time of Almaty; null for a queue that is filled by what happens. */
  cron: string | null
}

/** A job that was tried as often as it may and failed, with what it said. */
export type FailedJob = { id: string; name: string; failedAt: Date; attempts: number; reason: string }

/** Every queue of the product by name; pg-boss forgets jobs that ended after some days. */
export async function readQueues(db: Db): Promise<QueueState[]> {
  const rows = await db.$queryRaw<
    (Omit<QueueState, 'waiting' | 'running' | 'failed'> & { waiting: bigint; running: bigint; failed: bigint })[]
  >`
    SELECT queue.name,
      count(job.id) FILTER (WHERE job.state IN ('created', 'retry')) AS waiting,
      count(job.id) FILTER (WHERE job.state = 'active') AS running,
      count(job.id) FILTER (WHERE job.state = 'failed') AS failed,
      max(job.completed_on) FILTER (WHERE job.state = 'completed') AS "lastDoneAt",
      max(job.completed_on) FILTER (WHERE job.state = 'failed') AS "lastFailedAt",
      max(schedule.cron) AS cron
    FROM pgboss.queue queue
    LEFT JOIN pgboss.job job ON job.name = queue.name
    LEFT JOIN pgboss.schedule schedule ON schedule.name = queue.name
    WHERE queue.name NOT LIKE '\\_\\_pgboss%'
    GROUP BY queue.name
    ORDER BY queue.name`
  return rows.map(({ waiting, running, failed, ...row }) => ({
    ...row,
    ...{ waiting: Number(waiting), running: Number(running), failed: Number(failed) },
  }))
}

/** How long the oldest job has waited that could run by now; 0 when none waits. */
export async function readLagMs(db: Db): Promise<number> {
  const [row] = await db.$queryRaw<{ ms: number }[]>`
    SELECT coalesce(extract(epoch FROM now() - min(start_after)) * 1000, 0)::float AS ms FROM pgboss.job
    WHERE state IN ('created', 'retry') AND start_after <= now() AND name NOT LIKE '\\_\\_pgboss%'`
  return row?.ms ?? 0
}

/** The jobs that failed last, newest first. */
export async function readFailedJobs(db: Db, most = 20): Promise<FailedJob[]> {
  const rows = await db.$queryRaw<{ id: string; name: string; at: Date; tries: number; output: unknown }[]>`
    SELECT id::text, name, completed_on AS at, retry_count + 1 AS tries, output
    FROM pgboss.job WHERE state = 'failed' ORDER BY completed_on DESC LIMIT ${most}`
  return rows.map(({ id, name, at, tries, output }) => ({
    ...{ id, name, failedAt: at, attempts: tries },
    reason: readReason(output),
  }))
}

/** pg-boss keeps the error as JSON; only its message is of use to people. */
function readReason(output: unknown): string {
  if (typeof output !== 'object' || output === null || !('message' in output)) return ''
  return typeof output.message === 'string' ? output.message.slice(0, 300) : ''
}
