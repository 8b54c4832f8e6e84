/** A set of rows: bit `row & 31` of word `row >>> 5`. Signed words, since those are what a processor computes with. */
export type RowBits = Int32Array

export const wordRows = 32

/** Words that so many rows take. */
export function wordsFor(rows: number): number {
  return Math.ceil(rows / wordRows)
}

/** How many bits of a word are set. */
export function countBits(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555)
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

/** Puts the rows of a word, rising, into `rows` from `at` on; says where the next one goes. */
export function writeRows(word: number, firstRow: number, rows: Uint32Array, at: number): number {
  let next = at
  for (let rest = word; rest !== 0; rest &= rest - 1) rows[next++] = firstRow + 31 - Math.clz32(rest & -rest)
  return next
}

/** The rows of a set, rising. `count` is how many there are. */
export function listOf(bits: RowBits, count: number): Uint32Array {
  const rows = new Uint32Array(count)
  let at = 0
  for (let word = 0; at < count; word++) at = writeRows(bits[word] as number, word * wordRows, rows, at)
  return rows
}

/** The set of the rows, for a catalogue of `size` rows. */
export function bitsOf(rows: Uint32Array, size: number): RowBits {
  const bits = new Int32Array(wordsFor(size))
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] as number
    bits[row >>> 5] = (bits[row >>> 5] as number) | (1 << (row & 31))
  }
  return bits
}
