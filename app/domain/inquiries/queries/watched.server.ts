import type { Actor } from '#app/domain/accounts/model'
import { may, membershipsFor } from '#app/domain/accounts/policy'
import { database } from '#app/platform/db/database.server'
import type { Topic } from '#app/platform/live/changes.server'
import { openInquiry, type CaseAddress } from '../investor-access.server'
import type { PartRef } from '../model'
import { visibleParts } from '../visible-to.server'

/** What a page shows that can change: a case of the desk, or an inquiry as its investor sees it. */
export type Watching = { part: PartRef | null; inquiry: CaseAddress | null }

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
    const id = await findInquiry(actor, inquiry)
    if (id === null) return null
    topics.add(`case:${id}`)
  }
  return topics
}

async function findInquiry(actor: Actor, address: CaseAddress): Promise<string | null> {
  try {
    return (await openInquiry(actor, address)).id
  } catch (thrown) {
    if (thrown instanceof Response) return null
    throw thrown
  }
}
