import type { Actor } from '#app/domain/accounts/model'
import { mayAny } from '#app/domain/accounts/policy'
import type { Prisma } from '#app/platform/db/generated/client'

/** Versions that the actor may read: everybody those that are published, since verdicts rest on them; drafts only some. */
export function visibleTo(actor: Actor): Prisma.RuleSetWhereInput {
  return mayAny(actor, 'ruleset.read') ? {} : { publishedAt: { not: null } }
}
