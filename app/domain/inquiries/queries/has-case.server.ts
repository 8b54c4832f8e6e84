import type { Actor } from '#app/domain/accounts/model'
import { database } from '#app/platform/db/database.server'
import { visibleParts } from '../visible-to.server'

/** Whether a part of an inquiry that the actor may read is about the site. */
export async function hasCaseOn(actor: Actor, siteId: string): Promise<boolean> {
  const part = await database().inquiryPart.findFirst({
    where: { AND: [visibleParts(actor), { sites: { some: { siteId } } }] },
    select: { id: true },
  })
  return part !== null
}
