import type { Person } from '#app/domain/accounts/model'
import { no, yes, type Verdict } from '#app/domain/kernel/verdict'
import { inTransaction, type Tx } from '#app/platform/db/client.server'
import { database } from '#app/platform/db/database.server'
import type { Prisma } from '#app/platform/db/generated/client'
import { notFound } from '#app/platform/http/not-found.server'
import type { Language } from '#app/platform/i18n/language'
import { storage } from '#app/platform/storage/storage.server'
import { createHash, randomUUID } from 'node:crypto'
import { wakeSilent } from './claim.server'
import { importLimits, type Layout, type Remark } from './model'
import { lockBatch } from './lock-batch.server'
import { importsOf } from './own-imports.server'
import { queueImport } from './run-import.server'

export type NewImport = {
  fileName: string
  bytes: Uint8Array
  /** Null: recognised by its headings. */
  layout: Layout | null
  /** Of the texts in a foreign layout. */
  language: Language
  /** Town of rows that name none. */
  townKey: string | null
}

/**
 * Keeps the file and queues its reading. The same file sent again while its import is not finished leads to that import.
 * Says `file_missing` and `file_too_large`.
 */
export async function startImport(
  actor: Person,
  order: NewImport,
): Promise<Verdict<{ id: string }, 'file_missing' | 'file_too_large'>> {
  const { fileName, bytes, layout, language } = order
  if (bytes.byteLength === 0) return no('file_missing')
  if (bytes.byteLength > importLimits.fileBytes) return no('file_too_large', { max: importLimits.fileBytes })
  const id = randomUUID()
  const file = `${createHash('sha256').update(bytes).digest('hex')}.bin`
  const storageKey = `imports/${id}/${file}`
  await storage().put(storageKey, bytes)
  const same = await inTransaction(database(), async (tx) => {
    // One upload of a person after the other: a form that is sent twice makes one import.
    await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`import/${actor.userId}`}, 0))::text`
    const unfinished = await findUnfinished(tx, actor, file, order)
    if (unfinished !== null) return unfinished
    const name = fileName.replace(/[\p{Cc}\p{Cs}]/gu, '').slice(0, 200)
    const remarks = remarksOf(order) as Prisma.InputJsonArray
    const data = { id, createdById: actor.userId, fileName: name, storageKey, layout, language, remarks }
    await tx.importBatch.create({ data })
    await queueImport(tx, id)
    return null
  })
  if (same !== null) await storage().remove(storageKey)
  return yes({ id: same ?? id })
}

function remarksOf({ townKey }: NewImport): Remark[] {
  return townKey === null ? [] : [{ code: 'town_for_all', params: { town: townKey } }]
}

/** The actor's import of the same file with the same settings that is not stored yet. */
async function findUnfinished(tx: Tx, actor: Person, file: string, order: NewImport): Promise<string | null> {
  const batches = await tx.importBatch.findMany({
    where: {
      createdById: actor.userId,
      state: { in: ['queued', 'reading', 'ready', 'confirmed'] },
      storageKey: { endsWith: `/${file}` },
      language: order.language,
      ...(order.layout === null ? {} : { layout: order.layout }),
    },
    orderBy: { createdAt: 'desc' },
  })
  const townOf = (remarks: Remark[]) => remarks.find(({ code }) => code === 'town_for_all')?.params.town ?? null
  return batches.find(({ remarks }) => townOf(remarks as Remark[]) === order.townKey)?.id ?? null
}

/** Forgets the rows and the file of an import that has made nothing yet. Says `too_late` for one that is confirmed. */
export async function cancelImport(actor: Person, id: string): Promise<Verdict<null, 'too_late'>> {
  const batch = await ownBatch(actor, id)
  const isCancelled = await inTransaction(database(), async (tx) => {
    const { count } = await tx.importBatch.updateMany({
      where: { id, state: { in: ['queued', 'reading', 'ready', 'failed'] } },
      data: { state: 'cancelled', finishedAt: new Date() },
    })
    if (count > 0) await tx.importRow.deleteMany({ where: { batchId: id } })
    return count > 0
  })
  if (!isCancelled) return batch.state === 'cancelled' ? yes(null) : no('too_late')
  await storage().remove(batch.storageKey)
  return yes(null)
}

/** Takes the import as its preview shows it; a job stores it. Sent twice it is done once. Says `nothing` without a row to take. */
export async function confirmImport(
  actor: Person,
  id: string,
  now = new Date(),
): Promise<Verdict<null, 'nothing' | 'not_ready'>> {
  await ownBatch(actor, id)
  return inTransaction(database(), async (tx) => {
    // Locked first: choices for likely duplicates that are being made are finished or refused.
    await lockBatch(tx, id)
    const rows = await tx.importRow.count({ where: { batchId: id, action: { in: ['create', 'update'] } } })
    if (rows === 0) return no('nothing')
    const { count } = await tx.importBatch.updateMany({
      where: { id, state: 'ready' },
      data: { state: 'confirmed', confirmedAt: now },
    })
    if (count > 0) {
      await queueImport(tx, id)
      return yes(null)
    }
    const batch = await tx.importBatch.findUniqueOrThrow({ where: { id } })
    return batch.state === 'confirmed' || batch.state === 'done' ? yes(null) : no('not_ready')
  })
}

/** Reads the file again or goes on storing after something broke. Says `gone` when its file is no longer kept. */
export async function retryImport(actor: Person, id: string, now = new Date()): Promise<Verdict<null, 'gone'>> {
  const batch = await ownBatch(actor, id)
  if (batch.faultCode !== 'failed' && batch.state === 'failed') return no('gone')
  await inTransaction(database(), async (tx) => {
    const { count } = await tx.importBatch.updateMany({
      where: { id, state: 'failed' },
      data: { state: 'queued', faultCode: null, faultParams: {} },
    })
    if (count > 0) await queueImport(tx, id)
  })
  await wakeSilent(queueImport, now, id)
  return yes(null)
}

async function ownBatch(actor: Person, id: string) {
  const isId = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(id)
  const batch = isId ? await database().importBatch.findFirst({ where: { AND: [{ id }, importsOf(actor)] } }) : null
  if (batch === null) throw notFound()
  return batch
}
