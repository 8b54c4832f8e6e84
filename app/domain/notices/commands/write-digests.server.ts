import type { SystemActor } from '#app/domain/accounts/model'
import { notBanned } from '#app/domain/accounts/visible-to.server'
import type { WorkingCalendar } from '#app/domain/kernel/working-calendar'
import { noticeEvents, type NoticeEvent } from '#app/domain/notices/events'
import type { Notice, NoticeFacts, ToldNotice } from '#app/domain/notices/model'
import { queueNotice } from '#app/domain/notices/outbox.server'
import { digestMoment } from '#app/domain/notices/rules'
import { stopPath } from '#app/domain/notices/stop-key.server'
import { readCalendar } from '#app/domain/towns/queries.server'
import { inTransaction, type Tx } from '#app/platform/db/client.server'
import { database } from '#app/platform/db/database.server'
import type { Prisma } from '#app/platform/db/generated/client'
import { defaultLanguage, isLanguage, pathIn } from '#app/platform/i18n/language'
import { scheduleJob, work } from '#app/platform/jobs/jobs.server'
import { log } from '#app/platform/log/log.server'

const jobName = 'write-digests'
const actor: SystemActor = { kind: 'system', name: jobName }
/** Any number that nothing else in the project locks with: several nodes write one after another. */
const digestLock = 20_261_128
/** Events that a letter names; the others are counted. */
const mostNamed = 30

/** Lets this process write, every minute, the letters that waited for their bundle or for the morning. */
export async function startDigests(): Promise<void> {
  await work(jobName, async () => {
    const letters = await writeDigests(actor, await readCalendar())
    if (letters > 0) log.info({ letters }, 'wrote letters about several events')
  })
  await scheduleJob(jobName, '* * * * *', {})
}

/**
 * Writes the letters that are due at `now`: bundles whose time has come, and on a working day from nine on what was not
 * read since the last digest. What a person has read under the bell meanwhile is not told again. Each letter is one
 * transaction with the marks of its notices, so that none is written twice; gives their number.
 */
export async function writeDigests(_by: SystemActor, calendar: WorkingCalendar, now = new Date()): Promise<number> {
  const morning = digestMoment(now, calendar)
  for (let letters = 0; ; letters += 1) {
    const isWritten = await inTransaction(database(), async (tx) => {
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(${digestLock}::int)`
      return writeNext(tx, morning, now)
    })
    if (!isWritten) return letters
  }
}

async function writeNext(tx: Tx, morning: Date, now: Date): Promise<boolean> {
  const waiting = { letteredAt: null, readAt: null } satisfies Prisma.NoticeWhereInput
  const due = [
    { letter: 'bundle', letterAt: { lte: now } },
    { letter: 'daily', createdAt: { lt: morning } },
  ]
  const first = await tx.notice.findFirst({
    where: { ...waiting, OR: due, user: notBanned(now) },
    orderBy: { createdAt: 'asc' },
    include: { user: true },
  })
  if (first === null) return false
  const isBundle = first.letter === 'bundle'
  const rest = isBundle ? { about: first.about } : { createdAt: { lt: morning } }
  const rows = await tx.notice.findMany({
    where: { ...waiting, userId: first.userId, letter: first.letter, ...rest },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
  })
  const { user } = first
  const reader = { id: user.id, locale: isLanguage(user.locale) ? user.locale : defaultLanguage }
  const told = rows.map((row): ToldNotice & { at: string } => ({
    event: row.event as NoticeEvent,
    facts: row.facts as NoticeFacts,
    link: pathIn(reader.locale, row.path),
    at: row.createdAt.toISOString(),
  }))
  const group = isBundle ? noticeEvents[first.event as NoticeEvent].group : 'all'
  await queueNotice(tx, {
    ...compose(told, user.name, isBundle ? 'bundle' : 'daily', pathIn(reader.locale, '/notices')),
    locale: reader.locale,
    to: user.email,
    dedupeKey: `digest:${first.id}`,
    about: isBundle ? first.about : undefined,
    stop: { group, path: stopPath(reader, group) },
  })
  await tx.notice.updateMany({ where: { id: { in: rows.map(({ id }) => id) } }, data: { letteredAt: now } })
  return true
}

function compose(
  told: (ToldNotice & { at: string })[],
  name: string,
  rhythm: 'bundle' | 'daily',
  link: string,
): Notice {
  const [only] = told
  if (only !== undefined && told.length === 1) return { template: 'notice', data: { name, ...only } }
  const notices = told.slice(0, mostNamed)
  return { template: 'notice_digest', data: { name, rhythm, notices, more: told.length - notices.length, link } }
}
