import type { Actor } from '#app/domain/accounts/model'
import { readEndReason } from '#app/domain/sites/lifecycle'
import type { PublicSite } from '#app/domain/sites/public-site'
import { parseDossier } from '#app/domain/sites/schema'
import { completenessOf } from '#app/domain/sites/submission'
import { database } from '#app/platform/db/database.server'
import { publicSelect, readPublicRow } from './published-rows.server'

/**
 * The public dossier of a site by its number, in whatever state it has ended; null for a number that does not exist and
 * for a site that was never published, which is the same to whoever asks.
 */
export async function readPassport(_actor: Actor, number: string): Promise<PublicSite | null> {
  const row = await database().site.findFirst({
    where: { number: number.toUpperCase(), status: { not: 'draft' }, publishedVersionId: { not: null } },
    select: { ...publicSelect, status: true, endedAt: true, endReason: true, statusNote: true, parentId: true },
  })
  if (row === null || row.status === 'draft') return null
  const { status, endedAt, endReason, statusNote, parentId, ...rest } = row
  const site = readPublicRow(rest)
  if (site === null) return null
  // What is internal counts as known, although nobody sees it.
  const { percent } = completenessOf(site.kind, parseDossier(row.publishedVersion?.dossier), parentId !== null)
  return {
    ...{ ...site, files: row.files, completeness: percent },
    ...{ status, endedAt, endReason: readEndReason(endReason), statusNote },
  }
}

/** Numbers of all sites that have a public page, with the day of their last change: for the sitemap. */
export async function listPublicNumbers(_actor: Actor): Promise<{ number: string; changedAt: Date }[]> {
  return database().site.findMany({
    where: { status: { not: 'draft' }, publishedVersionId: { not: null } },
    select: { number: true, changedAt: true },
    orderBy: { number: 'asc' },
  })
}
