import { utcMidnightOf } from '#app/domain/kernel/local-date'
import { no, yes, type Verdict } from '#app/domain/kernel/verdict'
import { inTransaction, type Tx } from '#app/platform/db/client.server'
import { database } from '#app/platform/db/database.server'
import { notFound } from '#app/platform/http/not-found.server'
import { queryOf } from '../brief-watch.server'
import { findFitting, readQuestion } from '../fitting.server'
import { limits, type Keeper, type Rhythm, type Wish } from '../model'
import { digestDay } from '../rules'
import { markSeen } from '../mark-seen.server'
import { readAskedBrief } from '../watch-query'
import { ownSubscriber, takeSubscriber } from '../subscribers.server'

/**
 * Saves a search of a known keeper; everything that fits now counts as seen. The same search again takes its new name
 * and rhythm. Says `too_many` when the list is full, `nobody` for a browser whose address is not confirmed; 404
 * for a brief that the keeper may not see.
 */
export async function saveWatch(
  keeper: Keeper,
  wish: Wish,
  now = new Date(),
): Promise<Verdict<null, 'too_many' | 'nobody'>> {
  const question = await readQuestion(keeper.actor, wish.query)
  if (question === null) throw notFound()
  const { query } = question
  const fitting = await findFitting(keeper.actor, query, now)
  return inTransaction(database(), async (tx) => {
    const subscriberId = await takeSubscriber(tx, keeper, now)
    if (subscriberId === null) return no('nobody')
    return (await writeWatch(tx, subscriberId, { wish: { ...wish, query }, fitting }, now)) ? yes(null) : no('too_many')
  })
}

/** A search to be written, with the numbers of the sites that it finds at that moment. */
type NewWatch = { wish: Wish; fitting: readonly string[] }

/** Writes a search into the list of a subscriber; false when there is no room. */
export async function writeWatch(tx: Tx, subscriberId: string, { wish, fitting }: NewWatch, now: Date) {
  const { query, title, rhythm } = wish
  await tx.$queryRaw`SELECT "id" FROM "Subscriber" WHERE "id" = ${subscriberId}::uuid FOR UPDATE`
  const briefId = readAskedBrief(query)?.id ?? null
  const about = briefId === null ? { query } : { briefId }
  const held = await tx.watch.findFirst({ where: { subscriberId, ...about } })
  if (held === null && (await tx.watch.count({ where: { subscriberId } })) >= limits.watches) return false
  const first = { createdAt: now, digestOn: utcMidnightOf(digestDay(now)) }
  const { id } =
    held === null
      ? await tx.watch.create({ data: { subscriberId, ...about, title, rhythm, ...first } })
      : await tx.watch.update({ where: { id: held.id }, data: { title, rhythm } })
  // A search that sent letters all along knows what it has told; one that slept begins anew.
  if (held === null || held.rhythm === 'none') await markSeen(tx, id, fitting, now)
  if (rhythm !== 'none') await wakeLetters(tx, subscriberId)
  return true
}

/**
 * Changes how often letters about an own search come. When they begin, what fits at that moment counts as seen.
 * 404 for a search of somebody else.
 */
export async function changeRhythm(keeper: Keeper, watchId: string, rhythm: Rhythm, now = new Date()): Promise<void> {
  const watch = await findOwn(keeper, watchId)
  const isWoken = watch.rhythm === 'none' && rhythm !== 'none'
  const fitting = isWoken ? await findFitting(keeper.actor, queryOf(watch), now) : []
  await inTransaction(database(), async (tx) => {
    await tx.watch.updateMany({ where: { id: watch.id }, data: { rhythm, digestOn: utcMidnightOf(digestDay(now)) } })
    if (isWoken) await markSeen(tx, watch.id, fitting, now)
    if (rhythm !== 'none') await wakeLetters(tx, watch.subscriberId)
  })
}

/** Takes an own search out of the list and gives it back, to be restored. 404 for a search of somebody else. */
export async function removeWatch(keeper: Keeper, watchId: string): Promise<Wish> {
  const watch = await findOwn(keeper, watchId)
  const { id, title, rhythm } = watch
  await database().watch.deleteMany({ where: { id } })
  return { query: queryOf(watch), title, rhythm }
}

async function findOwn(keeper: Keeper, id: string) {
  const watch = await database().watch.findFirst({ where: { id, subscriber: ownSubscriber(keeper) } })
  if (watch === null) throw notFound()
  return watch
}

/** Who asks for letters again gets them, although all were ended once. */
async function wakeLetters(tx: Tx, subscriberId: string): Promise<void> {
  await tx.subscriber.updateMany({ where: { id: subscriberId }, data: { unsubscribedAt: null } })
}
