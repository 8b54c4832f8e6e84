import type { Actor } from '#app/domain/accounts/model'
import { no, yes, type Verdict } from '#app/domain/kernel/verdict'
import { inTransaction } from '#app/platform/db/client.server'
import { database } from '#app/platform/db/database.server'
import { confirmGroups } from '../confirmation'
import { writeConfirmations } from '../confirmation-schema'
import { canBeRemarked, type Remark } from '../remarks'
import { parseDossier } from '../schema'
import { missingForReview } from '../submission'
import { tellAuthor, tellReviewers } from './review-notices.server'
import { lockOpenVersion, personId } from './own-version.server'

/** Why a decision about a version cannot be taken. */
export type ReviewCode = 'not_in_review' | 'not_seen' | 'own_work'

/** Hands the draft over for review. Says `incomplete` when something required is missing, see `missingForReview`. */
export async function submitForReview(
  actor: Actor,
  number: string,
  now = new Date(),
): Promise<Verdict<{ number: string }, 'incomplete' | 'in_review' | 'nothing_open'>> {
  return inTransaction(database(), async (tx) => {
    const { site, version } = await lockOpenVersion(tx, actor, 'site.edit', number)
    if (version === null || site.endedAt !== null) return no('nothing_open')
    if (version.state === 'in_review') return no('in_review')
    const dossier = parseDossier(version.dossier)
    if (missingForReview(site.kind, dossier, site.parentId !== null).length > 0) return no('incomplete')
    await tx.siteVersion.update({
      where: { id: version.id },
      data: { state: 'in_review', submittedAt: now, submittedById: personId(actor), revision: { increment: 1 } },
    })
    await tellReviewers(tx, { site, version, dossier, by: actor, now })
    return yes({ number })
  })
}

/**
 * Sends a version back to its editors with remarks. `revision` is the one that the reviewer read. Says `not_in_review`
 * when it is no longer there, `not_seen` when it has become another one since, `own_work` to somebody who wrote at it:
 * author and reviewer differ; `no_such_field` for a remark about what the dossier does not have.
 */
export async function returnForChanges(
  actor: Actor,
  number: string,
  revision: number,
  remarks: readonly Remark[],
  now = new Date(),
): Promise<Verdict<{ number: string }, ReviewCode | 'no_such_field'>> {
  return inTransaction(database(), async (tx) => {
    const { site, version } = await lockOpenVersion(tx, actor, 'site.review', number)
    if (version?.state !== 'in_review') return no('not_in_review')
    if (version.revision !== revision) return no('not_seen')
    const reviewerId = personId(actor)
    if (reviewerId === null || version.editorIds.includes(reviewerId)) return no('own_work')
    const dossier = parseDossier(version.dossier)
    const published = site.publishedVersion && parseDossier(site.publishedVersion.dossier)
    if (!remarks.every(({ field }) => canBeRemarked(field, [dossier, published]))) return no('no_such_field')
    await tx.siteVersion.update({
      where: { id: version.id },
      data: {
        state: 'changes_requested',
        reviewerId,
        reviewedAt: now,
        revision: { increment: 1 },
        remarks: {
          create: remarks.map(({ field, text }) => ({ field, text, authorId: reviewerId, createdAt: now })),
        },
      },
    })
    await tellAuthor(tx, { site, version, dossier, now }, remarks.map(({ text }) => text).join('\n'))
    return yes({ number })
  })
}

/**
 * Publishes the version under review in place of the public one, which is kept. The reviewer has the whole dossier
 * before the eyes, so publishing confirms all its groups as of today. Says no like `returnForChanges`.
 */
export async function publishVersion(
  actor: Actor,
  number: string,
  revision: number,
  now = new Date(),
): Promise<Verdict<{ number: string }, ReviewCode>> {
  return inTransaction(database(), async (tx) => {
    const { site, version } = await lockOpenVersion(tx, actor, 'site.review', number)
    if (version?.state !== 'in_review') return no('not_in_review')
    if (version.revision !== revision) return no('not_seen')
    const reviewerId = personId(actor)
    if (reviewerId === null || version.editorIds.includes(reviewerId)) return no('own_work')
    if (site.publishedVersionId !== null) {
      await tx.siteVersion.update({ where: { id: site.publishedVersionId }, data: { state: 'superseded' } })
    }
    await tx.siteVersion.update({
      where: { id: version.id },
      data: { state: 'published', reviewerId, reviewedAt: now, publishedAt: now },
    })
    const dossier = parseDossier(version.dossier)
    const term = confirmGroups(dossier, { confirmations: {}, confirmedAt: null }, null, now)
    await tx.site.update({
      where: { id: site.id },
      data: {
        status: site.status === 'draft' ? 'published' : site.status,
        publishedVersionId: version.id,
        publishedAt: site.publishedAt ?? now,
        confirmations: writeConfirmations({ groups: term.confirmations }),
        ...{ confirmedAt: term.confirmedAt, confirmBy: term.confirmBy, changedAt: now },
      },
    })
    await tellAuthor(tx, { site, version, dossier, now }, null)
    return yes({ number })
  })
}
