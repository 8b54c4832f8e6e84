import { onlyReads } from '#app/domain/accounts/policy'
import { readPublishedSites } from '#app/domain/sites/queries/published-rows.server'
import { inTransaction } from '#app/platform/db/client.server'
import { database } from '#app/platform/db/database.server'
import { queryOf } from '../brief-watch.server'
import { judgeSites } from '../fitting.server'
import { markSeen } from '../mark-seen.server'
import type { Keeper } from '../model'
import { isKnown, ownSubscriber } from '../subscribers.server'

/**
 * The keeper opens the page of a site: searches that it fits need no letter about it any more. A site that does not fit
 * yet is left alone, since its change would be news.
 */
export async function noteOpened(keeper: Keeper, siteId: string, now = new Date()): Promise<void> {
  if (!isKnown(keeper) || onlyReads(keeper.actor)) return
  const watches = await database().watch.findMany({
    where: { subscriber: ownSubscriber(keeper), rhythm: { not: 'none' } },
    select: { id: true, query: true, briefId: true },
  })
  if (watches.length === 0) return
  const sites = await readPublishedSites(keeper.actor, [siteId])
  const asked = watches.map((watch) => ({ id: watch.id, query: queryOf(watch) }))
  const queries = asked.map(({ query }) => query)
  const found = await judgeSites(keeper.actor, sites, queries, now)
  await inTransaction(database(), async (tx) => {
    for (const { id, query } of asked) await markSeen(tx, id, found.get(query) ?? [], now)
  })
}
