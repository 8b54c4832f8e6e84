import type { Actor } from '#app/domain/accounts/model'
import { readColumns } from '#app/domain/search/catalogue.server'
import { freshnessEdges } from '#app/domain/search/freshness'
import type { SiteCard } from '#app/domain/search/model'
import { readFacts } from '../catalogue-facts'
import type { SiteFacts } from '../facts'

/** Cards and facts of the public sites of a town at `now`, those that lapsed left out. */
export async function readTownFacts(
  _actor: Actor,
  townKey: string,
  now: Date,
): Promise<{ card: SiteCard; facts: SiteFacts }[]> {
  const columns = await readColumns()
  const edges = freshnessEdges(now)
  const town = columns.keys.town.indexOf(townKey)
  const rows = Array.from({ length: columns.size }, (_, row) => row)
  return rows
    .filter((row) => columns.town[row] === town)
    .map((row) => readFacts(columns, row, edges))
    .filter(({ facts }) => facts.freshness !== 'lapsed')
}
