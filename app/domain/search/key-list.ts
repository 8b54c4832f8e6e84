/** Codes are 16 bits wide. */
const mostKeys = 1 << 16

/** Numbers the values that rows have, in the order in which they come, and counts the rows of each. */
export class KeyList<Value> {
  readonly values: Value[] = []
  /** How many rows have the value of that number. */
  readonly uses: number[] = []
  readonly #codes = new Map<string, number>()

  /** The number of a value, which `key` names, for one more row. Throws a RangeError beyond 65,536 values. */
  take(key: string, value: Value): number {
    let code = this.#codes.get(key)
    if (code === undefined) {
      if (this.values.length === mostKeys) throw new RangeError('more than 65,536 values of a column')
      code = this.values.push(value) - 1
      this.#codes.set(key, code)
    }
    this.uses[code] = (this.uses[code] ?? 0) + 1
    return code
  }

  /** One row less has that value. */
  release(code: number): void {
    this.uses[code] = (this.uses[code] ?? 1) - 1
  }
}
