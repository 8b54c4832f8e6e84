import type { Actor } from '#app/domain/accounts/model'
import { listKnownKeys } from '#app/domain/search/queries.server'
import { readBrief, type ReadBrief } from './schema'

/** The brief of an address, checked against the regions, towns and measures that exist; see `readBrief`. */
export async function parseBrief(
  _actor: Actor,
  params: URLSearchParams,
  otherNames: readonly string[] = [],
): Promise<ReadBrief> {
  return readBrief(params, await listKnownKeys(), otherNames)
}
