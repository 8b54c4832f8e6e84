import type { Actor } from '#app/domain/accounts/model'
import { mayAny, membershipsFor } from '#app/domain/accounts/policy'
import type { Prisma } from '#app/platform/db/generated/client'

/** Organisations that the actor may read with their people: all, or none but those a right over the own body gives. */
export function visibleOrganizations(actor: Actor): Prisma.OrganizationWhereInput {
  if (mayAny(actor, 'organization.read')) return {}
  return { id: { in: membershipsFor(actor, 'organization.read').map((membership) => membership.organizationId) } }
}

/** The people who may come in at `now`: nobody has banned them, or the ban is over. */
export function notBanned(now: Date): Prisma.UserWhereInput {
  return { OR: [{ banned: null }, { banned: false }, { banExpires: { lte: now } }] }
}
