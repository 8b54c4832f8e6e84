import type { Actor } from '#app/domain/accounts/model'
import { may, mayAny } from '#app/domain/accounts/policy'
import type { Prisma } from '#app/platform/db/generated/client'

/** Templates that the actor may read: those who keep them all, those who answer what is theirs to use. */
export function visibleTemplates(actor: Actor): Prisma.AnswerTemplateWhereInput {
  return mayAny(actor, 'template.read') || may(actor, 'inquiry.answer') ? {} : { id: { in: [] } }
}
