/** Reproducible choices: the same name gives the same sequence on every machine. */
export type Random = {
  /** At least 0, less than 1. */
  next(): number
  /** Whole number from `low` to `high`, both included. */
  whole(low: number, high: number): number
  /** Number from `low` to `high`, rounded to `step`. */
  between(low: number, high: number, step: number): number
  chance(share: number): boolean
  pick<Item>(items: readonly Item[]): Item
  /** One of the items, as often as its weight says. */
  weigh<Item>(items: readonly (readonly [item: Item, weight: number])[]): Item
}

export function createRandom(name: string): Random {
  let state = hashName(name)
  const next = () => {
    // mulberry32
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const whole = (low: number, high: number) => low + Math.floor(next() * (high - low + 1))
  return {
    next,
    whole,
    between: (low, high, step) => Number((Math.round((low + next() * (high - low)) / step) * step).toFixed(4)),
    chance: (share) => next() < share,
    pick: (items) => choose(items, whole(0, items.length - 1)),
    weigh: (items) => {
      let rest = next() * items.reduce((sum, [, weight]) => sum + weight, 0)
      const found = items.find(([, weight]) => (rest -= weight) < 0)
      return (found ?? choose(items, 0))[0]
    },
  }
}

function choose<Item>(items: readonly Item[], index: number): Item {
  const item = items[index]
  if (item === undefined) throw new RangeError('nothing to choose from')
  return item
}

/** FNV-1a, 32 bits. */
function hashName(name: string): number {
  let hash = 0x811c9dc5
  for (const letter of name) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193)
  return hash >>> 0
}
