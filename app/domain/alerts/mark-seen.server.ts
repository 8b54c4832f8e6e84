import type { Tx } from '#app/platform/db/client.server'

/** Sites of which a search needs no letter: what waits for one does so no more, what was told stays told. */
export async function markSeen(tx: Tx, watchId: string, numbers: readonly string[], now: Date): Promise<void> {
  if (numbers.length === 0) return
  await tx.$executeRaw`
    INSERT INTO "WatchedSite" ("watchId", "siteId", "state", "at")
    SELECT ${watchId}::uuid, "id", 'seen', ${now}::timestamptz AT TIME ZONE 'UTC'
    FROM "Site" WHERE "number" = ANY(${[...numbers]}::text[])
    ON CONFLICT ("watchId", "siteId") DO UPDATE SET "state" = 'seen', "at" = EXCLUDED."at"
    WHERE "WatchedSite"."state" = 'pending'`
}
