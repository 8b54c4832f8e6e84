import type { Actor } from '#app/domain/accounts/model'
import { bounceJob, type BouncedLetter } from '#app/domain/notices/outbox.server'
import { visibleMessages } from '#app/domain/notices/visible-to.server'
import { inTransaction } from '#app/platform/db/client.server'
import { database } from '#app/platform/db/database.server'
import { notFound } from '#app/platform/http/not-found.server'
import { sendJob } from '#app/platform/jobs/jobs.server'

/**
 * Marks a letter that was sent as come back: an admin has seen the bounce in the mailbox of the sender. True when it was
 * not marked before; one that was not sent stays as it is.
 */
export async function markBounced(actor: Actor, id: string): Promise<boolean> {
  const message = await database().outboxMessage.findFirst({ where: { AND: [visibleMessages(actor), { id }] } })
  if (message === null) throw notFound()
  return inTransaction(database(), async (tx) => {
    const { count } = await tx.outboxMessage.updateMany({
      where: { id, status: 'sent' },
      data: { status: 'bounced', lastError: null },
    })
    const { about, toAddress } = message
    if (count > 0 && about !== null) await sendJob<BouncedLetter>(tx, bounceJob, { id, about, toAddress })
    return count > 0
  })
}
