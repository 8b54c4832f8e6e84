import type { Person } from '#app/domain/accounts/model'
import { may } from '#app/domain/accounts/policy'
import { inTransaction, type Tx } from '#app/platform/db/client.server'
import { database } from '#app/platform/db/database.server'
import type { Prisma } from '#app/platform/db/generated/client'
import { openStates } from '../commands/own-version.server'
import { isAlikeSince } from './alike-since.server'
import { lockBatch, type LockedBatch } from './lock-batch.server'
import type { Remark } from './model'

/** One transaction for ten thousand sites takes longer than any other write of the product. */
const PATIENCE_MS = 240_000

/** `changed`: somebody has worked at a site since it was read; nothing was stored and the file is to be read again. */
export type Applied = 'applied' | 'changed' | 'not_confirmed' | 'not_allowed'

/**
 * Makes sites and drafts of a confirmed import, all rows or none: one transaction, in which every step is one statement
 * over all rows. A second run finds nothing to do.
 */
export function applyImport(actor: Person, id: string, now = new Date()): Promise<Applied> {
  return inTransaction(
    database(),
    async (tx): Promise<Applied> => {
      const batch = await lockBatch(tx, id)
      if (batch?.state !== 'confirmed') return 'not_confirmed'
      if (!(await isAllowed(tx, actor, id))) return 'not_allowed'
      await lockTargets(tx, id)
      const change = await changeSince(tx, actor, id, batch)
      if (change !== null) {
        await askAgain(tx, id, batch, change)
        return 'changed'
      }
      await createSites(tx, actor, id, now)
      await updateDrafts(tx, actor, id, now)
      await openDrafts(tx, actor, id, now)
      await forgetTexts(tx, id)
      await tx.importBatch.update({ where: { id }, data: { state: 'done', finishedAt: now } })
      return 'applied'
    },
    PATIENCE_MS,
  )
}

/** What has happened since the preview that somebody has to look at before anything is stored. */
async function changeSince(tx: Tx, actor: Person, id: string, batch: LockedBatch): Promise<Remark['code'] | null> {
  if ((await hasChanged(tx, id)) || (await isSiteTwice(tx, id))) return 'base_changed'
  const madeSince = { id, layout: batch.layout, readAt: batch.readAt, patienceMs: PATIENCE_MS }
  return (await isAlikeSince(tx, actor, madeSince)) ? 'alike_since' : null
}

async function askAgain(tx: Tx, id: string, { remarks }: LockedBatch, code: Remark['code']): Promise<void> {
  const others = remarks.filter((remark) => remark.code !== code)
  await tx.importBatch.update({
    where: { id },
    data: { state: 'queued', remarks: [...others, { code, params: {} }] as Prisma.InputJsonArray },
  })
}

/** The versions have the dossiers now, and nobody chooses any more: what the rows said is no longer needed. */
async function forgetTexts(tx: Tx, id: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE "ImportRow" SET "dossier" = NULL, "duplicates" = "duplicates" - 'typed' - 'cells' WHERE "batchId" = ${id}::uuid`
}

/** Rights may have gone since the file was read. */
async function isAllowed(tx: Tx, actor: Person, id: string): Promise<boolean> {
  const rows = await tx.importRow.findMany({
    where: { batchId: id, action: { in: ['create', 'update'] } },
    distinct: ['townKey'],
    select: { townKey: true },
  })
  const towns = await tx.town.findMany({ where: { key: { in: rows.flatMap(({ townKey }) => townKey ?? []) } } })
  return (
    towns.length === rows.length &&
    towns.every(({ key, regionKey }) => may(actor, 'site.edit', { townKey: key, regionKey }))
  )
}

/** By number, as everybody locks several sites. */
async function lockTargets(tx: Tx, id: string): Promise<void> {
  await tx.$executeRaw`
    SELECT 1 FROM "Site" WHERE "id" IN (
      SELECT "siteId" FROM "ImportRow" WHERE "batchId" = ${id}::uuid AND "action" = 'update')
    ORDER BY "number" FOR UPDATE`
}

/** Whether the version that a change was computed from is no longer the newest, or was saved since. */
async function hasChanged(tx: Tx, id: string): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM "ImportRow" r JOIN "Site" s ON s."id" = r."siteId"
    LEFT JOIN "SiteVersion" o ON o."siteId" = s."id" AND o."state"::text = ANY(${[...openStates]}::text[])
    WHERE r."batchId" = ${id}::uuid AND r."action" = 'update' AND (
      s."endedAt" IS NOT NULL OR o."state" = 'in_review'
      OR COALESCE(o."id", s."publishedVersionId") IS DISTINCT FROM r."baseVersionId"
      OR (o."id" IS NOT NULL AND o."revision" <> r."baseRevision"))
    LIMIT 1`
  return rows.length > 0
}

