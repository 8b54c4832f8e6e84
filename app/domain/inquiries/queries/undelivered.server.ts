import type { Actor } from '#app/domain/accounts/model'
import { database } from '#app/platform/db/database.server'
import type { PartRef, Undelivered } from '../model'
import { visibleParts } from '../visible-to.server'

/** The newest letter to the investor of the case that did not arrive, if none after it did; null when all is well. */
export async function readUndelivered(actor: Actor, ref: PartRef): Promise<Undelivered | null> {
  const part = await database().inquiryPart.findFirst({
    where: { AND: [visibleParts(actor), { sequence: ref.part, inquiry: { number: ref.number } }] },
    select: { inquiry: { select: { id: true, email: true, phone: true } } },
  })
  if (part === null) return null
  const { id, email, phone } = part.inquiry
  const last = await database().outboxMessage.findFirst({
    where: { about: `inquiry:${id}`, toAddress: email, status: { in: ['sent', 'bounced', 'failed'] } },
    orderBy: { id: 'desc' },
    select: { status: true, createdAt: true },
  })
  if (last === null || last.status === 'sent') return null
  return { email, phone, at: last.createdAt.toISOString() }
}
