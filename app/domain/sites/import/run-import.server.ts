import type { Person } from '#app/domain/accounts/model'
import { actorOfUser } from '#app/domain/accounts/queries/actor-of-user.server'
import type { Tx } from '#app/platform/db/client.server'
import { isDatabaseAway } from '#app/platform/outage/database-away'
import { database } from '#app/platform/db/database.server'
import { scheduleJob, sendJob, work } from '#app/platform/jobs/jobs.server'
import { log } from '#app/platform/log/log.server'
import { storage } from '#app/platform/storage/storage.server'
import { applyImport } from './apply-import.server'
import { ClaimLost, claimReading, wakeSilent } from './claim.server'
import { stageImport, type Batch } from './stage-import.server'

const importJob = 'import-sites'
const resumeJob = 'resume-imports'

/** Queues the next step of an import in the transaction that asks for it. */
export async function queueImport(tx: Tx, id: string): Promise<void> {
  await sendJob(tx, importJob, { id }, { retryLimit: 0 })
}

/** Lets this process read and apply imports, and goes on with those that a stop or a crash has interrupted. */
export async function startImports(): Promise<void> {
  await work<{ id: string }>(importJob, ({ id }) => runImport(id))
  await work(resumeJob, () => wakeSilent(queueImport, new Date()))
  await scheduleJob(resumeJob, '* * * * *', {})
  await wakeSilent(queueImport, new Date())
}

/** Does what the state of an import asks for, unless another process does it. A fault is logged and told on its page. */
export async function runImport(id: string, now = new Date()): Promise<void> {
  const batch = await database().importBatch.findUnique({ where: { id } })
  if (batch?.state === 'confirmed') return attempt(batch, { state: 'confirmed' }, (actor) => store(actor, batch))
  const claim = batch && (await claimReading(id, now))
  if (!claim) return
  const { readerId } = claim
  await attempt(batch, { state: 'reading', readerId }, (actor) => stageImport(actor, batch, claim, now))
}

async function store(actor: Person, { id, storageKey }: Batch): Promise<void> {
  const outcome = await applyImport(actor, id)
  if (outcome === 'not_allowed') throw new Error('The rights to store the import have gone')
  if (outcome === 'changed') await runImport(id)
  if (outcome === 'applied') await storage().remove(storageKey)
}

/** Tells a fault on the page of the import, as long as it is still in the state that was worked at. */
async function attempt(
  { id, createdById }: Batch,
  mine: { state: 'reading' | 'confirmed'; readerId?: string },
  work: (actor: Person) => Promise<void>,
): Promise<void> {
  try {
    const actor = await actorOfUser(createdById, new Date())
    if (actor.kind !== 'person') throw new Error('Who sent the import may no longer sign in')
    await work(actor)
  } catch (error) {
    if (error instanceof ClaimLost) return
    // It is still in its state, and whoever looks for silent imports goes on with it.
    if (isDatabaseAway(error)) throw error
    log.error({ err: error, import: id }, 'an import failed')
    await database().importBatch.updateMany({
      where: { id, ...mine },
      data: { state: 'failed', faultCode: 'failed' },
    })
  }
}
