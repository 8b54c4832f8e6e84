import type { Actor } from '#app/domain/accounts/model'
import { no, yes, type Verdict } from '#app/domain/kernel/verdict'
import { inTransaction } from '#app/platform/db/client.server'
import { database } from '#app/platform/db/database.server'
import { nextStatuses, type EndReason, type OfferStatus } from '../lifecycle'
import { lockOpenVersion } from './own-version.server'

export type StatusChange = {
  status: OfferStatus
  /** What everybody reads beside the status, e.g. until when it is reserved. */
  note: string
  /** Of a withdrawal only. */
  reason: EndReason | null
}

/**
 * Reserves, occupies or withdraws a public site, or offers it again. Its number and page stay in any case. Says
 * `not_possible` for a way that is closed now, `in_review` for a withdrawal while somebody reviews it.
 */
export async function changeStatus(
  actor: Actor,
  number: string,
  change: StatusChange,
  now = new Date(),
): Promise<Verdict<{ number: string }, 'not_possible' | 'in_review'>> {
  return inTransaction(database(), async (tx) => {
    const { site, version } = await lockOpenVersion(tx, actor, 'site.edit', number)
    if (!nextStatuses(site.status, site.publishedVersionId !== null).includes(change.status)) return no('not_possible')
    const isEnding = change.status === 'withdrawn'
    if (isEnding && version?.state === 'in_review') return no('in_review')
    await tx.site.update({
      where: { id: site.id },
      data: {
        status: change.status,
        statusNote: change.status === 'published' || change.note === '' ? null : change.note,
        endedAt: isEnding ? now : null,
        endReason: isEnding ? (change.reason ?? 'not_available') : null,
        changedAt: now,
      },
    })
    return yes({ number })
  })
}
