import { criteria as briefCriteria, type Brief } from '#app/domain/matching/model'
import { readBrief } from '#app/domain/matching/schema'
import { writeCriteria } from '#app/domain/search/address'
import { askedUtilities, type Criteria } from '#app/domain/search/model'
import { emptyCriteria, type KnownKeys } from '#app/domain/search/schema'

/**
 * What of a search is noted: the kind of thing that is needed, never words or a place on the map. Null when it asks for
 * no quantity, since it then tells an akimat nothing that could be brought.
 */
export function demandQuery(criteria: Criteria): string | null {
  const asksQuantity =
    criteria.areaMin !== null ||
    criteria.plotMin !== null ||
    criteria.heightMin !== null ||
    askedUtilities.some((kind) => criteria.free[kind] !== null)
  if (!asksQuantity) return null
  const { sectors, kinds, regions, towns, tenures, rail, areaMin, plotMin, free, heightMin } = criteria
  return writeCriteria({
    ...emptyCriteria(),
    ...{ sectors, kinds, regions, towns, tenures, rail, areaMin, plotMin, free, heightMin },
  }).toString()
}

/** The brief that asks what a noted search asked: everything that a search asks for is a must. */
export function briefOfSearch(query: string, known: KnownKeys): Brief {
  const { brief } = readBrief(new URLSearchParams(query), known)
  for (const criterion of briefCriteria) {
    const need = brief.needs[criterion]
    if (need) need.importance = 'must'
  }
  return brief
}
