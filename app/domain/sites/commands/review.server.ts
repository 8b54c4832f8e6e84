import type { Actor } from '#app/domain/accounts/model'
import { no, yes, type Verdict } from '#app/domain/kernel/verdict'
import { inTransaction } from '#app/platform/db/client.server'
import { database } from '#app/platform/db/database.server'
import { parseDossier } from '../schema'
import { missingForReview, type DossierGroup } from '../submission'
import { tellAuthor, tellReviewers } from './review-notices.server'
import { lockOpenVersion, personId } from './own-version.server'

/** Hands the draft over for review. Says `incomplete` when something required is missing, see `missingForReview`. */
export async function submitForReview(
  actor: Actor,
  number: string,
  now = new Date(),
): Promise<Verdict<{ number: string }, 'incomplete' | 'in_review' | 'nothing_open'>> {
  return inTransaction(database(), async (tx) => {
    const { site, version } = await lockOpenVersion(tx, actor, 'site.edit', number)
    if (version === null) return no('nothing_open')
    if (version.state === 'in_review') return no('in_review')
    const dossier = parseDossier(version.dossier)
    if (missingForReview(site.kind, dossier).length > 0) return no('incomplete')
    await tx.siteVersion.update({
      where: { id: version.id },
      data: { state: 'in_review', submittedAt: now, submittedById: personId(actor), revision: { increment: 1 } },
    })
    await tellReviewers(tx, { site, version, dossier, by: actor, now })
    return yes({ number })
  })
}

export type Remark = { group: DossierGroup | null; text: string }

/**
 * Sends a version back to its editors with a remark. Says `not_in_review` when it is no longer there, `own_work` to
 * somebody who wrote at it: author and reviewer differ.
 */
export async function returnForChanges(
  actor: Actor,
  number: string,
  remark: Remark,
  now = new Date(),
): Promise<Verdict<{ number: string }, 'not_in_review' | 'own_work'>> {
  return inTransaction(database(), async (tx) => {
    const { site, version } = await lockOpenVersion(tx, actor, 'site.review', number)
    if (version?.state !== 'in_review') return no('not_in_review')
    const reviewerId = personId(actor)
    if (reviewerId === null || version.editorIds.includes(reviewerId)) return no('own_work')
    await tx.siteVersion.update({
      where: { id: version.id },
      data: {
        state: 'changes_requested',
        reviewerId,
        reviewedAt: now,
        revision: { increment: 1 },
        remarks: { create: { field: remark.group, text: remark.text, authorId: reviewerId, createdAt: now } },
      },
    })
    await tellAuthor(tx, { site, version, dossier: parseDossier(version.dossier), now }, remark.text)
    return yes({ number })
  })
}

/**
 * Publishes the version under review in place of the public one, which is kept. Publishing confirms the data as of
 * today. Says no like `returnForChanges`.
 */
export async function publishVersion(
  actor: Actor,
  number: string,
  now = new Date(),
): Promise<Verdict<{ number: string }, 'not_in_review' | 'own_work'>> {
  return inTransaction(database(), async (tx) => {
    const { site, version } = await lockOpenVersion(tx, actor, 'site.review', number)
    if (version?.state !== 'in_review') return no('not_in_review')
    const reviewerId = personId(actor)
    if (reviewerId === null || version.editorIds.includes(reviewerId)) return no('own_work')
    if (site.publishedVersionId !== null) {
      await tx.siteVersion.update({ where: { id: site.publishedVersionId }, data: { state: 'superseded' } })
    }
    await tx.siteVersion.update({
      where: { id: version.id },
      data: { state: 'published', reviewerId, reviewedAt: now },
    })
    await tx.site.update({
      where: { id: site.id },
      data: {
        status: site.status === 'draft' ? 'published' : site.status,
        publishedVersionId: version.id,
        publishedAt: site.publishedAt ?? now,
        confirmedAt: now,
        changedAt: now,
      },
    })
    await tellAuthor(tx, { site, version, dossier: parseDossier(version.dossier), now }, null)
    return yes({ number })
  })
}
