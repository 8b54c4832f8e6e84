import type { Actor } from '#app/domain/accounts/model'
import { parseDossier } from '#app/domain/sites/schema'
import { visibleTo } from '#app/domain/sites/visible-to.server'
import { inTransaction } from '#app/platform/db/client.server'
import { database } from '#app/platform/db/database.server'
import { notFound } from '#app/platform/http/not-found.server'
import { tellAskers } from './tell-askers.server'

/**
 * The akimat of the territory says that a value cannot be known and why; everybody who asked with an address is told.
 * A question that is closed already stays as it is. 404 for a question about a site of somebody else.
 */
export async function declineQuestion(
  actor: Actor,
  order: { question: string; note: string },
  now = new Date(),
): Promise<void> {
  const question = await database().valueQuestion.findFirst({
    where: { id: order.question, site: visibleTo(actor, 'site.edit') },
    include: { site: { select: { number: true, publishedVersion: { select: { dossier: true } } } } },
  })
  if (question === null) throw notFound()
  const { id, field, site } = question
  const closedById = actor.kind === 'person' ? actor.userId : null
  await inTransaction(database(), async (tx) => {
    const { count } = await tx.valueQuestion.updateMany({
      where: { id, state: 'open' },
      data: { state: 'declined', note: order.note, closedAt: now, closedById },
    })
    if (count === 0) return
    const dossier = parseDossier(site.publishedVersion?.dossier)
    await tellAskers(tx, { id, field, number: site.number, dossier, note: order.note }, now)
  })
}
