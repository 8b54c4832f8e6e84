import type { Actor } from '#app/domain/accounts/model'
import { may } from '#app/domain/accounts/policy'
import { database } from '#app/platform/db/database.server'
import { notFound } from '#app/platform/http/not-found.server'
import { openStates } from '../commands/own-version.server'
import type { OwnDossier, OwnSite } from '../own-site'
import { freshnessOf } from '../rules'
import { parseDossier } from '../schema'
import { completenessOf, type DossierGroup } from '../submission'
import { visibleTo } from '../visible-to.server'

/** All sites whose drafts the actor may see, last changed first. */
export async function listOwnSites(actor: Actor, now = new Date()): Promise<OwnSite[]> {
  const sites = await database().site.findMany({
    where: visibleTo(actor),
    include: {
      town: { select: { regionKey: true } },
      publishedVersion: { select: { dossier: true, updatedAt: true } },
      versions: { where: { state: { in: [...openStates] } }, orderBy: { sequence: 'desc' }, take: 1 },
    },
  })
  const lines = sites.flatMap((site): OwnSite[] => {
    const open = site.versions[0]
    const shown = open ?? site.publishedVersion
    if (!shown) return []
    const place = { townKey: site.townKey, regionKey: site.town.regionKey }
    const dossier = parseDossier(shown.dossier)
    return [
      {
        number: site.number,
        kind: site.kind,
        status: site.status,
        name: dossier.identity.name,
        townKey: site.townKey,
        isDemo: site.isDemo,
        openState: (open?.state as OwnSite['openState']) ?? null,
        isMineToReview: open?.state === 'in_review' && may(actor, 'site.review', place) && !isOwnWork(actor, open),
        canEdit: may(actor, 'site.edit', place) && site.endedAt === null,
        completeness: completenessOf(site.kind, dossier).percent,
        freshness: freshnessNow(site, now),
        confirmedAt: site.confirmedAt?.toISOString() ?? null,
        updatedAt: shown.updatedAt.toISOString(),
      },
    ]
  })
  return lines.sort((a, b) => b.updatedAt.localeCompare(a.updatedAt) || a.number.localeCompare(b.number))
}

/** A site of the actor's territory by its number; 404 for another one and for a number whose draft was dropped. */
export async function readOwnDossier(actor: Actor, number: string, now = new Date()): Promise<OwnDossier> {
  const site = await database().site.findFirst({
    where: { AND: [{ number }, visibleTo(actor)] },
    include: {
      town: { select: { regionKey: true } },
      publishedVersion: true,
      files: true,
      versions: {
        where: { state: { in: [...openStates] } },
        orderBy: { sequence: 'desc' },
        take: 1,
        include: { remarks: { orderBy: { createdAt: 'desc' } } },
      },
    },
  })
  const open = site?.versions[0]
  // A draft that was dropped leaves a number without anything to show.
  if (site === null || (!open && !site.publishedVersion)) throw notFound()
  const place = { townKey: site.townKey, regionKey: site.town.regionKey }
  const authors = await namesOf(open?.remarks.map((remark) => remark.authorId) ?? [])
  return {
    number: site.number,
    kind: site.kind,
    status: site.status,
    ...place,
    isDemo: site.isDemo,
    canEdit: may(actor, 'site.edit', place) && site.endedAt === null,
    canReview: may(actor, 'site.review', place),
    isEnded: site.endedAt !== null,
    freshness: freshnessNow(site, now),
    confirmedAt: site.confirmedAt?.toISOString() ?? null,
    published: site.publishedVersion ? parseDossier(site.publishedVersion.dossier) : null,
    version: open
      ? {
          state: open.state,
          dossier: parseDossier(open.dossier),
          revision: open.revision,
          savedAt: open.updatedAt.toISOString(),
          isOwnWork: isOwnWork(actor, open),
          remarks: open.remarks.map((remark) => ({
            group: remark.field as DossierGroup | null,
            text: remark.text,
            author: authors.get(remark.authorId) ?? '',
            at: remark.createdAt.toISOString(),
          })),
        }
      : null,
    files: site.files.map(({ id, width, height, widths }) => ({ fileId: id, width, height, widths })),
  }
}

/** The actor wrote at the version, so another person has to review it. */
function isOwnWork(actor: Actor, version: { editorIds: string[] }): boolean {
  return actor.kind === 'person' && version.editorIds.includes(actor.userId)
}

/** Freshness of what is offered; null for what is not public or over. */
function freshnessNow(
  site: { publishedVersionId: string | null; endedAt: Date | null; confirmedAt: Date | null },
  now: Date,
) {
  return site.publishedVersionId === null || site.endedAt !== null ? null : freshnessOf(site.confirmedAt, now)
}

async function namesOf(ids: string[]): Promise<Map<string, string>> {
  const people = await database().user.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } })
  return new Map(people.map((person) => [person.id, person.name]))
}
