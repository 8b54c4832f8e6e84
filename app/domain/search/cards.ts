import type { Columns } from './columns'
import { readFreshness, type FreshnessEdges } from './freshness'
import type { Dossier } from '#app/domain/sites/model'
import type { SiteCard } from './model'

/** The card of a row as lists show it at that moment. Throws a RangeError for a row that there is not. */
export function readCard(columns: Columns, row: number, edges: FreshnessEdges): SiteCard {
  const found = columns.rows[row]
  if (!found) throw new RangeError(`no row ${row}`)
  return { ...found.card, freshness: readFreshness(found.confirmByMs, edges) }
}

/** What the akimat promises for the site of a row. Throws a RangeError for a row that there is not. */
export function readCommitments(columns: Columns, row: number): Dossier['commitments'] {
  const found = columns.rows[row]
  if (!found) throw new RangeError(`no row ${row}`)
  return found.commitments
}
