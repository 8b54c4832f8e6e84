import type { Actor } from '#app/domain/accounts/model'
import type { Localized } from '#app/domain/kernel/localized'
import { no, yes, type Verdict } from '#app/domain/kernel/verdict'
import { inTransaction, type Tx } from '#app/platform/db/client.server'
import { database } from '#app/platform/db/database.server'
import { smallestBundle } from '../premises-rules'
import { visibleTo } from '../visible-to.server'
import { lockOpenVersion, personId } from './own-version.server'

export type BundleCode = 'too_few' | 'not_available'

/** `numbers`: the other sites; the one that the bundle is made from belongs to it anyway. */
export type BundleOrder = { name: Localized; numbers: string[] }

/**
 * Offers the site together with others, or changes the bundle it is in: those that are not named leave it. Says `too_few`
 * for a site alone, `not_available` when one of them is not public, in another town or in another bundle.
 */
export async function bundleSites(
  actor: Actor,
  number: string,
  { name, numbers }: BundleOrder,
  now = new Date(),
): Promise<Verdict<{ count: number }, BundleCode>> {
  return inTransaction(database(), async (tx) => {
    const named = [...new Set([...numbers, number])]
    // All in one order: of two bundles that want the same site, the second one sees that it is taken.
    await tx.$queryRaw`SELECT 1 FROM "Site" WHERE "number" = ANY(${named}) ORDER BY "number" FOR UPDATE`
    const { site } = await lockOpenVersion(tx, actor, 'site.edit', number)
    if (named.length < smallestBundle) return no('too_few')
    const mates = await tx.site.findMany({
      where: {
        AND: [
          { number: { in: named }, townKey: site.townKey, publishedVersionId: { not: null }, endedAt: null },
          { OR: [{ bundleId: null }, ...(site.bundleId === null ? [] : [{ bundleId: site.bundleId }])] },
          visibleTo(actor, 'site.edit'),
        ],
      },
      select: { id: true },
    })
    if (mates.length !== named.length) return no('not_available')
    const names = { nameKk: name.kk, nameRu: name.ru, nameEn: name.en }
    const bundle =
      site.bundleId === null
        ? await tx.siteBundle.create({
            data: { townKey: site.townKey, ...names, createdById: personId(actor), createdAt: now },
          })
        : await tx.siteBundle.update({ where: { id: site.bundleId }, data: names })
    await release(tx, { bundleId: bundle.id }, now)
    await tx.site.updateMany({
      where: { id: { in: mates.map(({ id }) => id) } },
      data: { bundleId: bundle.id, changedAt: now },
    })
    return yes({ count: mates.length })
  })
}

/** Each site of the bundle is offered on its own again. Does nothing for a site in no bundle. */
export async function dissolveBundle(actor: Actor, number: string, now = new Date()): Promise<void> {
  await inTransaction(database(), async (tx) => {
    const { site } = await lockOpenVersion(tx, actor, 'site.edit', number)
    if (site.bundleId === null) return
    await release(tx, { bundleId: site.bundleId }, now)
    await tx.siteBundle.delete({ where: { id: site.bundleId } })
  })
}

async function release(tx: Tx, where: { bundleId: string }, now: Date): Promise<void> {
  await tx.site.updateMany({ where, data: { bundleId: null, changedAt: now } })
}
