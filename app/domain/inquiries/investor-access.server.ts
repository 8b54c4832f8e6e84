import type { Actor } from '#app/domain/accounts/model'
import { database } from '#app/platform/db/database.server'
import { notFound } from '#app/platform/http/not-found.server'
import { isCaseKey } from './case-key.server'

/** What opens an inquiry to its investor: the number with the key of the letters, or with the session of its owner. */
export type CaseAddress = { number: string; key: string | null }

type Guarded = { submissionKey: string; secretHash: string; ownerId: string | null }

/** Whether the inquiry is the actor's: by its key, or because they keep it in their account. */
export function isInvestorOf(actor: Actor, inquiry: Guarded, key: string | null): boolean {
  if (key !== null && isCaseKey(key, inquiry)) return true
  return actor.kind === 'person' && inquiry.ownerId === actor.userId
}

/** The registered inquiry of an address; 404 when it is none or not the actor's. */
export async function openInquiry(actor: Actor, { number, key }: CaseAddress) {
  const inquiry = await database().inquiry.findUnique({
    where: { number },
    select: {
      ...{ id: true, name: true, email: true, submissionKey: true, secretHash: true, ownerId: true },
      parts: { select: { id: true, sequence: true }, orderBy: { sequence: 'asc' } },
    },
  })
  if (inquiry === null || !isInvestorOf(actor, inquiry, key)) throw notFound()
  return inquiry
}
