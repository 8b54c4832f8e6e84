import { wordsFor, type RowBits } from './row-bits'

/** Bits of a rank, and how many ranks that makes. */
const planeCount = 4
const rankCount = 1 << planeCount

/** Values that are looked at to part a column into ranks. */
const samples = 4096

/** Rows of 32 whose rank is above, and whose rank is, the one that was asked for. */
export type Compared = { above: number; same: number }

/**
 * Roughly how large the values of a column are: sixteen ranks of about as many rows each, as bits by place (a bit-sliced
 * index). Whether a row is above a bound is known from its rank, but for the rows that share the rank of the bound; so
 * only a sixteenth of the values has to be read.
 */
export class Ranks {
  /** The smallest value of each rank but the first. */
  readonly #steps: Float32Array
  #planes: RowBits[]

  /** `column` is what there is at the start; unknown values (NaN) have any rank. */
  constructor(column: Float32Array, size: number) {
    this.#steps = chooseSteps(column, size)
    this.#planes = Array.from({ length: planeCount }, () => new Int32Array(wordsFor(size)))
    for (let row = 0; row < size; row++) this.add(row, column[row] as number)
  }

  /** Takes in the value of a row. */
  add(row: number, value: number): void {
    const word = row >>> 5
    if (word >= (this.#planes[0] as RowBits).length) this.#grow(word + 1)
    const rank = this.rankOf(value)
    for (let place = 0; place < planeCount; place++) {
      const plane = this.#planes[place] as RowBits
      plane[word] = (plane[word] as number) | (((rank >>> place) & 1) << (row & 31))
    }
  }

  /** The rank of a value; 0 for NaN. */
  rankOf(value: number): number {
    let rank = 0
    while (rank < this.#steps.length && value >= (this.#steps[rank] as number)) rank += 1
    return rank
  }

  /** Compares the rows of one word with a rank. */
  compare(word: number, rank: number, into: Compared): void {
    let [above, same] = [0, -1]
    for (let place = planeCount - 1; place >= 0; place--) {
      const bits = (this.#planes[place] as RowBits)[word] as number
      if ((rank >>> place) & 1) same &= bits
      else {
        above |= same & bits
        same &= ~bits
      }
    }
    into.above = above
    into.same = same
  }

  #grow(words: number): void {
    this.#planes = this.#planes.map((plane) => {
      const longer = new Int32Array(Math.max(words, Math.ceil(plane.length * 1.5)))
      longer.set(plane)
      return longer
    })
  }
}

/** Values that part the known ones of a column into as many parts as there are ranks. */
function chooseSteps(column: Float32Array, size: number): Float32Array {
  const step = Math.max(1, Math.floor(size / samples))
  const known: number[] = []
  for (let row = 0; row < size; row += step) if (!Number.isNaN(column[row])) known.push(column[row] as number)
  const sorted = Float32Array.from(known).sort()
  const steps = Array.from(
    { length: rankCount - 1 },
    (_, index) => sorted[Math.floor(((index + 1) * sorted.length) / rankCount)],
  )
  return Float32Array.from(new Set(steps.filter((value) => value !== undefined)))
}
