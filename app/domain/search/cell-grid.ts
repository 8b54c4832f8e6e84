/**
 * Sums of places by cell of a grid that has no edge: cells are found by a hash table of numbers, and places that follow
 * each other are mostly in the same cell. `x` and `y` are of the unit square of web mercator.
 */
export class CellGrid {
  readonly #perUnit: number
  #slots = new Int32Array(1024).fill(-1)
  #lastLine = Number.NaN
  #lastColumn = Number.NaN
  #last = -1
  length = 0
  /** By cell: where it is, how many places, their sums, the box around them in degrees, and the first row. */
  lines = new Float64Array(256)
  columns = new Float64Array(256)
  counts = new Uint32Array(256)
  rows = new Uint32Array(256)
  xs = new Float64Array(256)
  ys = new Float64Array(256)
  boxes = new Float64Array(4 * 256)

  constructor(cellSize: number) {
    this.#perUnit = 1 / cellSize
  }

  add(row: number, x: number, y: number, lng: number, lat: number): void {
    const column = Math.floor(x * this.#perUnit)
    const line = Math.floor(y * this.#perUnit)
    if (column !== this.#lastColumn || line !== this.#lastLine) {
      this.#last = this.#cellAt(column, line)
      this.#lastColumn = column
      this.#lastLine = line
    }
    const cell = this.#last
    if (this.counts[cell] === 0) this.rows[cell] = row
    this.counts[cell] = (this.counts[cell] as number) + 1
    this.xs[cell] = (this.xs[cell] as number) + x
    this.ys[cell] = (this.ys[cell] as number) + y
    this.#widen(4 * cell, lng, lat, lng, lat)
  }

  /** The cell there; -1 when no place is in it. */
  find(column: number, line: number): number {
    return this.#slots[this.#slotOf(column, line)] as number
  }

  /** Adds the places of one cell to another. */
  merge(into: number, from: number): void {
    this.counts[into] = (this.counts[into] as number) + (this.counts[from] as number)
    this.xs[into] = (this.xs[into] as number) + (this.xs[from] as number)
    this.ys[into] = (this.ys[into] as number) + (this.ys[from] as number)
    const [west = 0, south = 0, east = 0, north = 0] = this.boxes.subarray(4 * from, 4 * from + 4)
    this.#widen(4 * into, west, south, east, north)
  }

  #widen(at: number, west: number, south: number, east: number, north: number): void {
    const { boxes } = this
    if (west < (boxes[at] as number)) boxes[at] = west
    if (south < (boxes[at + 1] as number)) boxes[at + 1] = south
    if (east > (boxes[at + 2] as number)) boxes[at + 2] = east
    if (north > (boxes[at + 3] as number)) boxes[at + 3] = north
  }

  #cellAt(column: number, line: number): number {
    const slot = this.#slotOf(column, line)
    const known = this.#slots[slot] as number
    if (known !== -1) return known
    if (this.length === this.counts.length) this.#grow()
    const cell = this.length++
    this.lines[cell] = line
    this.columns[cell] = column
    this.boxes.set([Infinity, Infinity, -Infinity, -Infinity], 4 * cell)
    if (this.length * 2 > this.#slots.length) this.#rehash()
    else this.#slots[slot] = cell
    return cell
  }

  /** Slot of a cell, or the free one in which it would be. */
  #slotOf(column: number, line: number): number {
    const mask = this.#slots.length - 1
    let slot = (Math.imul(column, 0x9e3779b1) ^ Math.imul(line, 0x85ebca6b)) & mask
    for (; ; slot = (slot + 1) & mask) {
      const cell = this.#slots[slot] as number
      if (cell === -1 || (this.columns[cell] === column && this.lines[cell] === line)) return slot
    }
  }

  #rehash(): void {
    this.#slots = new Int32Array(this.#slots.length * 2).fill(-1)
    for (let cell = 0; cell < this.length; cell++) {
      this.#slots[this.#slotOf(this.columns[cell] as number, this.lines[cell] as number)] = cell
    }
  }

  #grow(): void {
    const grown = <List extends Float64Array | Uint32Array>(list: List): List => {
      const larger = new (list.constructor as new (length: number) => List)(list.length * 2)
      larger.set(list)
      return larger
    }
    this.lines = grown(this.lines)
    this.columns = grown(this.columns)
    this.counts = grown(this.counts)
    this.rows = grown(this.rows)
    this.xs = grown(this.xs)
    this.ys = grown(this.ys)
    this.boxes = grown(this.boxes)
  }
}
