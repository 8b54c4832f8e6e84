import { no, yes, type Verdict } from '#app/domain/kernel/verdict'
import { inTransaction, type Tx } from '#app/platform/db/client.server'
import { database } from '#app/platform/db/database.server'
import { limits, type Keeper } from '../model'
import { keptCookie } from '../kept-cookie.server'
import { listKeptNumbers } from '../queries.server'
import { changeNumbers } from '../rules'
import { takeSubscriber } from '../subscribers.server'

/** The list after a change; `cookie` is what a browser keeps it by that nobody has confirmed an address in. */
export type Changed = { numbers: string[]; cookie: string | null }

/**
 * Keeps a site that has a public page, or lets it go; done twice it is done once. The list is the keeper's, or the
 * cookie of the browser. Says `unknown_site`, and `too_many` when the list is full.
 */
export async function changeFavourite(
  keeper: Keeper,
  inCookie: readonly string[],
  change: { number: string; isKept: boolean },
  now = new Date(),
): Promise<Verdict<Changed, 'unknown_site' | 'too_many'>> {
  const { number, isKept } = change
  if (isKept && (await database().site.count({ where: publicSites([number]) })) === 0) return no('unknown_site')
  const isRoom = await inTransaction(database(), async (tx) => {
    const subscriberId = await takeSubscriber(tx, keeper, now)
    if (subscriberId === null) return null
    if (isKept) return writeFavourites(tx, subscriberId, [number], now)
    await tx.favourite.deleteMany({ where: { subscriberId, site: { number } } })
    return true
  })
  if (isRoom === true) return yes({ numbers: await listKeptNumbers(keeper), cookie: null })
  const numbers = isRoom === null ? changeNumbers(inCookie, number, isKept) : null
  return numbers === null ? no('too_many') : yes({ numbers, cookie: keptCookie(numbers) })
}

/** Moves what a browser kept in its cookie to the person who signed in with it. */
export async function adoptFavourites(keeper: Keeper, numbers: readonly string[], now = new Date()): Promise<void> {
  if (numbers.length === 0) return
  await inTransaction(database(), async (tx) => {
    const subscriberId = await takeSubscriber(tx, keeper, now)
    if (subscriberId !== null) await writeFavourites(tx, subscriberId, numbers, now)
  })
}

/** Adds sites to a list as far as there is room; false when there was none for all of them. */
export async function writeFavourites(
  tx: Tx,
  subscriberId: string,
  numbers: readonly string[],
  now: Date,
): Promise<boolean> {
  if (numbers.length === 0) return true
  // Two changes of one list wait for each other, so that both are counted.
  await tx.$queryRaw`SELECT "id" FROM "Subscriber" WHERE "id" = ${subscriberId}::uuid FOR UPDATE`
  const held = await tx.favourite.findMany({ where: { subscriberId }, select: { siteId: true } })
  const known = new Set(held.map(({ siteId }) => siteId))
  const sites = await tx.site.findMany({ where: publicSites(numbers), select: { id: true, number: true } })
  const added = numbers.flatMap((number) => sites.filter((site) => site.number === number && !known.has(site.id)))
  const fitting = added.slice(0, Math.max(0, limits.sites - known.size))
  // The first of the list is the newest.
  const data = fitting.map((site, index) => ({
    ...{ subscriberId, siteId: site.id },
    createdAt: new Date(now.getTime() - index),
  }))
  await tx.favourite.createMany({ data, skipDuplicates: true })
  return fitting.length === added.length
}

/** Sites with a public page, ended ones too. */
function publicSites(numbers: readonly string[]) {
  return { number: { in: [...numbers] }, status: { not: 'draft' as const }, publishedVersionId: { not: null } }
}
