import { isKnown, hideClient, takeSubscriber } from '#app/domain/alerts/subscribers.server'
import type { Keeper } from '#app/domain/alerts/model'
import { no, yes, type Verdict } from '#app/domain/kernel/verdict'
import { canInquire } from '#app/domain/sites/passport-rules'
import { readPassport } from '#app/domain/sites/queries/read-passport.server'
import { countInWindow } from '#app/platform/db/count-in-window.server'
import { inTransaction, type Tx } from '#app/platform/db/client.server'
import { database } from '#app/platform/db/database.server'
import { notFound } from '#app/platform/http/not-found.server'
import { hourlyClicks, missingValues } from '../rules'
import { openQuestion } from './open-question.server'

const hourMs = 3_600_000

/** `isTold`: the asker has an address and will get the answer. */
export type Asked = { questionId: string; isTold: boolean }

/**
 * Asks the akimat for a value that a public site does not state. The first click opens the question, each other person
 * and client is counted once. Says `known` when the value is there or cannot be asked for, `declined` when the akimat has
 * said that it cannot be known, `too_many` above the limit of an hour; 404 for a site without a public page.
 */
export async function askValue(
  keeper: Keeper,
  order: { number: string; field: string; clientAddress: string },
  now = new Date(),
): Promise<Verdict<Asked, 'known' | 'declined' | 'too_many'>> {
  const site = await readPassport(keeper.actor, order.number)
  if (site === null) throw notFound()
  if (!canInquire(site.status) || !missingValues(site.kind, site.dossier).includes(order.field)) return no('known')
  const client = hideClient(order.clientAddress)
  const { count } = await countInWindow(database(), `ask/client/${client}`, hourMs, now)
  if (count > hourlyClicks) return no('too_many')
  return inTransaction(database(), async (tx) => {
    // One open question per site and field: two first clicks wait for each other.
    await tx.$queryRaw`SELECT "id" FROM "Site" WHERE "id" = ${site.id}::uuid FOR UPDATE`
    const about = { siteId: site.id, field: order.field }
    if ((await tx.valueQuestion.count({ where: { ...about, state: 'declined' } })) > 0) return no('declined')
    const open = await tx.valueQuestion.findFirst({ where: { ...about, state: 'open' }, select: { id: true } })
    const { id } = open ?? (await openQuestion(tx, site, order.field, now))
    const subscriberId = await takeSubscriber(tx, keeper, now)
    await countAsker(tx, id, subscriberId === null ? { clientAddress: client } : { subscriberId }, now)
    return yes({ questionId: id, isTold: subscriberId !== null && isKnown(keeper) })
  })
}

async function countAsker(
  tx: Tx,
  questionId: string,
  who: { clientAddress: string } | { subscriberId: string },
  now: Date,
): Promise<void> {
  const data = { questionId, ...who, askedAt: now }
  const { count } = await tx.valueAsker.createMany({ data, skipDuplicates: true })
  if (count > 0) await tx.valueQuestion.update({ where: { id: questionId }, data: { count: { increment: count } } })
}

/**
 * Whoever confirmed an address gets the answer to an open question. The click that led here has been counted, so the
 * count stays.
 */
export async function joinQuestion(keeper: Keeper, questionId: string, now = new Date()): Promise<void> {
  await inTransaction(database(), async (tx) => {
    const subscriberId = await takeSubscriber(tx, keeper, now)
    const isOpen = (await tx.valueQuestion.count({ where: { id: questionId, state: 'open' } })) > 0
    if (subscriberId === null || !isOpen) return
    await tx.valueAsker.createMany({ data: { questionId, subscriberId, askedAt: now }, skipDuplicates: true })
  })
}
