import { wordsFor, type RowBits } from './row-bits'

/** Bits of a rank, and how many ranks that makes. */
const planeCount = 4
const rankCount = 1 << planeCount

/** Values that are looked at to part a column into ranks. */
const samples = 4096

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

  /** Compares rows with the rank of a value; to be made anew when a row was added. */
  boundAt(value: number): RankBound {
    return new RankBound(this.#planes, this.rankOf(value))
  }

  #grow(words: number): void {
    this.#planes = this.#planes.map((plane) => {
      const longer = new Int32Array(Math.max(words, Math.ceil(plane.length * 1.5)))
      longer.set(plane)
      return longer
    })
  }
}

/** Rows compared with one rank, 32 at a time and without a branch: a bit of a mask is that of the rank, for every row. */
export class RankBound {
  readonly #planes: readonly RowBits[]
  readonly #masks: Int32Array

  constructor(planes: readonly RowBits[], rank: number) {
    this.#planes = planes
    this.#masks = Int32Array.from(planes, (_, place) => -((rank >>> place) & 1))
  }

  /** Rows of a word that have the rank of the bound. */
  same(word: number): number {
    const [planes, masks] = [this.#planes, this.#masks]
    let other = 0
    for (let place = 0; place < planeCount; place++) {
      other |= ((planes[place] as RowBits)[word] as number) ^ (masks[place] as number)
    }
    return ~other
  }

  /** Rows of a word that have a higher rank than the bound. */
  above(word: number): number {
    const [planes, masks] = [this.#planes, this.#masks]
    let above = 0
    for (let place = 0; place < planeCount; place++) {
      const bits = (planes[place] as RowBits)[word] as number
      const mask = masks[place] as number
      // What a higher place says counts more than what the lower ones have said.
      above = (bits & ~mask) | (above & ~(bits ^ mask))
    }
    return above
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