/** A site takes one row: of two the database would keep either. */
async function isSiteTwice(tx: Tx, id: string): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM "ImportRow" WHERE "batchId" = ${id}::uuid AND "action" = 'update'
    GROUP BY "siteId" HAVING count(*) > 1 LIMIT 1`
  return rows.length > 0
}

/** Numbers are handed out by raising the towns' counters once; rows get them in the order of the file. */
async function createSites(tx: Tx, actor: Person, id: string, now: Date): Promise<void> {
  await tx.$executeRaw`
    WITH counted AS (
      SELECT "townKey", count(*)::int AS n FROM "ImportRow"
      WHERE "batchId" = ${id}::uuid AND "action" = 'create' GROUP BY "townKey"
    ), raised AS (
      UPDATE "Town" t SET "lastSiteNumber" = t."lastSiteNumber" + counted.n FROM counted
      WHERE t."key" = counted."townKey" RETURNING t."key", t."code", t."lastSiteNumber" - counted.n AS before
    ), numbered AS (
      SELECT r."id", raised."code", raised.before + row_number() OVER (PARTITION BY r."townKey" ORDER BY r."rowNumber") AS n
      FROM "ImportRow" r JOIN raised ON raised."key" = r."townKey"
      WHERE r."batchId" = ${id}::uuid AND r."action" = 'create'
    )
    UPDATE "ImportRow" r SET "siteNumber" = numbered."code" || '-' || lpad(n::text, GREATEST(4, length(n::text)), '0')
    FROM numbered WHERE numbered."id" = r."id"`
  await tx.$executeRaw`
    INSERT INTO "Site" ("id", "number", "townKey", "kind", "createdById", "createdAt", "changedAt")
    SELECT "siteId", "siteNumber", "townKey", "kind", ${actor.userId}::uuid, ${now}, ${now}
    FROM "ImportRow" WHERE "batchId" = ${id}::uuid AND "action" = 'create'`
  await tx.$executeRaw`
    INSERT INTO "SiteVersion" ("id", "siteId", "sequence", "dossier", "dossierFormat", "authorId", "editorIds", "lastEditorId",
      "importId", "createdAt", "updatedAt")
    SELECT gen_random_uuid(), "siteId", 1, "dossier", 2, ${actor.userId}::uuid, ARRAY[${actor.userId}::uuid], ${actor.userId}::uuid,
      ${id}::uuid, ${now}, ${now}
    FROM "ImportRow" WHERE "batchId" = ${id}::uuid AND "action" = 'create'`
}

/** Rows whose site has a draft change that draft. */
async function updateDrafts(tx: Tx, actor: Person, id: string, now: Date): Promise<void> {
  await tx.$executeRaw`
    UPDATE "SiteVersion" v SET "dossier" = r."dossier", "dossierFormat" = 2, "revision" = v."revision" + 1,
      "lastEditorId" = ${actor.userId}::uuid, "importId" = ${id}::uuid, "updatedAt" = ${now},
      "editorIds" = CASE WHEN ${actor.userId}::uuid = ANY(v."editorIds") THEN v."editorIds"
        ELSE array_append(v."editorIds", ${actor.userId}::uuid) END
    FROM "ImportRow" r
    WHERE r."batchId" = ${id}::uuid AND r."action" = 'update' AND v."id" = r."baseVersionId" AND v."state" <> 'published'`
}

/** Rows whose site is public open its next version, which stays a draft until it is reviewed. */
async function openDrafts(tx: Tx, actor: Person, id: string, now: Date): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO "SiteVersion" ("id", "siteId", "sequence", "dossier", "dossierFormat", "authorId", "editorIds", "lastEditorId",
      "importId", "createdAt", "updatedAt")
    SELECT gen_random_uuid(), r."siteId", (SELECT max(o."sequence") + 1 FROM "SiteVersion" o WHERE o."siteId" = r."siteId"),
      r."dossier", 2, ${actor.userId}::uuid, ARRAY[${actor.userId}::uuid], ${actor.userId}::uuid, ${id}::uuid, ${now}, ${now}
    FROM "ImportRow" r JOIN "SiteVersion" v ON v."id" = r."baseVersionId"
    WHERE r."batchId" = ${id}::uuid AND r."action" = 'update' AND v."state" = 'published'`
}
