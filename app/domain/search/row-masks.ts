import { wordsFor, type RowBits } from './row-bits'

/** For each value of some property the set of rows that have it. All sets are as long as the longest. */
export class RowMasks {
  #masks: RowBits[] = []
  #none: RowBits

  /** `rows`: for so many rows there is room from the start. */
  constructor(rows: number) {
    this.#none = new Int32Array(wordsFor(rows))
  }

  /** Puts a row into the set of a value, a small whole number. */
  add(row: number, value: number): void {
    const word = row >>> 5
    if (word >= this.#none.length) this.reserve(row + 1)
    let mask = this.#masks[value]
    if (mask === undefined) {
      while (this.#masks.length < value) this.#masks.push(this.#none)
      this.#masks[value] = mask = new Int32Array(this.#none.length)
    } else if (mask === this.#none) this.#masks[value] = mask = new Int32Array(this.#none.length)
    mask[word] = (mask[word] as number) | (1 << (row & 31))
  }

  /** Makes the sets long enough for so many rows, as they have to be before they are asked. */
  reserve(rows: number): void {
    const { length } = this.#none
    if (wordsFor(rows) <= length) return
    const room = Math.max(wordsFor(rows), Math.ceil(length * 1.5))
    const before = this.#none
    this.#none = new Int32Array(room)
    this.#masks = this.#masks.map((mask) => {
      if (mask === before) return this.#none
      const longer = new Int32Array(room)
      longer.set(mask)
      return longer
    })
  }

  /** The rows that have the value: none for a value that no row has. Not to be changed, and not to be kept. */
  of(value: number): RowBits {
    return this.#masks[value] ?? this.#none
  }
}
