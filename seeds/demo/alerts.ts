import { missingValues } from '#app/domain/questions/rules'
import { parseDossier } from '#app/domain/sites/schema'
import type { Tx } from '#app/platform/db/client.server'
import { stableId } from '#seeds/builders/stable-id'
import { personIdOf } from './demo-people'
import type { DemoPart } from './demo-part'

const email = 'investor@company.demo'
const dayMs = 86_400_000
const questionsWanted = 3

/** What the investor of the demo keeps, and what investors miss on the sites of Balkhash. */
export const alertsPart: DemoPart<null> = {
  key: 'demo-alerts',
  prepare: () => Promise.resolve(null),
  async write(tx, _prepared, { now }) {
    const subscriberId = stableId('subscriber:investor')
    const weekAgo = new Date(now.getTime() - 7 * dayMs)
    await tx.subscriber.create({
      data: {
        ...{ id: subscriberId, email, userId: personIdOf(email), locale: 'ru', isDemo: true },
        ...{ confirmedAt: weekAgo, createdAt: weekAgo },
      },
    })
    const kept = await tx.site.findMany({
      where: { status: 'published', townKey: 'balkhash' },
      select: { id: true },
      orderBy: { number: 'desc' },
      take: 2,
    })
    await tx.favourite.createMany({
      data: kept.map(({ id }) => ({ subscriberId, siteId: id, createdAt: weekAgo })),
    })
    await tx.watch.create({
      data: {
        ...{ id: stableId('watch:investor'), subscriberId, query: 'region=karaganda&power_min=1000' },
        ...{ title: 'Карагандинская область, от 1 МВт', rhythm: 'daily', digestOn: now, createdAt: weekAgo },
      },
    })
    await writeQuestions(tx, subscriberId, now)
  },
}

/** One question a site, the older the more often asked. */
async function writeQuestions(tx: Tx, subscriberId: string, now: Date): Promise<void> {
  const sites = await tx.site.findMany({
    where: { status: 'published', townKey: 'balkhash', publishedVersionId: { not: null } },
    select: { id: true, kind: true, publishedVersion: { select: { dossier: true } } },
    orderBy: { number: 'asc' },
  })
  const questions = sites.flatMap(({ id: siteId, kind, publishedVersion }) => {
    const [field] = missingValues(kind, parseDossier(publishedVersion?.dossier))
    return field === undefined ? [] : [{ siteId, field }]
  })
  for (const [index, { siteId, field }] of questions.slice(0, questionsWanted).entries()) {
    const openedAt = new Date(now.getTime() - (questionsWanted - index) * 2 * dayMs)
    const id = stableId(`question:${siteId}`)
    const count = questionsWanted - index
    await tx.valueQuestion.create({ data: { id, siteId, field, openedAt, count } })
    await tx.valueAsker.create({
      data: { id: stableId(`asker:${siteId}`), questionId: id, subscriberId, askedAt: openedAt },
    })
  }
}
