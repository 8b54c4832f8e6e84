import { isDatabaseAway } from './database-away'

/**
 * The last answers of a read that is public, given again while the database is away; what nobody asked for lately is
 * forgotten first. The database is asked whenever it is there.
 */
export class KeptWhileAway<Value> {
  readonly #kept = new Map<string, Value>()

  constructor(private readonly most: number) {}

  /** What `read` gives; while the database is away, what it gave last under this key, else its error. */
  async read(key: string, read: () => Promise<Value>): Promise<Value> {
    try {
      const value = await read()
      this.#keep(key, value)
      return value
    } catch (error) {
      const kept = this.#kept.get(key)
      if (kept === undefined || !isDatabaseAway(error)) throw error
      return kept
    }
  }

  #keep(key: string, value: Value): void {
    this.#kept.delete(key)
    this.#kept.set(key, value)
    const [oldest] = this.#kept.keys()
    if (this.#kept.size > this.most && oldest !== undefined) this.#kept.delete(oldest)
  }
}
