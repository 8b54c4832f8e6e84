import type { Actor } from '#app/domain/accounts/model'
import { database } from '#app/platform/db/database.server'
import { visibleParts } from '../visible-to.server'

/** Cases that are open, and those of them with a term that is broken, of all bodies that the actor reads. */
export async function countOpenParts(actor: Actor, now = new Date()): Promise<{ open: number; late: number }> {
  const where = { AND: [visibleParts(actor), { closedAt: null }] }
  const [open, late] = await Promise.all([
    database().inquiryPart.count({ where }),
    database().inquiryPart.count({ where: { AND: [where, { breachesAt: { lte: now } }] } }),
  ])
  return { open, late }
}
