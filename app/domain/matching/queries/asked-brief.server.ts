import type { Actor } from '#app/domain/accounts/model'
import type { Ignored } from '#app/domain/search/schema'
import type { Brief } from '../model'
import { BriefIdSchema, BriefKeySchema } from '../page-schema'
import { parseBrief } from '../queries.server'
import { writeBrief } from '../schema'
import { readSavedBrief } from './saved-briefs.server'

export type AskedBrief = {
  brief: Brief | null
  /** Parameters that name the brief again. */
  about: [string, string][]
  toBrief: string | null
  ignored: Ignored[]
  /** The link names a brief that does not open. */
  isGone: boolean
}

/** The brief of an address: a saved one, or one that stands in it; `pageNames` are parameters that mean something else. */
export async function readAskedBrief(
  actor: Actor,
  query: URLSearchParams,
  pageNames: readonly string[],
): Promise<AskedBrief> {
  if (query.has('brief')) {
    const id = BriefIdSchema.safeParse(query.get('brief'))
    const key = BriefKeySchema.parse(query.get('key'))
    const found = id.success ? await readSavedBrief(actor, { id: id.data, key }) : null
    if (found === null) return { brief: null, about: [], toBrief: null, ignored: [], isGone: true }
    const keyed: [string, string][] = key === null ? [] : [['key', key]]
    const toBrief = `/briefs/${found.id}${key === null ? '' : `?${new URLSearchParams(keyed)}`}`
    return { brief: found.brief, about: [['brief', found.id], ...keyed], toBrief, ignored: [], isGone: false }
  }
  const { brief, ignored } = await parseBrief(actor, query, pageNames)
  const about = [...writeBrief(brief)]
  const isAsking = Object.keys(brief.needs).length > 0
  const toBrief = isAsking ? `/briefs/new?${new URLSearchParams(about)}` : null
  return { brief: isAsking ? brief : null, about, toBrief, ignored, isGone: false }
}
