import type { Actor } from '#app/domain/accounts/model'
import { mayAny, membershipsFor, type Action } from '#app/domain/accounts/policy'
import type { Prisma } from '#app/platform/db/generated/client'

/** Addresses that the actor may see (or, with `action`, change): those of the own body, or all; deleted ones nobody. */
export function visibleEndpoints(actor: Actor, action: Action = 'webhook.read'): Prisma.WebhookEndpointWhereInput {
  if (mayAny(actor, action)) return { deletedAt: null }
  const bodies = membershipsFor(actor, action).map(({ organizationId }) => organizationId)
  return { deletedAt: null, organizationId: { in: bodies } }
}
