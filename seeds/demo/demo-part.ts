import type { Tx } from '#app/platform/db/client.server'
import type { Storage } from '#app/platform/storage/model'
import type { Reference } from '#seeds/reference/reference-data'

export type DemoContext = { now: Date; storage: Storage; reference: Reference }

/**
 * A part of the demo that is written once per database: people who try the product change it afterwards, so a new
 * edition never touches one that is there. `prepare` does the slow work (pictures, hashes) before the transaction that
 * `write` runs in.
 */
export type DemoPart<Prepared> = {
  key: string
  prepare(context: DemoContext): Promise<Prepared>
  write(tx: Tx, prepared: Prepared, context: DemoContext): Promise<void>
}
