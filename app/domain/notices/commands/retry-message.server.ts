import type { Actor } from '#app/domain/accounts/model'
import { no, yes, type Verdict } from '#app/domain/kernel/verdict'
import { queueSending } from '#app/domain/notices/outbox.server'
import { visibleMessages } from '#app/domain/notices/visible-to.server'
import { inTransaction } from '#app/platform/db/client.server'
import { database } from '#app/platform/db/database.server'
import { notFound } from '#app/platform/http/not-found.server'
import { mailer } from '#app/platform/mail/mailer.server'

/**
 * Sends a message again that failed, or one that was held back while no SMTP was configured: nothing held goes out by
 * itself, since it may be long out of date. A message that is queued or sent stays as it is.
 */
export async function retryMessage(actor: Actor, id: string): Promise<Verdict<'queued' | 'unchanged', 'no_smtp'>> {
  const message = await database().outboxMessage.findFirst({
    where: { AND: [visibleMessages(actor), { id }] },
    select: { id: true },
  })
  if (message === null) throw notFound()
  if (mailer() === null) return no('no_smtp')
  return inTransaction(database(), async (tx) => {
    const { count } = await tx.outboxMessage.updateMany({
      where: { id, status: { in: ['failed', 'bounced', 'held'] }, NOT: { toAddress: '' } },
      data: { status: 'queued', attempts: 0, claimedAt: null, nextTryAt: null, lastError: null },
    })
    if (count === 0) return yes('unchanged')
    await queueSending(tx, id)
    return yes('queued')
  })
}
