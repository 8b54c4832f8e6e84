import type { Actor, Person } from '#app/domain/accounts/model'
import { mayAny, membershipsFor, type Action } from '#app/domain/accounts/policy'
import { normalizeEmail } from '#app/domain/accounts/rules'
import type { Prisma } from '#app/platform/db/generated/client'

/** Parts that the actor may read (or, with `action`, act on): those that lie with the own body now, or all. */
export function visibleParts(actor: Actor, action: Action = 'inquiry.read'): Prisma.InquiryPartWhereInput {
  if (mayAny(actor, action)) return {}
  return { organizationId: { in: membershipsFor(actor, action).map(({ organizationId }) => organizationId) } }
}

/** Registered inquiries that the person keeps in the account. */
export function ownInquiries({ userId }: Person): Prisma.InquiryWhereInput {
  return { ownerId: userId, number: { not: null } }
}

/** Registered inquiries that came from the person's address and are not in the account yet. */
export function offeredInquiries({ userId, email }: Person): Prisma.InquiryWhereInput {
  return {
    email: normalizeEmail(email),
    number: { not: null },
    OR: [{ ownerId: null }, { ownerId: { not: userId } }],
  }
}
