import type { Actor } from '#app/domain/accounts/model'
import { no, yes, type Verdict } from '#app/domain/kernel/verdict'
import { inTransaction } from '#app/platform/db/client.server'
import { database } from '#app/platform/db/database.server'
import { lockOpenVersion } from './own-version.server'

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
