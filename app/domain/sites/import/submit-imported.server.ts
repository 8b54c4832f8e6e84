import type { Person } from '#app/domain/accounts/model'
import { inTransaction } from '#app/platform/db/client.server'
import { database } from '#app/platform/db/database.server'
import { notFound } from '#app/platform/http/not-found.server'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { tellReviewersOfImport } from '../commands/review-notices.server'
import { parseDossier } from '../schema'
import { missingForReview } from '../submission'
import { visibleTo } from '../visible-to.server'
import { importsOf } from './own-imports.server'

const AT_ONCE = 100

type Ready = { id: string; revision: number; townKey: string; regionKey: string; editorIds: string[] }

/**
 * Hands over for review what the import has made or changed and is complete (`missingForReview`). The reviewers of a town
 * get one letter for all of it. Pressed again it hands over what has become complete since.
 */
export async function submitImported(
  actor: Person,
  id: string,
  now = new Date(),
): Promise<{ submitted: number; incomplete: number }> {
  const db = database()
  const batch = await db.importBatch.findFirst({ where: { AND: [{ id, state: 'done' }, importsOf(actor)] } })
  if (batch === null) throw notFound()
  const where = {
    importId: id,
    state: { in: ['draft', 'changes_requested'] as ('draft' | 'changes_requested')[] },
    site: { AND: [visibleTo(actor, 'site.edit'), { endedAt: null }] },
  }
  const ids = (await db.siteVersion.findMany({ where, select: { id: true }, orderBy: { id: 'asc' } })).map(
    (row) => row.id,
  )
  const ready: Ready[] = []
  for (let at = 0; at < ids.length; at += AT_ONCE) {
    ready.push(...(await readyOnes(ids.slice(at, at + AT_ONCE))))
    await nextTurn()
  }
  const submitted = await handOver(actor, id, ready, now)
  return { submitted, incomplete: ids.length - ready.length }
}

async function readyOnes(ids: string[]): Promise<Ready[]> {
  const versions = await database().siteVersion.findMany({
    where: { id: { in: ids } },
    include: { site: { select: { kind: true, parentId: true, townKey: true, town: { select: { regionKey: true } } } } },
  })
  return versions
    .filter(
      ({ site, dossier }) => missingForReview(site.kind, parseDossier(dossier), site.parentId !== null).length === 0,
    )
    .map(({ id, revision, editorIds, site }) => ({
      ...{ id, revision, editorIds, townKey: site.townKey, regionKey: site.town.regionKey },
    }))
}

/** Only what nobody has saved since it was looked at. */
function handOver(actor: Person, id: string, ready: Ready[], now: Date): Promise<number> {
  return inTransaction(database(), async (tx) => {
    const taken = await tx.$queryRaw<{ id: string }[]>`
      UPDATE "SiteVersion" v SET "state" = 'in_review', "submittedAt" = ${now}, "submittedById" = ${actor.userId}::uuid,
        "revision" = v."revision" + 1, "updatedAt" = ${now}
      FROM unnest(${ready.map((row) => row.id)}::uuid[], ${ready.map((row) => row.revision)}::int[]) AS r(id, revision)
      WHERE v."id" = r.id AND v."revision" = r.revision AND v."state" IN ('draft', 'changes_requested')
      RETURNING v."id"`
    const ids = new Set(taken.map((row) => row.id))
    const byTown = new Map<string, Ready[]>()
    for (const row of ready) {
      if (ids.has(row.id)) byTown.set(row.townKey, [...(byTown.get(row.townKey) ?? []), row])
    }
    for (const [townKey, rows] of byTown) {
      const editorIds = [...new Set(rows.flatMap((row) => row.editorIds))]
      const place = { townKey, regionKey: rows[0]?.regionKey ?? '' }
      await tellReviewersOfImport(tx, { ...place, importId: id, count: rows.length, editorIds, by: actor, now })
    }
    return ids.size
  })
}
