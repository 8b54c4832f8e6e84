import type { Actor } from '#app/domain/accounts/model'
import { visibleNotices } from '#app/domain/notices/visible-to.server'
import { noteChange } from '#app/platform/live/changes.server'
import { database } from '#app/platform/db/database.server'

/** What is read: one notice, or everything up to the moment of the page that was looked at. */
export type Reading = { id: string } | { until: Date }

/** Marks notices of the person as read; gives how many were unread. What came after `until` stays unread. */
export async function markRead(actor: Actor, reading: Reading, now = new Date()): Promise<number> {
  const which = 'id' in reading ? { id: reading.id } : { createdAt: { lte: reading.until } }
  if (actor.kind !== 'person') return 0
  const { count } = await database().notice.updateMany({
    where: { AND: [visibleNotices(actor), { readAt: null }, which] },
    data: { readAt: now },
  })
  if (count > 0) await noteChange(database(), [`person:${actor.userId}`])
  return count
}
