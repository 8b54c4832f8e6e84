import type { Actor } from '#app/domain/accounts/model'
import { mayAny } from '#app/domain/accounts/policy'
import type { Prisma } from '#app/platform/db/generated/client'

/** Messages that the actor may read: all or none, since they hold the addresses and keys of people. */
export function visibleMessages(actor: Actor): Prisma.OutboxMessageWhereInput {
  return mayAny(actor, 'outbox.read') ? {} : { id: { in: [] } }
}

/** Notices that the actor may read: their own. */
export function visibleNotices(actor: Actor): Prisma.NoticeWhereInput {
  return actor.kind === 'person' ? { userId: actor.userId } : { id: { in: [] } }
}
