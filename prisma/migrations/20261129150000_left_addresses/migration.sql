-- AlterTable
ALTER TABLE "EmailChange" ADD COLUMN     "oldEmail" TEXT;

-- Of changes made before, the trail knows which address was left.
UPDATE "EmailChange" SET "oldEmail" = "entry"."before" ->> 'email'
FROM "LedgerEntry" AS "entry"
WHERE "entry"."tableName" = 'user' AND "entry"."rowKey" = "EmailChange"."userId"::text AND "entry"."operation" = 'update'
  AND "entry"."after" ->> 'email' = "EmailChange"."email"
  AND "entry"."at" BETWEEN "EmailChange"."usedAt" - INTERVAL '1 minute' AND "EmailChange"."usedAt" + INTERVAL '1 minute';
