import type { Actor } from '#app/domain/accounts/model'
import { mayAny, membershipsFor, type Action } from '#app/domain/accounts/policy'
import type { Prisma } from '#app/platform/db/generated/client'

/** Sites whose drafts the actor may see (or, with `action`, change or review): the own town's, the own region's, or all. */
export function visibleTo(actor: Actor, action: Action = 'site.read'): Prisma.SiteWhereInput {
  if (mayAny(actor, action)) return {}
  const territories = membershipsFor(actor, action).flatMap((membership): Prisma.SiteWhereInput[] => {
    if (membership.townKey !== null) return [{ townKey: membership.townKey }]
    return membership.regionKey === null ? [] : [{ town: { regionKey: membership.regionKey } }]
  })
  return territories.length === 0 ? { id: { in: [] } } : { OR: territories }
}
