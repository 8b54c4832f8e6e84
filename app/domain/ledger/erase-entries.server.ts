import type { Tx } from '#app/platform/db/client.server'
import { sealWithin } from './seal.server'

/** Rows of a table by the keys that the ledger has for them; `only` narrows to entries that say one of these texts. */
export type ErasedRows = { table: string; keys: readonly string[]; only?: readonly string[] }

/**
 * Takes out what the ledger says of these rows, in the transaction that erases the rows themselves and after its last write to
 * them. That, when and by whom something was written stays, and so do the digests: the chain still fits.
 */
export async function eraseEntries(tx: Tx, rows: readonly ErasedRows[], now: Date): Promise<void> {
  await sealWithin(tx)
  for (const { table, keys, only } of rows) {
    if (keys.length === 0) continue
    // As the text of JSON writes them.
    const texts = only?.map((text) => JSON.stringify(text).slice(1, -1)) ?? null
    await tx.$executeRaw`
      UPDATE "LedgerEntry" SET "before" = NULL, "after" = NULL, "erasedAt" = ${now}
      WHERE "tableName" = ${table} AND "rowKey" = ANY (${[...keys]}::text[]) AND "erasedAt" IS NULL
        AND num_nonnulls("before", "after") > 0
        AND (${texts}::text[] IS NULL OR EXISTS (
          SELECT 1 FROM unnest(${texts}::text[]) AS "said"("text")
          WHERE strpos(concat("before"::text, "after"::text), "said"."text") > 0))`
  }
}

/** The same of all rows of a table, for what was written before `moment`; gives the number of entries. */
export async function eraseEntriesBefore(tx: Tx, table: string, moment: Date, now: Date): Promise<number> {
  return tx.$executeRaw`
    UPDATE "LedgerEntry" SET "before" = NULL, "after" = NULL, "erasedAt" = ${now}
    WHERE "tableName" = ${table} AND "at" < ${moment} AND "position" IS NOT NULL AND "erasedAt" IS NULL
      AND num_nonnulls("before", "after") > 0`
}
