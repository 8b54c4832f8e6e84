import { createHash } from 'node:crypto'

/** An entry as the database writes it out as text, so that every machine digests the same bytes. */
export type EntryText = {
  id: string
  /** Milliseconds since 1970 */
  at: string
  actor: string
  behalf: string | null
  requestId: string | null
  address: string | null
  tableName: string
  rowKey: string
  operation: string
  before: string | null
  after: string | null
}

/** What the first entry is chained to. */
export const genesis = '0'.repeat(64)

/** SHA-256 of what an entry says, hex. */
export function digestOf(entry: EntryText): string {
  const { id, at, actor, behalf, requestId, address, tableName, rowKey, operation, before, after } = entry
  return sha256(
    JSON.stringify([id, at, actor, behalf, requestId, address, tableName, rowKey, operation, before, after]),
  )
}

/** SHA-256 that ties an entry to everything before it, hex. */
export function chain(earlierHash: string, position: bigint, digest: string): string {
  return sha256(`${earlierHash}\n${position}\n${digest}`)
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
