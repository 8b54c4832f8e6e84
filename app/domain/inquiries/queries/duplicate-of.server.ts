import type { Actor } from '#app/domain/accounts/model'
import { database } from '#app/platform/db/database.server'
import type { PartRef } from '../model'
import { visibleParts } from '../visible-to.server'

/** The part of the earlier inquiry that the actor may read; null when there is none. */
export async function readDuplicateOf(actor: Actor, inquiryId: string | null): Promise<PartRef | null> {
  if (inquiryId === null) return null
  const part = await database().inquiryPart.findFirst({
    where: { AND: [visibleParts(actor), { inquiryId }] },
    select: { sequence: true, inquiry: { select: { number: true } } },
    orderBy: { sequence: 'asc' },
  })
  return part?.inquiry.number ? { number: part.inquiry.number, part: part.sequence } : null
}
