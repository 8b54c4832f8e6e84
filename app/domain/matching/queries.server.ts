import type { Actor } from '#app/domain/accounts/model'
import { findRow } from '#app/domain/search/cards'
import { readColumns } from '#app/domain/search/catalogue.server'
import { freshnessEdges } from '#app/domain/search/freshness'
import { listKnownKeys } from '#app/domain/search/queries.server'
import type { Brief, Match, MatchAnswer } from './model'
import { compileBrief } from './rules'
import { judgeRow, matchColumns, toMatch, usualLimits, type MatchLimits } from './scan'
import { readBrief, type ReadBrief } from './schema'

// The catalogue holds only what is public, so every actor gets the same answers.

/** The brief of an address, checked against the regions, towns and measures that exist; see `readBrief`. */
export async function parseBrief(
  _actor: Actor,
  params: URLSearchParams,
  otherNames: readonly string[] = [],
): Promise<ReadBrief> {
  return readBrief(params, await listKnownKeys(), otherNames)
}

/** The answer to a brief: ranked matches, sites that leave a must open, near misses. `limits` not named are 20. */
export async function matchBrief(
  _actor: Actor,
  brief: Brief,
  limits: Partial<MatchLimits> = {},
  now = new Date(),
): Promise<MatchAnswer> {
  return matchColumns(await readColumns(), brief, now, { ...usualLimits, ...limits })
}

/**
 * How one site answers a brief, whatever its place in the answer would be; null when it is not offered now. The data of a
 * site that has lapsed counts like that of a stale one.
 */
export async function explainSite(
  _actor: Actor,
  brief: Brief,
  number: string,
  now = new Date(),
): Promise<Match | null> {
  const columns = await readColumns()
  const row = findRow(columns, number)
  return row === null ? null : toMatch(judgeRow(columns, row, compileBrief(brief), now, freshnessEdges(now)))
}
