import type { Blocks } from './blocks'
import type { CardStore } from './card-store'
import type { KeyList } from './key-list'
import type { Masks } from './masks'
import type { Places } from './row'
import type { RowArrays } from './row-arrays'
import type { TextIndex } from './text-index'

/**
 * The catalogue as columns: position `i` of each is row `i`, for `i < size`. Quantities are rounded to 32 bits
 * (`Math.fround`), and what they are compared with has to be rounded alike; unknown ones are NaN, those that do not
 * apply -1 (`absent`). Coordinates and moments are exact. A key column holds the position of the key in its list. A row
 * is never changed: a site that changes gets a new one, and its old one stops being live.
 */
export type Columns = RowArrays & {
  /** Rows written, and how many of them are live. */
  size: number
  live: number
  /** Rises with every change of a row, so that whoever keeps an answer sees when it is old. */
  version: number
  places: Places
  /** What the codes of these columns stand for, also of rows that are gone; `codes` knows which of them are in use. */
  keys: {
    region: readonly string[]
    town: readonly string[]
    incentive: readonly string[]
    /** Positions in `region` and `town` that go together. */
    place: readonly (readonly [region: number, town: number])[]
    /** Sets of positions in `incentive`. */
    incentiveSets: readonly (readonly number[])[]
  }
  codes: {
    region: KeyList<string>
    town: KeyList<string>
    incentive: KeyList<string>
    incentives: KeyList<number[]>
    place: KeyList<[region: number, town: number]>
  }
  cards: CardStore
  text: TextIndex
  blocks: Blocks
  masks: Masks
  /** Rows by their last confirmation, the latest first, as far as they were there when the columns were made. */
  recency: Uint32Array
}
