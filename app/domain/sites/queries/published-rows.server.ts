import type { Actor } from '#app/domain/accounts/model'
import { photosAt } from '#app/domain/sites/public-files'
import type { PublishedSite, SiteMark } from '#app/domain/sites/public-site'
import { readConfirmations } from '#app/domain/sites/confirmation-schema'
import { usualTerm } from '#app/domain/sites/rules'
import { parseDossier } from '#app/domain/sites/schema'
import { withholdInternal } from '#app/domain/sites/withhold-internal'
import { database } from '#app/platform/db/database.server'
import type { Prisma } from '#app/platform/db/generated/client'
import { log } from '#app/platform/log/log.server'

/** What of a site is public for everybody who may ask for lists, whoever asks: it is offered now. */
const listed = { status: 'published', publishedVersionId: { not: null } } as const satisfies Prisma.SiteWhereInput

export const publicSelect = {
  id: true,
  number: true,
  kind: true,
  townKey: true,
  isDemo: true,
  confirmedAt: true,
  confirmBy: true,
  confirmations: true,
  publishedAt: true,
  changedAt: true,
  publishedVersion: { select: { dossier: true } },
  files: { select: { id: true, width: true, height: true, widths: true, contentType: true, bytes: true } },
} as const satisfies Prisma.SiteSelect

type PublicRow = Prisma.SiteGetPayload<{ select: typeof publicSelect }>

/** Reading all dossiers in one answer would hold them twice in memory. */
const batchSize = 500

/** Marks of the sites whose public face changed at `since` or later, ended ones too; of all sites without `since`. */
export async function listSiteMarks(_actor: Actor, since: Date | null = null): Promise<SiteMark[]> {
  const rows = await database().site.findMany({
    where: since === null ? listed : { changedAt: { gte: since } },
    select: { id: true, status: true, publishedVersionId: true, confirmBy: true, changedAt: true },
  })
  return rows.map(({ id, status, publishedVersionId, confirmBy, changedAt }) => ({
    id,
    isListed: status === 'published' && publishedVersionId !== null,
    mark: [publishedVersionId, changedAt.getTime(), confirmBy?.getTime()].join('/'),
    changedAt,
  }))
}

/**
 * The published sites among `ids` with their dossiers; those that are not published any more are left out, and so is
 * one whose dossier cannot be read: a broken one must not take the others with it.
 */
export async function readPublishedSites(_actor: Actor, ids: readonly string[]): Promise<PublishedSite[]> {
  const sites: PublishedSite[] = []
  for (let start = 0; start < ids.length; start += batchSize) {
    const rows = await database().site.findMany({
      where: { ...listed, id: { in: ids.slice(start, start + batchSize) } },
      select: publicSelect,
    })
    sites.push(...rows.flatMap((row) => readOrReport(row) ?? []))
  }
  return sites
}

function readOrReport(row: PublicRow): PublishedSite | null {
  try {
    return readPublicRow(row)
  } catch (error) {
    log.error({ err: error, site: row.number }, 'a published dossier cannot be read')
    return null
  }
}

/** A row with its dossier read and its photographs put in order; null when it has no published version. */
export function readPublicRow(row: PublicRow): PublishedSite | null {
  if (row.publishedVersion === null) return null
  const { publishedVersion, files, confirmations, ...site } = row
  const dossier = withholdInternal(parseDossier(publishedVersion.dossier))
  return {
    ...site,
    confirmBy: site.confirmBy ?? usualTerm(site.confirmedAt),
    confirmations: readConfirmations(confirmations).groups,
    dossier,
    photos: photosAt(dossier, files, ['public']),
  }
}
