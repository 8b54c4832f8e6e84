import { bounceJob, sendMailJob, type BouncedLetter } from '#app/domain/notices/outbox.server'
import { claimMs, hideSecrets, maxAttempts, pauseMs, readUnsubscribe } from '#app/domain/notices/rules'
import { inTransaction, type Db } from '#app/platform/db/client.server'
import { database } from '#app/platform/db/database.server'
import type { OutboxMessage } from '#app/platform/db/generated/client'
import { scheduleJob, sendJob, work } from '#app/platform/jobs/jobs.server'
import { hideAddresses } from '#app/platform/log/describe-error'
import { log } from '#app/platform/log/log.server'
import { mailer, type Mailer, type MailVerdict } from '#app/platform/mail/mailer.server'

const sweepJob = 'sweep-outbox'
/** A sweep ends before the next one begins. */
const sweepMs = 50_000
/** A process fetches jobs once a second, so this is also the most that it sends in a second. */
const lettersAtOnce = 20
/** Letters of one conversation that a letter names in its headers. */
const mostReferences = 10

/** `unreachable`: no server took the connection, so that no other message would be taken either. */
export type Sending = 'sent' | 'later' | 'unreachable' | 'over' | 'left'

/** Lets this process send what is in the outbox: at once, and later what a server did not take. */
export async function startSending(): Promise<void> {
  await work<{ id: string }>(sendMailJob, ({ id }) => sendMessage(database(), mailer(), id), lettersAtOnce)
  await work(sweepJob, () => sweepOutbox(database(), mailer()))
  await scheduleJob(sweepJob, '* * * * *', {})
}

/**
 * Sends, oldest first, what waits for another try and what lost its job or its process; ends early when the server cannot
 * be reached, so that a dead one costs one try a minute. Gives the number of messages that were sent.
 */
export async function sweepOutbox(db: Db, mailer: Mailer | null, now = new Date()): Promise<number> {
  const startedAt = Date.now()
  for (let sent = 0; ;) {
    const next = await db.outboxMessage.findFirst({
      where: { AND: [free(now), { OR: [{ nextTryAt: { lte: now } }, orphaned(now)] }] },
      orderBy: [{ nextTryAt: { sort: 'asc', nulls: 'first' } }, { id: 'asc' }],
      select: { id: true },
    })
    if (next === null || Date.now() - startedAt > sweepMs) return sent
    const outcome = await sendMessage(db, mailer, next.id, now)
    if (outcome === 'sent') sent += 1
    if (outcome === 'unreachable') return sent
  }
}

/** Queued, and in nobody's hands: an old claim is one of a process that died. */
function free(now: Date) {
  const before = new Date(now.getTime() - claimMs)
  return { status: 'queued' as const, OR: [{ claimedAt: null }, { claimedAt: { lt: before } }] }
}

/** Never tried, or given up in the middle, so long ago that its job must be lost. */
function orphaned(now: Date) {
  return { nextTryAt: null, createdAt: { lt: new Date(now.getTime() - claimMs) } }
}

/**
 * Sends one message of the outbox: takes the row, sends, marks. A message that is sent, given up or in another worker's
 * hands is left alone, so a job that runs twice sends once. Only a process that dies between the server's yes and the mark
 * sends again, after `claimMs`, under the same Message-ID, by which mail programs show one letter.
 */
export async function sendMessage(db: Db, mailer: Mailer | null, id: string, now = new Date()): Promise<Sending> {
  if (mailer === null) {
    await db.outboxMessage.updateMany({ where: { id, status: 'queued' }, data: { status: 'held' } })
    return 'left'
  }
  const { count } = await db.outboxMessage.updateMany({
    where: { AND: [{ id }, free(now)] },
    data: { claimedAt: now, attempts: { increment: 1 } },
  })
  if (count === 0) return 'left'
  const message = await db.outboxMessage.findUniqueOrThrow({ where: { id } })
  const { toAddress: to, subject, text, html, locale: language } = message
  const earlier = await findEarlier(db, message)
  const mail = { id, to, subject, text, html, language, earlier, unsubscribe: readUnsubscribe(html) }
  return mark(db, message, await mailer.send(mail), now)
}

/** Ids of the letters before it in the conversation with this address. */
async function findEarlier(db: Db, { id, about, toAddress, createdAt }: OutboxMessage): Promise<string[]> {
  if (about === null) return []
  const rows = await db.outboxMessage.findMany({
    where: { about, toAddress, createdAt: { lte: createdAt }, status: 'sent', NOT: { id } },
    orderBy: { id: 'desc' },
    take: mostReferences,
    select: { id: true },
  })
  return rows.map((row) => row.id).reverse()
}

async function mark(db: Db, message: OutboxMessage, verdict: MailVerdict, now: Date): Promise<Sending> {
  const { id, text, html, attempts } = message
  if (verdict.ok) {
    const kept = { text: hideSecrets(text), html: hideSecrets(html) }
    const sent = { status: 'sent', sentAt: new Date(), messageId: verdict.messageId, lastError: null } as const
    await db.outboxMessage.update({ where: { id }, data: { ...sent, ...kept, nextTryAt: null } })
    return 'sent'
  }
  const isOver = verdict.isFinal || attempts >= maxAttempts
  log.warn({ message: id, attempt: attempts, isOver, reason: hideAddresses(verdict.reason) }, 'mail was not sent')
  if (!isOver) {
    const nextTryAt = new Date(now.getTime() + pauseMs(attempts, Math.random()))
    await db.outboxMessage.update({ where: { id }, data: { claimedAt: null, lastError: verdict.reason, nextTryAt } })
    return verdict.isUnreachable ? 'unreachable' : 'later'
  }
  await markLost(db, message, { status: verdict.isFinal ? 'bounced' : 'failed', reason: verdict.reason })
  return 'over'
}

/** The letter will not arrive: whoever answers for what it is about is told by a job of the same transaction. */
async function markLost(
  db: Db,
  { id, about, toAddress }: OutboxMessage,
  { status, reason }: { status: 'bounced' | 'failed'; reason: string },
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const data = { status, claimedAt: null, nextTryAt: null, lastError: reason }
    await tx.outboxMessage.update({ where: { id }, data })
    if (about !== null) await sendJob<BouncedLetter>(tx, bounceJob, { id, about, toAddress })
  })
}
