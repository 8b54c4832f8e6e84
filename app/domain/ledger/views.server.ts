import type { Person } from '#app/domain/accounts/model'
import { database } from '#app/platform/db/database.server'
import { requestContext } from '#app/platform/http/request-context.server'

/** Opened again within so many minutes, as open pages do by themselves, a page is one view. */
const oneViewMinutes = 10

/** Pages on which administrators and auditors meet data of other people; `.data` is the same page asked for by the router. */
const watched = /^(?:\/(?:kk|ru|en)\/(?:admin|spk|akimat)(?:\/|$)|\/inquiry-files\/|\/files\/[^/]+$)/i

/** The page as the ledger names it, by its path as the router reads it; null for a page whose views nobody records. */
export function viewedPage(routedPath: string, asked: URLSearchParams): string | null {
  const path = routedPath.replace(/(?:\/_root)?\.data$/i, '')
  if (!watched.test(path)) return null
  const query = new URLSearchParams(asked)
  query.delete('_routes')
  return query.size === 0 ? path : `${path}?${query}`
}

/**
 * Records in the ledger that the person opened the page, in the chain like every write: nobody can take it out. It stands
 * outside what a person may write, so it is done also for those who only read.
 */
export async function recordView(person: Person, page: string): Promise<void> {
  const { requestId, address } = requestContext.getStore() ?? {}
  const actor = `person:${person.userId}`
  const behalf = person.memberships.map(({ slug }) => slug).join(' ') || null
  await requestContext.run({ requestId: requestId ?? '', actor }, async () => {
    await database().$executeRaw`
      INSERT INTO "LedgerEntry" ("actor", "behalf", "requestId", "address", "tableName", "rowKey", "operation")
      SELECT ${actor}, ${behalf}, ${requestId ?? null}, ${address ?? null}, 'page', ${page.slice(0, 500)}, 'view'
      WHERE NOT EXISTS (
        SELECT 1 FROM "LedgerEntry"
        WHERE "tableName" = 'page' AND "rowKey" = ${page.slice(0, 500)} AND "actor" = ${actor}
          AND "at" > (clock_timestamp() AT TIME ZONE 'UTC') - make_interval(mins => ${oneViewMinutes}::int)
      )`
  })
}
