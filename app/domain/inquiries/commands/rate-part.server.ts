import type { Actor } from '#app/domain/accounts/model'
import { no, yes, type Verdict } from '#app/domain/kernel/verdict'
import { inTransaction } from '#app/platform/db/client.server'
import { database } from '#app/platform/db/database.server'
import { stateOf } from '../clock/workflow'
import { openInquiry, type CaseAddress } from '../investor-access.server'
import { canRate } from '../rating'
import { lockPart } from './event-log.server'
import { tellBody } from './notices.server'

/**
 * Says how the body handled a part that has ended: once per part, and changeable for 14 days. 404 for a wrong key. Says
 * `not_ratable` while the part is open and when the days are over.
 */
export async function ratePart(
  actor: Actor,
  address: CaseAddress,
  input: { part: number; stars: number; text: string },
  now = new Date(),
): Promise<Verdict<CaseAddress, 'not_ratable'>> {
  const inquiry = await openInquiry(actor, address)
  return inTransaction(database(), async (tx) => {
    const part = await lockPart(tx, { inquiryId: inquiry.id, sequence: input.part })
    const rating = await tx.inquiryRating.findUnique({ where: { partId: part.id } })
    if (!canRate(stateOf(part.events), rating?.ratedAt ?? null, now)) return no('not_ratable')
    const said = { stars: input.stars, text: input.text, changedAt: now }
    await tx.inquiryRating.upsert({
      where: { partId: part.id },
      create: { partId: part.id, ratedAt: now, ...said },
      update: said,
    })
    await tellBody(tx, 'case_rated', part, now)
    return yes(address)
  })
}
