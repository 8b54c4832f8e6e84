import type { Actor } from '#app/domain/accounts/model'
import { may } from '#app/domain/accounts/policy'
import { database } from '#app/platform/db/database.server'
import { notFound } from '#app/platform/http/not-found.server'
import { openStates } from '../commands/own-version.server'
import { readConfirmations } from '../confirmation-schema'
import { readEndReason } from '../lifecycle'
import type { OwnDossier } from '../own-site'
import { groupOfField } from '../remarks'
import { freshnessOf, usualTerm } from '../rules'
import { parseDossier } from '../schema'
import { visibleTo } from '../visible-to.server'

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
  const confirmBy = site.confirmBy ?? usualTerm(site.confirmedAt)
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
    hasParent: site.parentId !== null,
    freshness: site.status === 'published' ? freshnessOf(confirmBy, now) : null,
    confirmedAt: site.confirmedAt?.toISOString() ?? null,
    confirmBy: confirmBy?.toISOString() ?? null,
    confirmations: readConfirmations(site.confirmations).groups,
    statusNote: site.statusNote,
    endReason: readEndReason(site.endReason),
    published: site.publishedVersion ? parseDossier(site.publishedVersion.dossier) : null,
    version: open
      ? {
          state: open.state,
          dossier: parseDossier(open.dossier),
          revision: open.revision,
          order: `${open.sequence}.${open.arrangement}`,
          savedAt: open.updatedAt.toISOString(),
          isOwnWork: isOwnWork(actor, open),
          remarks: remarksOf(open).map((remark) => ({
            field: remark.field,
            group: groupOfField(remark.field),
            text: remark.text,
            author: authors.get(remark.authorId) ?? '',
            at: remark.createdAt.toISOString(),
          })),
        }
      : null,
    files: site.files.map(({ id, width, height, widths, fileName, contentType, bytes }) => {
      return { fileId: id, width, height, widths, fileName, contentType, bytes }
    }),
  }
}

/** The actor wrote at the version, so another person has to review it. */
function isOwnWork(actor: Actor, version: { editorIds: string[] }): boolean {
  return actor.kind === 'person' && version.editorIds.includes(actor.userId)
}

/** Remarks of earlier returns were answered when the version was handed over again. */
function remarksOf<Remark extends { createdAt: Date }>(version: {
  state: string
  reviewedAt: Date | null
  remarks: Remark[]
}): Remark[] {
  const { reviewedAt } = version
  if (version.state === 'in_review' || reviewedAt === null) return version.remarks
  return version.remarks.filter((remark) => remark.createdAt >= reviewedAt)
}

async function namesOf(ids: string[]): Promise<Map<string, string>> {
  const people = await database().user.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } })
  return new Map(people.map((person) => [person.id, person.name]))
}
