import type { Actor } from '#app/domain/accounts/model'
import { may } from '#app/domain/accounts/policy'
import { localDateOf } from '#app/domain/kernel/local-date'
import { BriefSchema } from '#app/domain/matching/schema'
import { readTownFacts } from '#app/domain/matching/queries/town-facts.server'
import { listKnownKeys } from '#app/domain/search/queries.server'
import { listTowns } from '#app/domain/towns/queries.server'
import { database } from '#app/platform/db/database.server'
import { notFound } from '#app/platform/http/not-found.server'
import { briefOfSearch } from './brief-of-search'
import type { Demand } from './model'
import { concernsTown, sumDemand, type Ask } from './rules'

const dayMs = 86_400_000
/** Older wishes say little about what is needed now. */
const briefDays = 365
const searchDays = 90
/** The newest ones; more would only make the page slow. */
const mostAsks = 5_000
/** The page names the additions that win most. */
const mostUnlocks = 20

/** Town of the actor's territory; `hasDemo`: some of its demand is made up. */
export type TownDemand = Demand & { townKey: string; hasDemo: boolean }

/** Keys of the towns whose demand the actor may see, in the order of the register. */
export async function listDemandTowns(actor: Actor): Promise<string[]> {
  const towns = await listTowns()
  return towns
    .filter(({ key, regionKey }) => may(actor, 'demand.read', { townKey: key, regionKey }))
    .map(({ key }) => key)
}

/** What was asked of a town and not found, without anybody's person. Throws 404 for a town that is not the actor's. */
export async function readDemand(actor: Actor, townKey: string, now = new Date()): Promise<TownDemand> {
  const town = (await listTowns()).find(({ key }) => key === townKey)
  if (town === undefined || !may(actor, 'demand.read', { townKey, regionKey: town.regionKey })) throw notFound()
  const [briefs, searches, sites] = await Promise.all([
    readBriefs(now),
    readSearches(now),
    readTownFacts(actor, townKey, now),
  ])
  const concerns = ({ brief }: Ask) => concernsTown(brief, townKey, town.regionKey)
  const ownBriefs = briefs.filter(concerns)
  const facts = sites.map((site) => site.facts)
  const { unlocks, ...demand } = sumDemand([...ownBriefs, ...searches.filter(concerns)], facts, now)
  const nameOf = new Map(sites.map(({ card }) => [card.number, card.name]))
  return {
    ...demand,
    townKey,
    hasDemo: ownBriefs.some(({ isDemo }) => isDemo),
    unlocks: unlocks.slice(0, mostUnlocks).flatMap((unlock) => {
      const name = nameOf.get(unlock.number)
      return name ? [{ ...unlock, name }] : []
    }),
  }
}

async function readBriefs(now: Date): Promise<(Ask & { isDemo: boolean })[]> {
  const rows = await database().brief.findMany({
    where: { deletedAt: null, updatedAt: { gte: new Date(now.getTime() - briefDays * dayMs) } },
    orderBy: { updatedAt: 'desc' },
    take: mostAsks,
    select: { body: true, isDemo: true },
  })
  return rows.flatMap(({ body, isDemo }) => {
    const read = BriefSchema.safeParse(body)
    return read.success ? [{ brief: read.data, people: 1, isDemo }] : []
  })
}

async function readSearches(now: Date): Promise<Ask[]> {
  const since = new Date(localDateOf(new Date(now.getTime() - searchDays * dayMs)))
  const rows = await database().searchAsk.groupBy({
    by: ['query'],
    where: { day: { gte: since } },
    _sum: { visitors: true },
    orderBy: { _sum: { visitors: 'desc' } },
    take: mostAsks,
  })
  const known = await listKnownKeys()
  return rows.map(({ query, _sum }) => ({ brief: briefOfSearch(query, known), people: _sum.visitors ?? 0 }))
}
