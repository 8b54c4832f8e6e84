/** A list of rows that grows. */
export class RowList {
  #rows = new Uint32Array(256)
  length = 0

  /** Appends the first `count` of the rows. */
  append(rows: Uint32Array, count: number): void {
    this.#reserve(this.length + count)
    this.#rows.set(rows.subarray(0, count), this.length)
    this.length += count
  }

  /** The rows so far; pushing more may leave them behind. */
  get rows(): Uint32Array {
    return this.#rows.subarray(0, this.length)
  }

  #reserve(length: number): void {
    if (length <= this.#rows.length) return
    const larger = new Uint32Array(Math.max(length, this.#rows.length * 2))
    larger.set(this.#rows)
    this.#rows = larger
  }
}
