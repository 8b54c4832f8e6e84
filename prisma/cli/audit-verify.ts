import { parseArgs } from 'node:util'
import { verifyLedger, type Anchor, type BreakCode } from '#app/domain/ledger/verify.server'
import { createPrisma } from '#app/platform/db/client.server'
import type { DatabasePlace } from './database-place'

const meanings: Record<BreakCode, string> = {
  missing: 'the entry that stood here is gone',
  altered: 'the entry here is not the one that was chained',
  cut_off: 'the chain does not reach the end that was noted in the database',
  not_as_noted: 'the chain is not the one that --head tells of',
}

/**
 * `audit-verify [--head <position>:<hash>]`: walks the ledger and names its first broken link. With `--head`, what an
 * earlier run printed, it also notices a ledger that was written anew from the start.
 */
export async function verify({ url }: DatabasePlace, args: string[]): Promise<void> {
  const { head } = parseArgs({ args, options: { head: { type: 'string' } } }).values
  const db = createPrisma(url)
  const result = await verifyLedger(db, head === undefined ? undefined : readAnchor(head)).finally(() =>
    db.$disconnect(),
  )
  if (result.broken !== null) {
    const { position, id, why } = result.broken
    throw new Error(`The ledger is broken at link ${position}${id ? ` (entry ${id})` : ''}: ${meanings[why]}`)
  }
  const { entries, unsealed, erased } = result
  console.log(`The ledger is whole: ${entries} entries (${erased} of them erased), ${unsealed} not chained yet`)
  console.log(`--head ${result.head.position}:${result.head.hash}`)
}

function readAnchor(text: string): Anchor {
  const [, position, hash] = /^(\d{1,18}):([0-9a-f]{64})$/.exec(text) ?? []
  if (position === undefined || hash === undefined)
    throw new Error('--head is <position>:<hash>, as this command prints it')
  return { position: BigInt(position), hash }
}
