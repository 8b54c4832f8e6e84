import type { Actor } from '#app/domain/accounts/model'
import { no, yes, type Verdict } from '#app/domain/kernel/verdict'
import { inTransaction } from '#app/platform/db/client.server'
import { database } from '#app/platform/db/database.server'
import { lockOpenVersion } from './own-version.server'

/** For how long a confirmation can be taken back. */
const undoMs = 15 * 60_000

/**
 * Says that the published data still holds as of today; `previous` is the confirmation before, for `undoConfirmation`.
 * Says `not_published` when nothing is public, `ended` when over.
 */
export async function confirmSite(
  actor: Actor,
  number: string,
  now = new Date(),
): Promise<Verdict<{ previous: Date | null }, 'not_published' | 'ended'>> {
  return inTransaction(database(), async (tx) => {
    const { site } = await lockOpenVersion(tx, actor, 'site.edit', number)
    if (site.publishedVersionId === null) return no('not_published')
    if (site.endedAt !== null) return no('ended')
    await tx.site.update({ where: { id: site.id }, data: { confirmedAt: now, changedAt: now } })
    return yes({ previous: site.confirmedAt })
  })
}

/**
 * Takes a fresh confirmation back. Only an earlier day than the one that stands is taken, so nobody makes data look
 * newer this way. Says `too_late` when the confirmation is older than a quarter of an hour.
 */
export async function undoConfirmation(
  actor: Actor,
  number: string,
  previous: Date,
  now = new Date(),
): Promise<Verdict<{ confirmedAt: Date }, 'too_late'>> {
  return inTransaction(database(), async (tx) => {
    const { site } = await lockOpenVersion(tx, actor, 'site.edit', number)
    const confirmedAt = site.confirmedAt?.getTime() ?? 0
    if (confirmedAt < now.getTime() - undoMs || previous.getTime() >= confirmedAt) return no('too_late')
    await tx.site.update({ where: { id: site.id }, data: { confirmedAt: previous, changedAt: now } })
    return yes({ confirmedAt: previous })
  })
}

/**
 * Drops the version in work; the public one stays. A site that was never published stays as an empty number, withdrawn.
 * Says `nothing_open` when there is none, `in_review` while it is being reviewed.
 */
export async function discardDraft(
  actor: Actor,
  number: string,
  now = new Date(),
): Promise<Verdict<{ isSiteOver: boolean }, 'nothing_open' | 'in_review'>> {
  return inTransaction(database(), async (tx) => {
    const { site, version } = await lockOpenVersion(tx, actor, 'site.edit', number)
    if (version === null) return no('nothing_open')
    if (version.state === 'in_review') return no('in_review')
    await tx.siteVersion.update({ where: { id: version.id }, data: { state: 'superseded' } })
    const isSiteOver = site.publishedVersionId === null
    if (isSiteOver) {
      await tx.site.update({
        where: { id: site.id },
        data: { status: 'withdrawn', endedAt: now, endReason: 'discarded' },
      })
    }
    return yes({ isSiteOver })
  })
}
