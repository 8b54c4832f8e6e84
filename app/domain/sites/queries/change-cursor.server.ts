import type { SystemActor } from '#app/domain/accounts/model'
import type { SiteMark } from '#app/domain/sites/public-site'
import type { Tx } from '#app/platform/db/client.server'
import { database } from '#app/platform/db/database.server'
import { listSiteMarks } from './published-rows.server'

/** A transaction that began long ago may commit a change with an old date; nodes' clocks differ a little, too. */
const overlapMs = 5 * 60_000

/**
 * Marks of the sites that changed since the reader `name` looked last; what changed shortly before comes again, so the
 * reader must know what it has done. Empty at its first look, which only begins.
 */
export async function listChangesFor(by: SystemActor, name: string, now: Date): Promise<SiteMark[]> {
  const cursor = await database().changeCursor.findUnique({ where: { name } })
  if (cursor !== null) return listSiteMarks(by, new Date(cursor.readUntil.getTime() - overlapMs))
  await database().changeCursor.createMany({ data: { name, readUntil: now }, skipDuplicates: true })
  return []
}

/** Remembers that the reader has seen everything until `now`, in the transaction that writes what came of it. */
export async function moveCursor(tx: Tx, name: string, now: Date): Promise<void> {
  // Another node may have read further meanwhile.
  await tx.changeCursor.updateMany({ where: { name, readUntil: { lt: now } }, data: { readUntil: now } })
}
