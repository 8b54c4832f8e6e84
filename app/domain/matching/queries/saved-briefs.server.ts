import type { Actor } from '#app/domain/accounts/model'
import { database } from '#app/platform/db/database.server'
import type { Brief as BriefRow } from '#app/platform/db/generated/client'
import type { SavedBrief } from '../model'
import { BriefSchema } from '../schema'
import { briefAt, changeableBrief, visibleBriefs, type BriefAddress } from '../visible-to.server'

/** A saved brief as its page finds it. Whoever has the link of one without an owner may change it. */
export type FoundBrief = SavedBrief & { hasOwner: boolean; isDeleted: boolean }

const most = 100

/** The brief of an address; null when it does not exist or is not for this actor, which is the same to whoever asks. */
export async function readSavedBrief(actor: Actor, address: BriefAddress): Promise<FoundBrief | null> {
  const row = await database().brief.findFirst({ where: briefAt(actor, address) })
  if (row === null) return null
  const own = await database().brief.count({ where: changeableBrief(actor, address) })
  const saved = viewRow(row, own > 0)
  // A deleted one is still there for whoever may take that back.
  if (saved === null || (row.deletedAt !== null && !saved.isOwn)) return null
  return { ...saved, hasOwner: row.ownerId !== null, isDeleted: row.deletedAt !== null }
}

/** The briefs of the actor, the last changed first. */
export async function listSavedBriefs(actor: Actor): Promise<SavedBrief[]> {
  const rows = await database().brief.findMany({
    where: { ...visibleBriefs(actor), deletedAt: null },
    orderBy: [{ updatedAt: 'desc' }, { id: 'asc' }],
    take: most,
  })
  return rows.flatMap((row) => viewRow(row, true) ?? [])
}

/** Null for a body that no reader of today understands. */
function viewRow(
  { id, title, body, revision, createdAt, updatedAt, isDemo }: BriefRow,
  isOwn: boolean,
): SavedBrief | null {
  const brief = BriefSchema.safeParse(body)
  if (!brief.success) return null
  return {
    ...{ id, title, brief: brief.data, revision, isDemo, isOwn },
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  }
}
