import type { Actor } from '#app/domain/accounts/model'
import { may } from '#app/domain/accounts/policy'
import { database } from '#app/platform/db/database.server'
import { notFound } from '#app/platform/http/not-found.server'

/**
 * Takes a pending invitation back, so that its link leads nowhere. True when it is canceled now, false when it was
 * already accepted or canceled.
 */
export async function cancelInvitation(actor: Actor, invitationId: string): Promise<boolean> {
  const invitation = await database().invitation.findUnique({
    where: { id: invitationId },
    select: { organizationId: true },
  })
  if (invitation === null || !may(actor, 'organization.invite', invitation)) throw notFound()
  const { count } = await database().invitation.updateMany({
    where: { id: invitationId, status: 'pending' },
    data: { status: 'canceled' },
  })
  return count === 1
}
