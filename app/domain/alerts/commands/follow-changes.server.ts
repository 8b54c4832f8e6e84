import type { SystemActor } from '#app/domain/accounts/model'
import { listChangesFor, moveCursor } from '#app/domain/sites/queries/change-cursor.server'
import { readPublishedSites } from '#app/domain/sites/queries/published-rows.server'
import type { SiteMark } from '#app/domain/sites/public-site'
import { inTransaction, type Tx } from '#app/platform/db/client.server'
import { database } from '#app/platform/db/database.server'
import { queryOf } from '../brief-watch.server'
import { judgeSites } from '../fitting.server'

const cursorName = 'alerts'
/** Any number that nothing else in the project locks with: alerts of several nodes are written one after another. */
const alertLock = 20_261_123
/** Dossiers of more sites would be much memory at once. */
const batchSize = 500

type Match = { watchId: string; number: string }

/** One node at a time from here to the end of the transaction. */
export async function lockAlerts(tx: Tx): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${alertLock}::int)`
}

/**
 * Looks at every site that changed since the last time and notes for each saved search which of them fit it now, so
 * that a letter can tell it. Seen twice, by two nodes or after a crash, a site is noted once. The first run only begins.
 */
export async function followChanges(by: SystemActor, now = new Date()): Promise<void> {
  const marks = await listChangesFor(by, cursorName, now)
  const matches: Match[] = []
  for (let start = 0; start < marks.length; start += batchSize) {
    matches.push(...(await judge(by, marks.slice(start, start + batchSize), now)))
  }
  await inTransaction(database(), async (tx) => {
    await lockAlerts(tx)
    await note(tx, matches, now)
    await moveCursor(tx, cursorName, now)
  })
}

async function judge(by: SystemActor, marks: SiteMark[], now: Date): Promise<Match[]> {
  const ids = marks.filter((mark) => mark.isListed).map((mark) => mark.id)
  const sites = await readPublishedSites(by, ids)
  if (sites.length === 0) return []
  const watches = await database().watch.findMany({
    where: { rhythm: { not: 'none' }, subscriber: { unsubscribedAt: null } },
    select: { id: true, query: true, briefId: true },
  })
  const asked = watches.map((watch) => ({ id: watch.id, query: queryOf(watch) }))
  const queries = asked.map(({ query }) => query)
  const found = await judgeSites(by, sites, queries, now)
  return asked.flatMap(({ id, query }) => (found.get(query) ?? []).map((number) => ({ watchId: id, number })))
}

/** A site that is known to a search already, told, seen or waiting, stays as it is. */
async function note(tx: Tx, matches: readonly Match[], now: Date): Promise<void> {
  const watchIds = matches.map(({ watchId }) => watchId)
  const numbers = matches.map(({ number }) => number)
  await tx.$executeRaw`
    INSERT INTO "WatchedSite" ("watchId", "siteId", "state", "at")
    SELECT watch."id", site."id", 'pending', ${now}::timestamptz AT TIME ZONE 'UTC'
    FROM unnest(${watchIds}::uuid[], ${numbers}::text[]) AS found(watch_id, number)
    JOIN "Watch" watch ON watch."id" = found.watch_id AND watch."rhythm" <> 'none'
    JOIN "Site" site ON site."number" = found.number
    ON CONFLICT ("watchId", "siteId") DO NOTHING`
}
