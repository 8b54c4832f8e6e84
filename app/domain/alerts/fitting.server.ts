import type { Actor } from '#app/domain/accounts/model'
import { readActiveRules } from '#app/domain/eligibility/queries.server'
import { judgeZone } from '#app/domain/eligibility/zone'
import { localDateOf } from '#app/domain/kernel/local-date'
import { makeColumns, type Columns } from '#app/domain/search/columns'
import type { Criteria } from '#app/domain/search/model'
import { findSites, parseSearch } from '#app/domain/search/queries.server'
import { readRow } from '#app/domain/search/row'
import { readCriteria } from '#app/domain/search/schema'
import type { PublishedSite } from '#app/domain/sites/public-site'
import { listIncentives, listRegions, listTowns } from '#app/domain/towns/queries.server'
import { fittingNumbers, watchQuery } from './rules'

/** More than any catalogue holds: all that fit, not a page of them. */
const everything = 10_000_000

/** A search as it is saved: what it asks for, and the one way to write that down. */
export async function readWatchQuery(actor: Actor, query: string): Promise<{ criteria: Criteria; query: string }> {
  const { criteria } = await parseSearch(actor, new URLSearchParams(query))
  return { criteria, query: watchQuery(criteria) }
}

/** Of some sites, which each of these saved searches finds now: numbers by query. */
export async function judgeSites(
  actor: Actor,
  sites: readonly PublishedSite[],
  queries: Iterable<string>,
  now: Date,
): Promise<Map<string, string[]>> {
  const [columns, regions, towns, incentives] = await Promise.all([
    makeSmallCatalogue(actor, sites, now),
    listRegions(),
    listTowns(),
    listIncentives(),
  ])
  const keysOf = (rows: readonly { key: string }[]) => rows.map(({ key }) => key)
  const known = { regions: keysOf(regions), towns: keysOf(towns), incentives: keysOf(incentives) }
  const found = new Map<string, string[]>()
  for (const query of new Set(queries)) {
    const { criteria } = readCriteria(new URLSearchParams(query), known)
    found.set(query, fittingNumbers(columns, criteria, sites.length, now))
  }
  return found
}

/** Numbers of all sites that a saved search finds now. */
export async function findFitting(actor: Actor, query: string, now: Date): Promise<string[]> {
  const { criteria } = await readWatchQuery(actor, query)
  const { items } = await findSites(actor, { ...criteria, page: 1, size: everything }, now)
  return items.map(({ number }) => number)
}

/** A small catalogue of only these sites, so that they are judged exactly as the search judges them. */
export async function makeSmallCatalogue(actor: Actor, sites: readonly PublishedSite[], now: Date): Promise<Columns> {
  const today = localDateOf(now)
  const [towns, regions, rules] = await Promise.all([listTowns(), listRegions(), readActiveRules(actor, today)])
  const places = { towns, regions }
  const rows = sites.map((site) => readRow(site, places, judgeZone(rules, site.dossier, site.kind, today).verdict))
  return makeColumns(rows, places)
}
