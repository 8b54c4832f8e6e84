import type { BBox } from '#app/domain/kernel/geo'
import { wordRows } from './row-bits'

/** Rows of a block: few enough for their marks to stay in the nearest cache, many enough to be worth a look. */
export const blockRows = 1024

/** Words of a set that a block takes. */
export const blockWords = blockRows / wordRows

/**
 * What is known of every 1024 rows without looking at them: the box around their points. Rows lie in an order in which
 * neighbours on the ground are neighbours in memory, so most blocks are small on the map.
 */
export class Blocks {
  #edges = new Float64Array(0)
  #unplaced = new Uint8Array(0)

  /** Takes a row's point in; NaN is a row without one. */
  add(row: number, lng: number, lat: number): void {
    const block = Math.floor(row / blockRows)
    this.#reserve(block)
    if (Number.isNaN(lng) || Number.isNaN(lat)) {
      this.#unplaced[block] = 1
      return
    }
    const [west, south, east, north] = this.boxOf(block)
    this.#edges.set([Math.min(west, lng), Math.min(south, lat), Math.max(east, lng), Math.max(north, lat)], 4 * block)
  }

  /** Box around the points of a block; the edges are the wrong way round when no row has one. */
  boxOf(block: number): BBox {
    const at = 4 * block
    return [
      this.#edges[at] ?? Infinity,
      this.#edges[at + 1] ?? Infinity,
      this.#edges[at + 2] ?? -Infinity,
      this.#edges[at + 3] ?? -Infinity,
    ]
  }

  /** Whether no row of a block can be in a box; rows without a point leave that open, so their blocks are not outside. */
  isOutside(block: number, [west, south, east, north]: BBox): boolean {
    if (this.#unplaced[block] === 1) return false
    const [left, bottom, right, top] = this.boxOf(block)
    return left > east || right < west || bottom > north || top < south
  }

  /** Whether all rows of a block that have a point are in a box. */
  isInside(block: number, [west, south, east, north]: BBox): boolean {
    const [left, bottom, right, top] = this.boxOf(block)
    return left >= west && right <= east && bottom >= south && top <= north
  }

  #reserve(block: number): void {
    if (block < this.#unplaced.length) return
    const room = Math.max(16, block * 2)
    const edges = new Float64Array(4 * room)
    for (let index = this.#edges.length; index < edges.length; index++)
      edges[index] = index % 4 < 2 ? Infinity : -Infinity
    edges.set(this.#edges)
    this.#edges = edges
    const unplaced = new Uint8Array(room)
    unplaced.set(this.#unplaced)
    this.#unplaced = unplaced
  }
}
