import type { Actor } from '#app/domain/accounts/model'
import { no, yes, type Verdict } from '#app/domain/kernel/verdict'
import { inTransaction } from '#app/platform/db/client.server'
import { database } from '#app/platform/db/database.server'
import { notFound } from '#app/platform/http/not-found.server'
import { findFitting } from '../fitting.server'
import type { PendingOrder } from '../model'
import { unpackOrder } from '../pending-order.server'
import { confirmSubscriber } from '../subscribers.server'
import { writeFavourites } from './favourites.server'
import { writeWatch } from './watches.server'

/** `order` is what the link carries, as its page shows it. */
export type ReadOrder = { order: PendingOrder; isOver: boolean }

/** What the link of a letter would do; null for a link that is not ours. */
export function readPendingOrder(_actor: Actor, token: string, now = new Date()): ReadOrder | null {
  const order = unpackOrder(token)
  return order && { order, isOver: order.until <= now.getTime() }
}

/**
 * Confirms the address of a link and saves what the link carries: favourites and a search, in one transaction. Pressed
 * again it changes nothing. The question in it is for the caller. Says `expired` after 48 hours; 404 for a link that is not ours.
 */
export async function confirmAddress(
  actor: Actor,
  token: string,
  now = new Date(),
): Promise<Verdict<{ subscriberId: string; ask: PendingOrder['ask'] }, 'expired'>> {
  const found = readPendingOrder(actor, token, now)
  if (found === null) throw notFound()
  if (found.isOver) return no('expired')
  const { email, locale, kept, wish, ask } = found.order
  const fitting = wish && (await findFitting(actor, wish.query, now))
  return inTransaction(database(), async (tx) => {
    const subscriberId = await confirmSubscriber(tx, email, locale, now)
    await writeFavourites(tx, subscriberId, kept, now)
    if (wish && fitting) await writeWatch(tx, subscriberId, { wish, fitting }, now)
    return yes({ subscriberId, ask })
  })
}
