import type { Actor } from '#app/domain/accounts/model'
import type { Prisma } from '#app/platform/db/generated/client'
import { hashLinkSecret } from '#app/platform/secrets/link-secret.server'
import { isBriefKey } from './queries/brief-key.server'

/** Which brief an address names, and the secret that the address carries. */
export type BriefAddress = { id: string; key: string | null }

/** Briefs that belong to the actor; all for the product's own jobs, none for visitors. */
export function visibleBriefs(actor: Actor): Prisma.BriefWhereInput {
  if (actor.kind === 'system') return {}
  return actor.kind === 'person' ? { ownerId: actor.userId } : { id: { in: [] } }
}

/** The brief of an address, if it is the actor's own or the address carries its key. */
export function briefAt(actor: Actor, { id, key }: BriefAddress): Prisma.BriefWhereInput {
  if (key !== null && isBriefKey(key, id)) return { id }
  const byKey = key === null ? [] : [{ secretHash: hashLinkSecret(key) }]
  return { id, OR: [visibleBriefs(actor), ...byKey] }
}

/**
 * The brief of an address, if the actor may change it: its owner, or, while it has none, whoever has the link. A link to
 * somebody's brief only shows it.
 */
export function changeableBrief(actor: Actor, address: BriefAddress): Prisma.BriefWhereInput {
  return { AND: [briefAt(actor, address), { OR: [{ ownerId: null }, visibleBriefs(actor)] }] }
}
