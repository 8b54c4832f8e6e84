import { stableId } from '#seeds/builders/stable-id'
import { editorOf, headOf } from './demo-people'
import type { DemoSite } from './demo-sites'
import { openVersionOf, remarksOf } from './open-versions'

const dayMs = 86_400_000

/** The versions of a site: those that were public before, the one of its state, and one that is being written. */
export function versionRows(site: DemoSite) {
  const open = openVersionOf(site.number, site.dossier)
  return [
    ...site.earlier.map((version, index) => earlierRow(site, version, index + 1)),
    currentRow(site, site.earlier.length + 1),
    ...(open ? [openRow(site, open, site.earlier.length + 2)] : []),
  ]
}

function earlierRow(site: DemoSite, { dossier, publishedAt }: DemoSite['earlier'][number], sequence: number) {
  return {
    ...writtenBy(site.townKey),
    ...{ dossier, sequence, publishedAt },
    id: stableId(`version:${site.id}:${sequence}`),
    siteId: site.id,
    state: 'superseded' as const,
    ...reviewed(site.townKey, publishedAt, publishedAt),
    createdAt: daysBefore(publishedAt, 6),
  }
}

function currentRow(
  { id, townKey, dossier, versionState, lastPublishedAt, createdAt, earlier }: DemoSite,
  sequence: number,
) {
  const submittedAt = lastPublishedAt ?? createdAt
  const isReviewed = versionState === 'published' || versionState === 'changes_requested'
  return {
    ...writtenBy(townKey),
    ...{ dossier, sequence, publishedAt: lastPublishedAt },
    id: currentVersionId(id),
    siteId: id,
    state: versionState,
    ...(versionState === 'draft' ? {} : submitted(townKey, submittedAt)),
    ...(isReviewed ? reviewed(townKey, submittedAt, submittedAt) : {}),
    createdAt: earlier.length > 0 ? daysBefore(submittedAt, 5) : createdAt,
  }
}

/** Somebody began it a few days after the last confirmation. */
function openRow(site: DemoSite, open: NonNullable<ReturnType<typeof openVersionOf>>, sequence: number) {
  const beganAt = site.confirmedAt ?? site.createdAt
  return {
    ...writtenBy(site.townKey),
    ...{ dossier: open.dossier, sequence },
    id: openVersionId(site.id),
    siteId: site.id,
    state: open.state,
    ...(open.state === 'draft' ? {} : submitted(site.townKey, beganAt)),
    ...(open.state === 'changes_requested' ? reviewed(site.townKey, beganAt, beganAt) : {}),
    createdAt: beganAt,
  }
}

/** Remarks on what is open now. */
export function remarkRows(site: DemoSite) {
  const own = (remarksOf[site.number] ?? []).map((remark) => ({ ...remark, versionId: currentVersionId(site.id) }))
  const open = (openVersionOf(site.number, site.dossier)?.remarks ?? []).map((remark) => ({
    ...remark,
    versionId: openVersionId(site.id),
  }))
  return [...own, ...open].map(({ field, text, versionId }, index) => ({
    ...{ field, text, versionId },
    id: stableId(`remark:${site.id}:${index}`),
    authorId: headOf(site.townKey),
    createdAt: daysBefore(site.confirmedAt ?? site.createdAt, 1),
  }))
}

function writtenBy(townKey: string) {
  const author = editorOf(townKey)
  return { authorId: author, editorIds: [author], lastEditorId: author }
}

function submitted(townKey: string, submittedAt: Date) {
  return { submittedById: editorOf(townKey), submittedAt }
}

function reviewed(townKey: string, submittedAt: Date, reviewedAt: Date) {
  return { ...submitted(townKey, submittedAt), reviewerId: headOf(townKey), reviewedAt }
}

function currentVersionId(siteId: string): string {
  return stableId(`version:${siteId}`)
}

function openVersionId(siteId: string): string {
  return stableId(`version:${siteId}:open`)
}

function daysBefore(moment: Date, days: number): Date {
  return new Date(moment.getTime() - days * dayMs)
}
