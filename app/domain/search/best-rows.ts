/** Breaks ties between two rows. */
export type Compare = (left: number, right: number) => number

/** The smallest rows offered so far, as a heap with the last of them on top. */
export class BestRows {
  readonly #count: number
  readonly #tie: Compare
  readonly #rows: number[] = []
  readonly #keys: number[] = []
  /** Keys above need not be offered. */
  worst: number

  constructor(count: number, tie: Compare) {
    this.#count = count
    this.#tie = tie
    this.worst = count > 0 ? Infinity : -Infinity
  }

  /** Takes a row in if it is among the first; says which keys need not be offered any more. */
  offer(row: number, key: number): number {
    if (this.#rows.length < this.#count) {
      this.#rows.push(row)
      this.#keys.push(key)
      this.#rise()
      if (this.#rows.length === this.#count) this.worst = this.#keys[0] as number
    } else if (this.#count > 0 && this.#isBefore(key, row, this.#keys[0] as number, this.#rows[0] as number)) {
      this.#keys[0] = key
      this.#rows[0] = row
      this.#sink()
      this.worst = this.#keys[0]
    }
    return this.worst
  }

  inOrder(): number[] {
    const places = [...this.#rows.keys()]
    places.sort((left, right) => (this.#isAfter(left, right) ? 1 : -1))
    return places.map((place) => this.#rows[place] as number)
  }

  #isBefore(leftKey: number, leftRow: number, rightKey: number, rightRow: number): boolean {
    return leftKey === rightKey ? this.#tie(leftRow, rightRow) < 0 : leftKey < rightKey
  }

  #isAfter(left: number, right: number): boolean {
    const [rows, keys] = [this.#rows, this.#keys]
    return this.#isBefore(keys[right] as number, rows[right] as number, keys[left] as number, rows[left] as number)
  }

  #rise(): void {
    for (let at = this.#rows.length - 1; at > 0;) {
      const parent = (at - 1) >> 1
      if (!this.#isAfter(at, parent)) return
      this.#swap(at, parent)
      at = parent
    }
  }

  #sink(): void {
    for (let at = 0; ;) {
      let last = at
      for (const child of [2 * at + 1, 2 * at + 2]) {
        if (child < this.#rows.length && this.#isAfter(child, last)) last = child
      }
      if (last === at) return
      this.#swap(last, at)
      at = last
    }
  }

  #swap(one: number, other: number): void {
    const [rows, keys] = [this.#rows, this.#keys]
    ;[rows[one], rows[other]] = [rows[other] as number, rows[one] as number]
    ;[keys[one], keys[other]] = [keys[other] as number, keys[one] as number]
  }
}
