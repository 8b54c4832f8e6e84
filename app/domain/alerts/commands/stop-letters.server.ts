import type { Actor } from '#app/domain/accounts/model'
import { inTransaction } from '#app/platform/db/client.server'
import { database } from '#app/platform/db/database.server'
import { notFound } from '#app/platform/http/not-found.server'
import { readStopKey } from '../stop-path.server'

/** Which letters a link of a letter ends: those of one search, or all; `isStopped` when they have ended already. */
export type Stopping = { title: string | null; isStopped: boolean }

/** What the link in a letter ends; 404 when its key is not ours. A search that is gone sends no letters. */
export async function readStopping(_actor: Actor, key: string | null, watchId: string | null): Promise<Stopping> {
  const subscriberId = readStopKey(key)
  if (subscriberId === null) throw notFound()
  if (watchId === null) {
    const row = await database().subscriber.findUnique({ where: { id: subscriberId } })
    return { title: null, isStopped: row === null || row.unsubscribedAt !== null }
  }
  const watch = await database().watch.findFirst({ where: { id: watchId, subscriberId } })
  return { title: watch?.title ?? '', isStopped: watch === null || watch.rhythm === 'none' }
}

/**
 * Ends the letters of one search, or all of them; what waits for a letter is forgotten. Searches and favourites stay.
 * 404 when the key is not ours; done again it changes nothing.
 */
export async function stopLetters(
  _actor: Actor,
  key: string | null,
  watchId: string | null,
  now = new Date(),
): Promise<void> {
  const subscriberId = readStopKey(key)
  if (subscriberId === null) throw notFound()
  const stopped = { subscriberId, ...(watchId === null ? {} : { id: watchId }) }
  await inTransaction(database(), async (tx) => {
    await tx.watchedSite.deleteMany({ where: { state: 'pending', watch: stopped } })
    await tx.watch.updateMany({ where: stopped, data: { rhythm: 'none' } })
    if (watchId !== null) return
    await tx.subscriber.updateMany({ where: { id: subscriberId, unsubscribedAt: null }, data: { unsubscribedAt: now } })
  })
}
