import type { Actor } from '#app/domain/accounts/model'
import type { Prisma } from '#app/platform/db/generated/client'

/** Imports that the actor may see: those that they sent. */
export function importsOf(actor: Actor): Prisma.ImportBatchWhereInput {
  return actor.kind === 'person' ? { createdById: actor.userId } : { id: { in: [] } }
}
