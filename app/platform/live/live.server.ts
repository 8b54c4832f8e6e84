import { database } from '#app/platform/db/database.server'
import { scheduleJob, work } from '#app/platform/jobs/jobs.server'
import { ChangeFeed } from './change-feed.server'
import { forgetChanges, readChanged, type Topic } from './changes.server'
import { closeStreams } from './event-streams.server'

const jobName = 'forget-changes'

/** A change carries the moment at which its transaction began. */
const marginMs = 2_000

const holder = globalThis as typeof globalThis & { __alanChangeFeed?: ChangeFeed }

/** The feed of changes of this process. */
export function changeFeed(): ChangeFeed {
  return (holder.__alanChangeFeed ??= new ChangeFeed(database()))
}

/** Which of the topics changed while a page was deaf for `ageMs`; a little more is taken than it says. */
export function readMissed(topics: ReadonlySet<Topic>, ageMs: number): Promise<ReadonlySet<Topic>> {
  return readChanged(database(), topics, ageMs + marginMs)
}

/** Lets this process keep open pages up to date; gives the way to end all of them, so that it can stop. */
export async function startLive(): Promise<() => void> {
  await work(jobName, () => forgetChanges(database()))
  await scheduleJob(jobName, '17 * * * *', {})
  return () => {
    closeStreams()
    changeFeed().stop()
  }
}
