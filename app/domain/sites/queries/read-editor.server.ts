import type { Actor } from '#app/domain/accounts/model'
import { listIncentives, readTown } from '#app/domain/towns/queries.server'
import { database } from '#app/platform/db/database.server'
import { notFound } from '#app/platform/http/not-found.server'
import type { Language } from '#app/platform/i18n/language'
import { openStates, personId } from '../commands/own-version.server'
import type { DossierGroup } from '../choices'
import type { EditorData } from '../editor-data'
import { shapeOf } from '../form/merge'
import { writeGroup } from '../form/write-form'
import type { Dossier } from '../model'
import type { OwnDossier } from '../own-site'
import { isDivisible, totalAreaM2 } from '../premises-rules'
import { summarize } from '../submission'
import { visibleTo } from '../visible-to.server'
import { readOwnDossier } from './own-sites.server'
import { listWholes, readBundle, readParts, readWhole } from './read-parts.server'

/** How long the page tells that somebody else is at the same draft. */
const recentMs = 15 * 60_000

/** One group of the draft for its editor; null when there is no draft that can be changed now. */
export async function readEditor(
  actor: Actor,
  number: string,
  group: DossierGroup,
  language: Language,
  now = new Date(),
): Promise<Omit<EditorData, 'styleUrl' | 'zone'> | null> {
  const own = await readOwnDossier(actor, number)
  const { version } = own
  if (version === null || version.state === 'in_review' || !own.canEdit) return null
  const [town, incentives] = await Promise.all([readTown(own.townKey), listIncentives()])
  if (town === null) throw notFound()
  const { dossier } = version
  const relatives = await readRelatives(actor, own, dossier, group)
  const values = writeGroup(group, dossier, language)
  return {
    number: own.number,
    kind: own.kind,
    name: dossier.identity.name,
    isDemo: own.isDemo,
    isPublic: own.published !== null,
    group,
    revision: version.revision,
    shape: shapeOf(group, dossier, version.order),
    savedAt: version.savedAt,
    other: await readOther(actor, number, now),
    isReturned: version.state === 'changes_requested',
    remarks: version.remarks,
    values: {
      ...values,
      // The outline is compared with it.
      ...(group === 'identity' ? { 'land.plotHa': writeGroup('land', dossier, language)['land.plotHa'] ?? [] } : {}),
      ...(own.kind === 'premises' && group === 'identity' ? { parent: [relatives.parent ?? ''] } : {}),
    },
    lists: {
      buildings: dossier.buildings.length,
      steps: dossier.rights.steps.length,
      encumbrances: dossier.rights.encumbrances.length,
      commitments: dossier.commitments.map(({ id }) => id),
    },
    ...filesOf(own, dossier),
    incentives: incentives.map(({ key, name, availability }) => ({ key, name, availability })),
    summary: summarize(own.kind, dossier, relatives.parent !== null),
    wholes: relatives.wholes,
    parts: relatives.parts,
    bundle: relatives.bundle,
    townPoint: town.point,
  }
}

function filesOf(own: OwnDossier, dossier: Dossier): Pick<EditorData, 'photos' | 'papers'> {
  const fileOf = (fileId: string) => own.files.find((candidate) => candidate.fileId === fileId)
  return {
    photos: dossier.photos.flatMap(({ fileId, alt }) => {
      const file = fileOf(fileId)
      return file ? [{ ...file, alt }] : []
    }),
    papers: dossier.papers.flatMap(({ fileId }) => fileOf(fileId) ?? []),
  }
}

/** What the groups that show it need of the sites around this one. */
async function readRelatives(
  actor: Actor,
  { number, kind, townKey }: OwnDossier,
  dossier: Dossier,
  group: DossierGroup,
) {
  const isUnit = kind === 'premises'
  const [whole, wholes, parts, bundle] = await Promise.all([
    isUnit ? readWhole(actor, number) : null,
    isUnit && group === 'identity' ? listWholes(actor, townKey, number) : [],
    isDivisible(kind) && group === 'buildings' ? readParts(actor, number) : null,
    group === 'identity' ? readBundle(actor, number) : null,
  ])
  return {
    parent: whole?.number ?? null,
    wholes: wholes.map((site) => ({ number: site.number, name: site.name })),
    parts: parts && {
      areaM2: totalAreaM2(dossier.buildings),
      units: parts.map((unit) => ({
        ...{ number: unit.number, name: unit.name, areaM2: unit.areaM2, isPublic: unit.isPublic },
      })),
    },
    bundle: bundle && { name: bundle.name, count: bundle.sites.length },
  }
}

/** Who else saved this draft in the last quarter of an hour. */
async function readOther(actor: Actor, number: string, now: Date): Promise<EditorData['other']> {
  const last = await database().siteVersion.findFirst({
    where: {
      site: { AND: [{ number }, visibleTo(actor)] },
      state: { in: [...openStates] },
      updatedAt: { gte: new Date(now.getTime() - recentMs) },
    },
    orderBy: { sequence: 'desc' },
    select: { lastEditorId: true, updatedAt: true },
  })
  if (!last?.lastEditorId || last.lastEditorId === personId(actor)) return null
  const user = await database().user.findUnique({ where: { id: last.lastEditorId }, select: { name: true } })
  return { who: user?.name ?? '', at: last.updatedAt.toISOString() }
}
