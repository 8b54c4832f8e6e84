import type { Actor } from '#app/domain/accounts/model'
import type { Language } from '#app/domain/kernel/localized'
import { listIncentives, listRegions, listTowns } from '#app/domain/towns/queries.server'
import { findAlmost } from './almost'
import { listActive, type Removable } from './active'
import { namesIn, type PlaceNames } from './card-view'
import { readColumns } from './catalogue.server'
import { clusterRows } from './clusters'
import type { AlmostAnswer, Criteria, Figures, MapAnswer, SearchAnswer } from './model'
import { passThrough } from './pass'
import { answerSearch, sumFigures } from './rules'
import { countOf } from './row-set'
import { readCriteria, type KnownKeys, type ReadCriteria } from './schema'

// The catalogue holds only what is public, so every actor gets the same answers.

/** Criteria of an address, checked against the regions, towns and measures that exist. */
export async function parseSearch(
  _actor: Actor,
  params: URLSearchParams,
  otherNames: readonly string[] = [],
): Promise<ReadCriteria> {
  return readCriteria(params, await listKnownKeys(), otherNames)
}

/** Keys of the regions, towns and measures that exist. */
export async function listKnownKeys(): Promise<KnownKeys> {
  const [regions, towns, incentives] = await Promise.all([listRegions(), listTowns(), listIncentives()])
  const keysOf = (rows: { key: string }[]) => rows.map((row) => row.key)
  return { regions: keysOf(regions), towns: keysOf(towns), incentives: keysOf(incentives) }
}

/** Page, facets and open sites for the criteria. */
export async function findSites(_actor: Actor, criteria: Criteria, now = new Date()): Promise<SearchAnswer> {
  return answerSearch(await readColumns(), criteria, now)
}

/** Sites that miss only quantities, and the counts of the bounds that are offered. */
export async function findAlmostFitting(_actor: Actor, criteria: Criteria, now = new Date()): Promise<AlmostAnswer> {
  return findAlmost(await readColumns(), criteria, now)
}

/** Circles and pins of the sites that fit, for a zoom of 0-22. */
export async function drawSites(_actor: Actor, criteria: Criteria, zoom: number, now = new Date()): Promise<MapAnswer> {
  const columns = await readColumns()
  return clusterRows(columns, passThrough(columns, criteria, now), zoom)
}

/** The figures of the first page. */
export async function readFigures(_actor: Actor, now = new Date()): Promise<Figures> {
  return sumFigures(await readColumns(), now)
}

/** What the search would find without each of the things it asks for; those that help, most first. */
export async function findWaysOut(
  _actor: Actor,
  criteria: Criteria,
  now = new Date(),
): Promise<(Removable & { total: number })[]> {
  const columns = await readColumns()
  return listActive(criteria)
    .map((removable) => ({ ...removable, total: countOf(passThrough(columns, removable.rest, now).hits) }))
    .filter((removable) => removable.total > 0)
    .sort((left, right) => right.total - left.total)
}

/** Names of places and measures in the language of a page. */
export async function readPlaceNames(_actor: Actor, language: Language): Promise<PlaceNames> {
  const [regions, towns, incentives] = await Promise.all([listRegions(), listTowns(), listIncentives()])
  return {
    regions: namesIn(language, regions),
    towns: namesIn(language, towns),
    incentives: namesIn(language, incentives),
  }
}
