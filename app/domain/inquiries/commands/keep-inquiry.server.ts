import type { Person } from '#app/domain/accounts/model'
import { normalizeEmail } from '#app/domain/accounts/rules'
import { no, yes, type Verdict } from '#app/domain/kernel/verdict'
import { database } from '#app/platform/db/database.server'
import { openInquiry, type CaseAddress } from '../investor-access.server'
import { hasProvenAddress } from '../proven-address.server'
import { offeredInquiries } from '../visible-to.server'

/**
 * Keeps an inquiry in the account of a person who can open it. Kept again it is a yes. Says `kept_elsewhere` when it is
 * in another account, unless it came from this person's own address: that is the stronger claim.
 */
export async function keepInquiry(
  actor: Person,
  address: CaseAddress,
): Promise<Verdict<{ number: string }, 'kept_elsewhere'>> {
  const inquiry = await openInquiry(actor, address)
  const isFromOwnAddress = inquiry.email === normalizeEmail(actor.email) && (await hasProvenAddress(actor))
  const { count } = await database().inquiry.updateMany({
    where: { id: inquiry.id, OR: isFromOwnAddress ? undefined : [{ ownerId: null }, { ownerId: actor.userId }] },
    data: { ownerId: actor.userId },
  })
  return count === 1 ? yes({ number: address.number }) : no('kept_elsewhere')
}

/** Keeps all inquiries that came from the person's confirmed address; gives how many are new in the account. */
export async function keepOfferedInquiries(actor: Person): Promise<number> {
  if (!(await hasProvenAddress(actor))) return 0
  const { count } = await database().inquiry.updateMany({
    where: offeredInquiries(actor),
    data: { ownerId: actor.userId },
  })
  return count
}
