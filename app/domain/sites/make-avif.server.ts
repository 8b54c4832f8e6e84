import type { Db, Tx } from '#app/platform/db/client.server'
import { database } from '#app/platform/db/database.server'
import { sendJob, work } from '#app/platform/jobs/jobs.server'
import { storeAvif } from '#app/platform/storage/images.server'
import type { Storage } from '#app/platform/storage/model'
import { storage } from '#app/platform/storage/storage.server'

const makeAvifJob = 'make-avif'

/** AVIF takes a second per photograph, so it is made after the upload; until then WebP is given out. */
export async function queueAvif(tx: Tx | Db, sha256: string): Promise<void> {
  await sendJob(tx, makeAvifJob, { sha256 }, { retryLimit: 3, retryDelay: 60, retryBackoff: true })
}

/** Lets this process make what is queued, and queues the photographs that an earlier one left without. */
export async function startMakingAvif(): Promise<void> {
  await work<{ sha256: string }>(makeAvifJob, ({ sha256 }) => makeAvif(database(), storage(), sha256))
  const missing = await database().siteFile.findMany({
    where: { kind: 'photo', hasAvif: false },
    distinct: ['sha256'],
    select: { sha256: true },
  })
  for (const { sha256 } of missing) await queueAvif(database(), sha256)
}

/** Makes the AVIF variants of a photograph, once for all sites that show it. A picture that is not stored stays without. */
export async function makeAvif(db: Db, storage: Storage, sha256: string): Promise<void> {
  const file = await db.siteFile.findFirst({
    where: { sha256, kind: 'photo', hasAvif: false },
    select: { widths: true },
  })
  if (file === null || !(await storeAvif(sha256, file.widths, storage))) return
  await db.siteFile.updateMany({ where: { sha256, kind: 'photo' }, data: { hasAvif: true } })
}
