import type { Actor } from '#app/domain/accounts/model'
import { describeBrief } from '#app/domain/matching/describe-need'
import { factsOf } from '#app/domain/matching/facts'
import { briefsFor, compileBriefs } from '#app/domain/matching/many-briefs'
import type { Brief } from '#app/domain/matching/model'
import { BriefIdSchema, BriefKeySchema } from '#app/domain/matching/page-schema'
import { matchBrief } from '#app/domain/matching/queries.server'
import { makeBriefKey } from '#app/domain/matching/queries/brief-key.server'
import { readSavedBrief } from '#app/domain/matching/queries/saved-briefs.server'
import { BriefSchema } from '#app/domain/matching/schema'
import type { PlaceNames } from '#app/domain/search/card-view'
import { freshnessEdges } from '#app/domain/search/freshness'
import type { CatalogueRow } from '#app/domain/search/row'
import type { Voice } from '#app/domain/sites/passport/said'
import { database } from '#app/platform/db/database.server'
import { readAskedBrief, writeAskedBrief, type AskedBrief } from './watch-query'

/** Matches of a brief that count as seen when its letters begin: each is explained, so not all of a large catalogue. */
const mostSeen = 2_000

/** A watch as it is stored, as the question that it asks. */
export function queryOf({ query, briefId }: { query: string | null; briefId: string | null }): string {
  return briefId === null ? (query ?? '') : writeAskedBrief(briefId, makeBriefKey(briefId))
}

/** The brief that the actor may watch; null when it is gone or not theirs to see. */
export async function findAskedBrief(
  actor: Actor,
  asked: AskedBrief,
): Promise<{ id: string; title: string; brief: Brief } | null> {
  const id = BriefIdSchema.safeParse(asked.id)
  if (!id.success) return null
  const found = await readSavedBrief(actor, { id: id.data, key: BriefKeySchema.parse(asked.key) })
  return found === null || found.isDeleted ? null : { id: found.id, title: found.title, brief: found.brief }
}

/** What a brief is called where its owner gave it no name. */
export function nameBrief(found: { title: string; brief: Brief }, names: PlaceNames, voice: Voice): string {
  return found.title || describeBrief(found.brief, names, voice)
}

/** Numbers of the sites that match the brief now, musts and all. */
export async function findMatching(actor: Actor, asked: AskedBrief, now: Date): Promise<string[]> {
  const found = await findAskedBrief(actor, asked)
  if (found === null) return []
  const { matches } = await matchBrief(actor, found.brief, { limit: mostSeen, openLimit: 0, nearLimit: 0 }, now)
  return matches.map(({ card }) => card.number)
}

/** Which of these rows match each of the briefs that the questions name: numbers by question. */
export async function judgeByBriefs(
  rows: readonly CatalogueRow[],
  queries: readonly string[],
  now: Date,
): Promise<Map<string, string[]>> {
  const queryOfId = new Map(queries.flatMap((query) => [[readAskedBrief(query)?.id ?? '', query] as const]))
  const stored = await database().brief.findMany({
    where: { id: { in: [...queryOfId.keys()] }, deletedAt: null },
    select: { id: true, body: true },
  })
  const briefs = compileBriefs(
    stored.flatMap(({ id, body }) => {
      const brief = BriefSchema.safeParse(body)
      return brief.success ? [{ id, brief: brief.data }] : []
    }),
  )
  const found = new Map(queries.map((query): [string, string[]] => [query, []]))
  const edges = freshnessEdges(now)
  for (const row of rows) {
    for (const { id, place } of briefsFor(factsOf(row, edges), briefs, now)) {
      if (place === 'match') found.get(queryOfId.get(id) ?? '')?.push(row.card.number)
    }
  }
  return found
}
