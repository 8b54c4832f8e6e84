import type { PlaceNames } from '#app/domain/search/card-view'
import type { Criteria, Facets, Presets } from '#app/domain/search/model'

/** What the fields of the filter bar are drawn from; `total` is how many sites fit now. */
export type FilterProps = { criteria: Criteria; facets: Facets; presets: Presets; names: PlaceNames; total: number }
