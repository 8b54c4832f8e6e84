import type { BBox } from '#app/domain/kernel/geo'
import type { Columns } from './columns'

/** The box around the points of rows, as it grows. */
export class Extent {
  readonly #columns: Pick<Columns, 'lng' | 'lat' | 'blocks'>
  #west = Infinity
  #south = Infinity
  #east = -Infinity
  #north = -Infinity

  constructor(columns: Pick<Columns, 'lng' | 'lat' | 'blocks'>) {
    this.#columns = columns
  }

  /** Takes in the first `count` of the rows, which are all of one block: mostly it is in the box already. */
  add(rows: Uint32Array, count: number, block: number): void {
    const [west, south, east, north] = this.#columns.blocks.boxOf(block)
    if (west >= this.#west && south >= this.#south && east <= this.#east && north <= this.#north) return
    const { lng, lat } = this.#columns
    for (let at = 0; at < count; at++) {
      const row = rows[at] as number
      const x = lng[row] as number
      const y = lat[row] as number
      // Rows without a point (NaN) change nothing.
      if (x < this.#west) this.#west = x
      if (x > this.#east) this.#east = x
      if (y < this.#south) this.#south = y
      if (y > this.#north) this.#north = y
    }
  }

  /** The box; null when no row had a point. */
  get box(): BBox | null {
    return this.#west === Infinity ? null : [this.#west, this.#south, this.#east, this.#north]
  }
}
