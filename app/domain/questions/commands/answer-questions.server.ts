import type { SystemActor } from '#app/domain/accounts/model'
import { listChangesFor, moveCursor } from '#app/domain/sites/queries/change-cursor.server'
import { readPublishedSites } from '#app/domain/sites/queries/published-rows.server'
import { inTransaction, type Tx } from '#app/platform/db/client.server'
import { database } from '#app/platform/db/database.server'
import { scheduleJob, work } from '#app/platform/jobs/jobs.server'
import { log } from '#app/platform/log/log.server'
import type { PublishedSite } from '#app/domain/sites/public-site'
import { missingValues } from '../rules'
import { tellAskers } from './tell-askers.server'

const jobName = 'answer-questions'
const actor: SystemActor = { kind: 'system', name: jobName }

/** Lets this process look every minute for published answers to what investors asked. */
export async function startAnswering(): Promise<void> {
  await work(jobName, async () => {
    const letters = await answerQuestions(actor)
    if (letters > 0) log.info({ letters }, 'told of values that were asked for')
  })
  await scheduleJob(jobName, '* * * * *', {})
}

/**
 * Closes the questions whose value a published version states now, the declined ones too, and writes a letter to each
 * asker, in one transaction: nobody is told twice, whatever breaks. Gives the number of letters.
 */
export async function answerQuestions(by: SystemActor, now = new Date()): Promise<number> {
  const marks = await listChangesFor(by, jobName, now)
  const changed = marks.filter((mark) => mark.isListed).map((mark) => mark.id)
  const asked = await database().valueQuestion.findMany({
    where: { siteId: { in: changed }, state: { in: ['open', 'declined'] } },
    select: { siteId: true },
    distinct: ['siteId'],
  })
  const sites = await readPublishedSites(
    by,
    asked.map(({ siteId }) => siteId),
  )
  return inTransaction(database(), async (tx) => {
    let letters = 0
    for (const site of sites) letters += await closeAnswered(tx, site, now)
    await moveCursor(tx, jobName, now)
    return letters
  })
}

async function closeAnswered(tx: Tx, site: PublishedSite, now: Date): Promise<number> {
  const missing = missingValues(site.kind, site.dossier)
  // Updating takes the rows: of two nodes only one gets them.
  const answered = await tx.valueQuestion.updateManyAndReturn({
    where: { siteId: site.id, state: { in: ['open', 'declined'] }, field: { notIn: missing } },
    data: { state: 'answered', closedAt: now },
    select: { id: true, field: true },
  })
  let letters = 0
  for (const question of answered) {
    letters += await tellAskers(tx, { ...question, number: site.number, dossier: site.dossier, note: null }, now)
  }
  return letters
}
