import type { Actor } from '#app/domain/accounts/model'
import { mayAny, membershipsFor, type Action } from '#app/domain/accounts/policy'
import type { Prisma } from '#app/platform/db/generated/client'

/** Parts that the actor may read (or, with `action`, act on): those that lie with the own body now, or all. */
export function visibleParts(actor: Actor, action: Action = 'inquiry.read'): Prisma.InquiryPartWhereInput {
  if (mayAny(actor, action)) return {}
  return { organizationId: { in: membershipsFor(actor, action).map(({ organizationId }) => organizationId) } }
}
