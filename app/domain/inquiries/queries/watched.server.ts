import type { Actor } from '#app/domain/accounts/model'
import { may, membershipsFor } from '#app/domain/accounts/policy'
import { database } from '#app/platform/db/database.server'
import type { Topic } from '#app/platform/live/changes.server'
import { isCaseKey } from '../case-key.server'
import type { PartRef } from '../model'
import { visibleParts } from '../visible-to.server'

/** What a page shows that can change: a case of the desk, or an inquiry by its link. */
export type Watching = { part: PartRef | null; inquiry: { number: string; key: string } | null }

/**
 * What the actor may hear of: their own notices, the cases of their bodies, and the case of the page. Null when the page
 * shows something that is not theirs to see.
 */
export async function findTopics(actor: Actor, { part, inquiry }: Watching): Promise<ReadonlySet<Topic> | null> {
  const topics = new Set<Topic>()
  if (actor.kind === 'person') topics.add(`person:${actor.userId}`)
  for (const { organizationId } of membershipsFor(actor, 'inquiry.read')) topics.add(`body:${organizationId}`)
  if (part !== null) {
    if (!may(actor, 'inquiry.read')) return null
    const found = await database().inquiryPart.findFirst({
      where: { AND: [visibleParts(actor), { sequence: part.part, inquiry: { number: part.number } }] },
      select: { inquiryId: true },
    })
    if (found === null) return null
    topics.add(`case:${found.inquiryId}`)
  }
  if (inquiry !== null) {
    const found = await database().inquiry.findUnique({
      where: { number: inquiry.number },
      select: { id: true, submissionKey: true, secretHash: true },
    })
    if (found === null || !isCaseKey(inquiry.key, found)) return null
    topics.add(`case:${found.id}`)
  }
  return topics
}
