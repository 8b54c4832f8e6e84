import PgBoss from 'pg-boss'
import { inTransaction, type Db, type Tx } from '#app/platform/db/client.server'
import { database } from '#app/platform/db/database.server'
import { requestContext } from '#app/platform/http/request-context.server'
import { log } from '#app/platform/log/log.server'

/** How a job is tried again; by default pg-boss tries twice more, at once. */
export interface JobOptions {
  retryLimit?: number
  /** Seconds before the first retry. */
  retryDelay?: number
  /** Doubles the delay with every retry. */
  retryBackoff?: boolean
  /** Not before this moment. */
  startAfter?: Date
  /** Needs `singletonSeconds`: of the jobs with one key only the first in each such span is kept. */
  singletonKey?: string
  singletonSeconds?: number
  /** A run that takes longer counts as failed; default 15 minutes. */
  expireInSeconds?: number
}

export type JobHandler<T extends object> = (data: T, job: { id: string }) => Promise<unknown>

const EMBEDDED_CONNECTIONS = 2
const SERVER_CONNECTIONS = 4
const POLLING_SECONDS = 1
const STOP_PATIENCE = 10_000
/** Any number that nothing else in the project locks with. */
const QUEUE_LOCK = 20_261_004
const TIME_ZONE = 'Asia/Almaty'

interface Jobs {
  boss: PgBoss
  /** Job name -> id of its worker. */
  workers: Map<string, string>
}

const holder = globalThis as typeof globalThis & { __alanJobs?: Jobs; __alanJobSender?: PgBoss }

/**
 * Starts this process's part in the jobs of the database `url` (pg-boss creates or upgrades its schema `pgboss` by
 * itself). `stop` lets running jobs finish for at most 10 s; what is not finished by then is run again later.
 */
export async function startJobs(url: string): Promise<{ stop: () => Promise<void> }> {
  if (holder.__alanJobs) throw new Error('Jobs are already running in this process')
  const boss = newBoss(url)
  await boss.start()
  holder.__alanJobs = { boss, workers: new Map() }
  return {
    stop: async () => {
      holder.__alanJobs = undefined
      await boss.stop({ graceful: true, wait: true, timeout: STOP_PATIENCE })
    },
  }
}

/** Creates or upgrades the schema of pg-boss without running any job; for databases that only send. */
export async function installJobs(url: string): Promise<void> {
  const boss = newBoss(url, { supervise: false, schedule: false })
  await boss.start()
  await boss.stop({ graceful: false })
}

/**
 * Queues a job in the caller's transaction: it exists if and only if the transaction commits. Works in every process,
 * whether it runs jobs or not. Gives the id, or null when `singletonKey` says that there is one already.
 */
export async function sendJob<T extends object>(
  tx: Tx | Db,
  name: string,
  data: T,
  options: JobOptions = {},
): Promise<string | null> {
  const executeSql = async (text: string, values: unknown[]) => ({
    rows: await tx.$queryRawUnsafe<unknown[]>(text, ...values.map((value) => value ?? null)),
  })
  const order = { ...options, db: { executeSql } }
  const id = await sender().send(name, data, order)
  if (id !== null) return id
  // pg-boss drops a job of an unknown queue in silence, also when somebody makes the queue right after.
  if (!(await hasQueue(tx, name))) await makeQueue(tx, name)
  return sender().send(name, data, order)
}

/**
 * Runs `handler` for the jobs of a name, one at a time in this process. A throw is logged and the job comes again as its
 * options say. A second call for the same name replaces the handler. `startJobs` must have been called. Jobs are fetched
 * once a second, `batch` together; as all of a batch come again when one throws, more than one is for handlers that may
 * run twice.
 */
export async function work<T extends object>(name: string, handler: JobHandler<T>, batch = 1): Promise<void> {
  const { boss, workers } = running()
  await needQueue(name)
  const earlier = workers.get(name)
  if (earlier) await boss.offWork({ id: earlier })
  const options = { pollingIntervalSeconds: POLLING_SECONDS, batchSize: batch }
  const id = await boss.work<T>(name, options, async (jobs) => {
    for (const job of jobs) await runJob(handler, job)
  })
  workers.set(name, id)
}

/** Queues a job by the clock, in the time of Almaty: `cron` has five fields. The same name again replaces the schedule. */
export async function scheduleJob<T extends object>(name: string, cron: string, data: T): Promise<void> {
  const { boss } = running()
  await needQueue(name)
  await boss.schedule(name, cron, data, { tz: TIME_ZONE })
}

/** Removes the jobs, waiting, done and put away, whose data name the text, in the caller’s transaction. */
export async function forgetJobsAbout(tx: Tx, text: string): Promise<void> {
  await tx.$executeRaw`DELETE FROM pgboss.job WHERE strpos(data::text, ${text}) > 0`
  await tx.$executeRaw`DELETE FROM pgboss.archive WHERE strpos(data::text, ${text}) > 0`
}

async function runJob<T extends object>(handler: JobHandler<T>, job: PgBoss.Job<T>): Promise<void> {
  try {
    await requestContext.run({ requestId: job.id, actor: `job:${job.name}` }, () => handler(job.data, { id: job.id }))
  } catch (error) {
    log.warn({ err: error, job: job.name, id: job.id }, 'a job failed')
    throw error
  }
}

function running(): Jobs {
  if (!holder.__alanJobs) throw new Error('No jobs in this process: call startJobs() first')
  return holder.__alanJobs
}

function newBoss(url: string, options: PgBoss.ConstructorOptions = {}): PgBoss {
  const isEmbedded = new URL(url).searchParams.has('host')
  const max = isEmbedded ? EMBEDDED_CONNECTIONS : SERVER_CONNECTIONS
  const boss = new PgBoss({ connectionString: url, application_name: 'alan-jobs', max, ...options })
  boss.on('error', (error) => log.warn({ err: error }, 'the job queue met an error'))
  return boss
}

/** Writes jobs through the caller's transaction and has no connection of its own. */
function sender(): PgBoss {
  holder.__alanJobSender ??= new PgBoss({
    db: {
      executeSql: () => Promise.reject(new Error('A job can only be sent through a transaction')),
    },
  })
  return holder.__alanJobSender
}

/** Not by pg-boss: nodes that start at the same moment would make the same queues and break each other. */
async function needQueue(name: string): Promise<void> {
  if (await hasQueue(database(), name)) return
  await inTransaction(database(), (tx) => makeQueue(tx, name))
}

/** One creator at a time: two at once would wait for each other's locks on the tables of the queues. */
async function makeQueue(tx: Tx | Db, name: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${QUEUE_LOCK}::int)`
  await tx.$executeRaw`SELECT pgboss.create_queue(${name}, '{"policy":"standard"}'::json)`
}

async function hasQueue(tx: Tx | Db, name: string): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`SELECT 1 AS found FROM pgboss.queue WHERE name = ${name}`
  return rows.length > 0
}
