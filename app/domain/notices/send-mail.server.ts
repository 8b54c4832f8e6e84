import { claimMs, hideSecrets, maxAttempts, readUnsubscribe } from '#app/domain/notices/rules'
import { sendMailJob } from '#app/domain/notices/outbox.server'
import type { Db } from '#app/platform/db/client.server'
import { database } from '#app/platform/db/database.server'
import { work } from '#app/platform/jobs/jobs.server'
import { log } from '#app/platform/log/log.server'
import { mailer, type Mailer } from '#app/platform/mail/mailer.server'

/** The message was not taken and the job should come again. */
export class SendingFailed extends Error {
  constructor(reason: string) {
    super(reason)
    this.name = 'SendingFailed'
  }
}

/** Lets this process send what is in the outbox. */
export async function startSending(): Promise<void> {
  await work<{ id: string }>(sendMailJob, ({ id }) => sendMessage(database(), mailer(), id))
}

/**
 * Sends one message of the outbox: takes the row, sends, marks. A message that is sent, given up or in another worker's
 * hands is left alone, so a job that runs twice sends once. Throws SendingFailed while trying again makes sense.
 */
export async function sendMessage(db: Db, mailer: Mailer | null, id: string, now = new Date()): Promise<void> {
  if (mailer === null) {
    await db.outboxMessage.updateMany({ where: { id, status: 'queued' }, data: { status: 'held' } })
    return
  }
  const { count } = await db.outboxMessage.updateMany({
    where: {
      id,
      status: 'queued',
      OR: [{ claimedAt: null }, { claimedAt: { lt: new Date(now.getTime() - claimMs) } }],
    },
    data: { claimedAt: now, attempts: { increment: 1 } },
  })
  if (count === 0) return
  const message = await db.outboxMessage.findUniqueOrThrow({ where: { id } })
  const { toAddress: to, subject, text, html, locale: language } = message
  const verdict = await mailer.send({ id, to, subject, text, html, language, unsubscribe: readUnsubscribe(html) })
  if (verdict.ok) {
    await db.outboxMessage.update({
      where: { id },
      data: {
        status: 'sent',
        sentAt: new Date(),
        messageId: verdict.messageId,
        lastError: null,
        text: hideSecrets(text),
        html: hideSecrets(html),
      },
    })
    return
  }
  const isOver = verdict.isFinal || message.attempts >= maxAttempts
  await db.outboxMessage.update({
    where: { id },
    data: { status: isOver ? 'failed' : 'queued', claimedAt: null, lastError: verdict.reason },
  })
  log.warn({ message: id, attempt: message.attempts, isOver, reason: verdict.reason }, 'mail was not sent')
  if (!isOver) throw new SendingFailed(verdict.reason)
}
