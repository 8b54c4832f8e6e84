import type { Removable } from '#app/domain/search/active'
import type { CardView, PlaceNames } from '#app/domain/search/card-view'
import type { Criteria, Facets, Presets, SearchAnswer } from '#app/domain/search/model'
import type { Ignored } from '#app/domain/search/schema'

/** Everything the search page shows, as its loader gives it. */
export type SearchData = Pick<SearchAnswer, 'total' | 'page' | 'size' | 'openTotal' | 'extent'> & {
  criteria: Criteria
  ignored: Ignored[]
  items: CardView[]
  open: CardView[]
  /** The nearest of the `almostTotal` sites that miss only quantities. */
  almost: CardView[]
  almostTotal: number
  presets: Presets
  facets: Facets
  names: PlaceNames
  /** Only when nothing fits: what the search would find without one of its criteria. */
  waysOut: (Removable & { total: number })[]
  /** On a phone, which of the two is on the screen. */
  view: 'list' | 'map'
  styleUrl: string | null
}
