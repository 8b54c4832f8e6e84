/** The best rows of many, without sorting all of them: `best` gives them in order. */
export type Selection = {
  offer: (row: number, key: number) => void
  /** The key below which nothing is taken any more. */
  worst: () => number
  best: () => number[]
}

/**
 * Selection of at most `limit` rows. A larger key is better; equal keys are ordered by `compareRows`, so that an answer
 * does not depend on the order in which rows are offered.
 */
export function makeSelection(limit: number, compareRows: (left: number, right: number) => number): Selection {
  const rows: number[] = []
  const keys: number[] = []
  const isWorse = (left: number, right: number) => {
    const difference = (keys[left] as number) - (keys[right] as number)
    return difference === 0 ? compareRows(rows[left] as number, rows[right] as number) > 0 : difference < 0
  }
  const swap = (left: number, right: number) => {
    ;[rows[left], rows[right]] = [rows[right] as number, rows[left] as number]
    ;[keys[left], keys[right]] = [keys[right] as number, keys[left] as number]
  }
  // A heap with the worst on top.
  const rise = (start: number) => {
    for (let at = start; at > 0;) {
      const parent = (at - 1) >> 1
      if (!isWorse(at, parent)) return
      swap(at, parent)
      at = parent
    }
  }
  const sink = () => {
    for (let at = 0; ;) {
      const [left, right] = [2 * at + 1, 2 * at + 2]
      let worst = at
      if (left < rows.length && isWorse(left, worst)) worst = left
      if (right < rows.length && isWorse(right, worst)) worst = right
      if (worst === at) return
      swap(at, worst)
      at = worst
    }
  }
  return {
    offer(row, key) {
      if (rows.length < limit) {
        rows.push(row)
        keys.push(key)
        rise(rows.length - 1)
        return
      }
      const worst = keys[0]
      if (worst === undefined || key < worst) return
      if (key === worst && compareRows(row, rows[0] as number) > 0) return
      rows[0] = row
      keys[0] = key
      sink()
    },
    worst: () => (rows.length < limit ? -Infinity : (keys[0] ?? Infinity)),
    best: () =>
      rows
        .map((row, at) => ({ row, key: keys[at] as number }))
        .sort((left, right) => right.key - left.key || compareRows(left.row, right.row))
        .map(({ row }) => row),
  }
}
