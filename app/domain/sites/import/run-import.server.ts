import { actorOfUser } from '#app/domain/accounts/queries/actor-of-user.server'
import type { Tx } from '#app/platform/db/client.server'
import { database } from '#app/platform/db/database.server'
import { scheduleJob, sendJob, work } from '#app/platform/jobs/jobs.server'
import { log } from '#app/platform/log/log.server'
import { storage } from '#app/platform/storage/storage.server'
import { applyImport } from './apply-import.server'
import { stageImport } from './stage-import.server'

const importJob = 'import-sites'
const resumeJob = 'resume-imports'
/** An import that nobody has touched for so long belongs to a process that died. */
export const silentAfterMs = 60_000

/** Queues the next step of an import in the transaction that asks for it. */
export async function queueImport(tx: Tx, id: string): Promise<void> {
  await sendJob(tx, importJob, { id }, { retryLimit: 0 })
}

/** Lets this process read and apply imports, and goes on with those that a stop or a crash has interrupted. */
export async function startImports(): Promise<void> {
  await work<{ id: string }>(importJob, ({ id }) => runImport(id))
  await work(resumeJob, () => resumeImports())
  await scheduleJob(resumeJob, '* * * * *', {})
  await resumeImports()
}

/** Does what the state of an import asks for. A fault is logged and told on its page. */
export async function runImport(id: string): Promise<void> {
  const db = database()
  const batch = await db.importBatch.findUnique({ where: { id } })
  if (batch === null) return
  const actor = await actorOfUser(batch.createdById, new Date())
  try {
    if (actor.kind !== 'person') return await fail(id)
    if (batch.state === 'queued' || batch.state === 'reading') await stageImport(actor, batch)
    if (batch.state !== 'confirmed') return
    const outcome = await applyImport(actor, id)
    if (outcome === 'not_allowed') await fail(id)
    if (outcome === 'changed') await runImport(id)
    if (outcome === 'applied') await storage().remove(batch.storageKey)
  } catch (error) {
    log.error({ err: error, import: id }, 'an import failed')
    await fail(id)
  }
}

async function fail(id: string): Promise<void> {
  await database().importBatch.updateMany({
    where: { id, state: { in: ['queued', 'reading', 'confirmed'] } },
    data: { state: 'failed', faultCode: 'failed' },
  })
}

async function resumeImports(now = new Date()): Promise<void> {
  const silent = { lt: new Date(now.getTime() - silentAfterMs) }
  const db = database()
  const stopped = await db.importBatch.findMany({
    where: { state: { in: ['queued', 'reading', 'confirmed'] }, updatedAt: silent },
    select: { id: true },
  })
  for (const { id } of stopped) {
    // Claimed by its touch: of several processes one goes on.
    const { count } = await db.importBatch.updateMany({ where: { id, updatedAt: silent }, data: { updatedAt: now } })
    if (count > 0) await db.$transaction((tx) => queueImport(tx, id))
  }
}
