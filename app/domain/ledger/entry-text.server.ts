import { Prisma } from '#app/platform/db/generated/client'

/** The columns of `EntryText`. */
export const entryText = Prisma.sql`"id"::text AS "id", (extract(epoch FROM "at") * 1000)::bigint::text AS "at",
  "actor", "behalf", "requestId", "address", "tableName", "rowKey", "operation",
  "before"::text AS "before", "after"::text AS "after"`
