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

/** SHA-256 of what was and what is, hex: the part that may be erased later, for which the digest then stands. */
export function digestOf({ before, after }: EntryText): string {
  return sha256(JSON.stringify([before, after]))
}

/** SHA-256 that ties an entry, with its digest and its place, to everything before it, hex. */
export function chain(earlierHash: string, position: bigint, entry: EntryText, digest: string): string {
  const { id, at, actor, behalf, requestId, address, tableName, rowKey, operation } = entry
  const said = [id, at, actor, behalf, requestId, address, tableName, rowKey, operation, digest]
  return sha256(JSON.stringify([earlierHash, String(position), ...said]))
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
