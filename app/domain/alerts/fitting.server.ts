import type { Actor } from '#app/domain/accounts/model'
import { readActiveRules } from '#app/domain/eligibility/queries.server'
import { judgeZone } from '#app/domain/eligibility/zone'
import { localDateOf } from '#app/domain/kernel/local-date'
import { makeColumns, type Columns } from '#app/domain/search/columns'
import type { Brief } from '#app/domain/matching/model'
import type { Criteria } from '#app/domain/search/model'
import { findSites, parseSearch } from '#app/domain/search/queries.server'
import { readRow, type CatalogueRow } from '#app/domain/search/row'
import { readCriteria } from '#app/domain/search/schema'
import type { PublishedSite } from '#app/domain/sites/public-site'
import { listIncentives, listRegions, listTowns } from '#app/domain/towns/queries.server'
import { setImmediate } from 'node:timers/promises'
import { findAskedBrief, findMatching, judgeByBriefs, queryOf } from './brief-watch.server'
import { fittingNumbers, watchQuery } from './rules'
import { readAskedBrief } from './watch-query'

/** Searches that are judged at a stretch: some ten milliseconds. */
const breathEvery = 100

/** More than any catalogue holds: all that fit, not a page of them. */
const everything = 10_000_000

/** What a saved question asks for: the conditions of a search, or a brief. */
export type Question = { query: string } & ({ criteria: Criteria } | { brief: Brief; title: string })

/** Reads a question and the one way to write it down; null for a brief that the actor may not see. */
export async function readQuestion(actor: Actor, query: string): Promise<Question | null> {
  const asked = readAskedBrief(query)
  if (asked === null) {
    const { criteria } = await parseSearch(actor, new URLSearchParams(query))
    return { criteria, query: watchQuery(criteria) }
  }
  const found = await findAskedBrief(actor, asked)
  return found && { brief: found.brief, title: found.title, query: queryOf({ query: null, briefId: found.id }) }
}

/** Of some sites, which each of these saved questions finds now: numbers by question. */
export async function judgeSites(
  actor: Actor,
  sites: readonly PublishedSite[],
  queries: Iterable<string>,
  now: Date,
): Promise<Map<string, string[]>> {
  const asked = [...new Set(queries)]
  const [{ rows, columns }, regions, towns, incentives] = await Promise.all([
    makeSmallCatalogue(actor, sites, now),
    listRegions(),
    listTowns(),
    listIncentives(),
  ])
  const keysOf = (rows: readonly { key: string }[]) => rows.map(({ key }) => key)
  const known = { regions: keysOf(regions), towns: keysOf(towns), incentives: keysOf(incentives) }
  const briefs = asked.filter((query) => readAskedBrief(query) !== null)
  const found = await judgeByBriefs(rows, briefs, now)
  for (const [index, query] of asked.entries()) {
    // Ten thousand different searches take more than a second, and pages are answered by the same thread.
    if (index % breathEvery === 0) await setImmediate()
    if (found.has(query)) continue
    const { criteria } = readCriteria(new URLSearchParams(query), known)
    found.set(query, fittingNumbers(columns, criteria, sites.length, now))
  }
  return found
}

/** Numbers of all sites that a saved question finds now. */
export async function findFitting(actor: Actor, query: string, now: Date): Promise<string[]> {
  const asked = readAskedBrief(query)
  if (asked !== null) return findMatching(actor, asked, now)
  const { criteria } = await parseSearch(actor, new URLSearchParams(query))
  const { items } = await findSites(actor, { ...criteria, page: 1, size: everything }, now)
  return items.map(({ number }) => number)
}

/** A small catalogue of only these sites, so that they are judged exactly as the search judges them. */
export async function makeSmallCatalogue(
  actor: Actor,
  sites: readonly PublishedSite[],
  now: Date,
): Promise<{ rows: CatalogueRow[]; columns: Columns }> {
  const today = localDateOf(now)
  const [towns, regions, rules] = await Promise.all([listTowns(), listRegions(), readActiveRules(actor, today)])
  const places = { towns, regions }
  const rows = sites.map((site) => readRow(site, places, judgeZone(rules, site.dossier, site.kind, today).verdict))
  return { rows, columns: makeColumns(rows, places) }
}
