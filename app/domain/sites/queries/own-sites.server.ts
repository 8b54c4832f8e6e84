import type { Actor } from '#app/domain/accounts/model'
import type { Localized } from '#app/domain/kernel/localized'
import { database } from '#app/platform/db/database.server'
import { notFound } from '#app/platform/http/not-found.server'
import { openStates } from '../commands/own-version.server'
import type { Dossier, Freshness, SiteKind, SiteStatus, VersionState } from '../model'
import { freshnessOf } from '../rules'
import { parseDossier } from '../schema'
import { completenessOf, type DossierGroup } from '../submission'
import { visibleTo } from '../visible-to.server'

/** A line of the akimat's table. `openState` is the state of the version in work, null when there is none. */
export type OwnSite = {
  number: string
  kind: SiteKind
  status: SiteStatus
  name: Localized
  townKey: string
  isDemo: boolean
  openState: Exclude<VersionState, 'published' | 'superseded'> | null
  /** The actor wrote at the open version, so another person has to review it. */
  isOwnWork: boolean
  completeness: number
  freshness: Freshness | null
  confirmedAt: string | null
  updatedAt: string
}

/** All sites whose drafts the actor may see, last changed first. */
export async function listOwnSites(actor: Actor, now = new Date()): Promise<OwnSite[]> {
  const sites = await database().site.findMany({
    where: visibleTo(actor),
    include: {
      publishedVersion: { select: { dossier: true, updatedAt: true } },
      versions: { where: { state: { in: [...openStates] } }, orderBy: { sequence: 'desc' }, take: 1 },
    },
  })
  const lines = sites.flatMap((site): OwnSite[] => {
    const open = site.versions[0]
    const shown = open ?? site.publishedVersion
    if (!shown) return []
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
        isOwnWork: open !== undefined && actor.kind === 'person' && open.editorIds.includes(actor.userId),
        completeness: completenessOf(site.kind, dossier).percent,
        freshness: site.publishedVersionId === null ? null : freshnessOf(site.confirmedAt, now),
        confirmedAt: site.confirmedAt?.toISOString() ?? null,
        updatedAt: shown.updatedAt.toISOString(),
      },
    ]
  })
  return lines.sort((a, b) => b.updatedAt.localeCompare(a.updatedAt) || a.number.localeCompare(b.number))
}

export type DraftPhotoFile = { fileId: string; width: number; height: number; widths: number[] }

/** The version in work with all an editor or reviewer needs; `version` is null when only a public one exists. */
export type OwnDossier = {
  number: string
  kind: SiteKind
  status: SiteStatus
  townKey: string
  regionKey: string
  isDemo: boolean
  confirmedAt: string | null
  published: Dossier | null
  version: {
    state: VersionState
    dossier: Dossier
    revision: number
    savedAt: string
    isOwnWork: boolean
    remarks: { group: DossierGroup | null; text: string; author: string; at: string }[]
  } | null
  files: DraftPhotoFile[]
}

/** A site of the actor's territory by its number; 404 for another one and for a number whose draft was dropped. */
export async function readOwnDossier(actor: Actor, number: string): Promise<OwnDossier> {
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
  const authors = await namesOf(open?.remarks.map((remark) => remark.authorId) ?? [])
  return {
    number: site.number,
    kind: site.kind,
    status: site.status,
    townKey: site.townKey,
    regionKey: site.town.regionKey,
    isDemo: site.isDemo,
    confirmedAt: site.confirmedAt?.toISOString() ?? null,
    published: site.publishedVersion ? parseDossier(site.publishedVersion.dossier) : null,
    version: open
      ? {
          state: open.state,
          dossier: parseDossier(open.dossier),
          revision: open.revision,
          savedAt: open.updatedAt.toISOString(),
          isOwnWork: actor.kind === 'person' && open.editorIds.includes(actor.userId),
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

async function namesOf(ids: string[]): Promise<Map<string, string>> {
  const people = await database().user.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } })
  return new Map(people.map((person) => [person.id, person.name]))
}
