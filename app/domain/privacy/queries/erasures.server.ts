import type { Actor } from '#app/domain/accounts/model'
import { mayAny } from '#app/domain/accounts/policy'
import { database } from '#app/platform/db/database.server'

const mostShown = 100
export const askers = ['account', 'key', 'request', 'term'] as const
export type ErasureLine = { id: string; at: string; asked: (typeof askers)[number]; reason: string; cases: number }

/** What was erased lately, newest first: when, who asked and why, never whom it was about. */
export async function listErasures(actor: Actor): Promise<ErasureLine[]> {
  if (!mayAny(actor, 'erasure.read')) return []
  const rows = await database().erasure.findMany({ orderBy: [{ at: 'desc' }, { id: 'desc' }], take: mostShown })
  return rows.map(({ id, at, asked, reason, inquiryIds }) => ({
    ...{ id, at: at.toISOString(), reason, cases: inquiryIds.length },
    asked: askers.find((known) => known === asked) ?? 'request',
  }))
}
