import type { Actor } from '#app/domain/accounts/model'
import type { Language } from '#app/domain/kernel/localized'
import { viewCard } from '#app/domain/search/card-view'
import { readCard } from '#app/domain/search/cards'
import { freshnessEdges } from '#app/domain/search/freshness'
import { readPlaceNames } from '#app/domain/search/queries.server'
import { emptyCriteria } from '#app/domain/search/schema'
import { readPublishedSites } from '#app/domain/sites/queries/published-rows.server'
import { database } from '#app/platform/db/database.server'
import { queryOf } from './brief-watch.server'
import { makeSmallCatalogue } from './fitting.server'
import type { KeptSite, Keeper, SavedWatch } from './model'
import { ownSubscriber } from './subscribers.server'

/** Numbers of the keeper's favourites, the newest first; none for a browser that nobody confirmed an address in. */
export async function listKeptNumbers(keeper: Keeper): Promise<string[]> {
  const rows = await database().favourite.findMany({
    where: { subscriber: ownSubscriber(keeper) },
    select: { site: { select: { number: true } } },
    orderBy: [{ createdAt: 'desc' }, { siteId: 'asc' }],
  })
  return rows.map(({ site }) => site.number)
}

/** Sites by their numbers, in that order: with the card of a list while they are offered, without it when they ended. */
export async function showKeptSites(
  actor: Actor,
  numbers: readonly string[],
  language: Language,
  now = new Date(),
): Promise<KeptSite[]> {
  const where = { number: { in: [...numbers] }, status: { not: 'draft' as const }, publishedVersionId: { not: null } }
  const rows = await database().site.findMany({ where, select: { id: true, number: true } })
  const ids = rows.map(({ id }) => id)
  const [sites, names] = await Promise.all([readPublishedSites(actor, ids), readPlaceNames(actor, language)])
  const { columns } = await makeSmallCatalogue(actor, sites, now)
  const edges = freshnessEdges(now)
  const cards = sites.map((_, row) => viewCard(readCard(columns, row, edges), emptyCriteria(), language, names))
  return numbers
    .filter((number) => rows.some((row) => row.number === number))
    .map((number) => ({ number, card: cards.find((card) => card.number === number) ?? null }))
}

/** The keeper's saved searches, the newest first. */
export async function listWatches(keeper: Keeper): Promise<SavedWatch[]> {
  const rows = await database().watch.findMany({
    where: { subscriber: ownSubscriber(keeper) },
    orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
  })
  return rows.map((row) => ({
    ...{ id: row.id, query: queryOf(row), title: row.title, rhythm: row.rhythm },
    createdAt: row.createdAt.toISOString(),
  }))
}

/** The confirmed address of the keeper, for the page that says where letters go; null for a browser without one. */
export async function readOwnAddress(keeper: Keeper): Promise<string | null> {
  if (keeper.actor.kind === 'person') return keeper.actor.email
  const row = await database().subscriber.findFirst({ where: ownSubscriber(keeper), select: { email: true } })
  return row?.email ?? null
}
