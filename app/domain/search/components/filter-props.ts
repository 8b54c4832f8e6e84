import type { PlaceNames } from '#app/domain/search/card-view'
import type { Criteria, Facets } from '#app/domain/search/model'

/** What the fields of the filter bar are drawn from; `total` is how many sites fit now. */
export type FilterProps = { criteria: Criteria; facets: Facets; names: PlaceNames; total: number }
