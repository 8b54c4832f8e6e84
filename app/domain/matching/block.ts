import { full } from './levels'

/** Rows judged together: few enough that everything about them stays in the fastest memory. */
export const blockSize = 2_048

/** Marks of a row: a must is not known, a must is broken by a quantity, a must is broken for good. */
export const mark = { open: 1, near: 2, out: 4 } as const

/** What is known so far about the rows at hand, by their place in the block. */
export type Block = {
  count: number
  rows: Int32Array
  /** 1: confirmed too long ago. */
  stale: Uint8Array
  /** Sums of weighted levels, and of shortfalls in millionths. */
  low: Int32Array
  high: Int32Array
  gap: Float64Array
  marks: Uint8Array
  /** The cells of the need that is being asked. */
  cellLow: Int32Array
  cellHigh: Int32Array
  cellGap: Int32Array
}

/** An empty block. */
export function makeBlock(): Block {
  const whole = () => new Int32Array(blockSize)
  return {
    count: 0,
    rows: whole(),
    stale: new Uint8Array(blockSize),
    low: whole(),
    high: whole(),
    gap: new Float64Array(blockSize),
    marks: new Uint8Array(blockSize),
    cellLow: whole(),
    cellHigh: whole(),
    cellGap: whole(),
  }
}

/** Starts the sums of the rows at hand anew. */
export function clearSums({ low, high, gap, marks }: Block): void {
  low.fill(0)
  high.fill(0)
  gap.fill(0)
  marks.fill(0)
}

/** Adds the cells at hand to the sums of their rows. */
export function addCells({ count, low, high, cellLow, cellHigh }: Block, weight: number): void {
  for (let at = 0; at < count; at += 1) {
    low[at] = (low[at] as number) + weight * (cellLow[at] as number)
    high[at] = (high[at] as number) + weight * (cellHigh[at] as number)
  }
}

/**
 * Marks the rows by their cells of a must; the same rules as `addUp` has for one site. Written without branches: what a
 * site answers cannot be foreseen, and a processor that guesses wrong every other time takes three times as long.
 */
export function markCells({ count, gap, marks, cellLow, cellHigh, cellGap }: Block): void {
  for (let at = 0; at < count; at += 1) {
    const shortfall = cellGap[at] as number
    const isUnmet = ((cellLow[at] as number) - full) >>> 31
    const isBroken = ((cellHigh[at] as number) - full) >>> 31
    const isOut = isBroken & (shortfall >>> 31)
    const isNear = isBroken ^ isOut
    marks[at] = (marks[at] as number) | (isUnmet ^ isBroken) | (isNear * mark.near) | (isOut * mark.out)
    gap[at] = (gap[at] as number) + isNear * shortfall
  }
}

/** Closes the ranks over the rows that have one of the marks. */
export function dropMarked(block: Block, dropped: number): void {
  const { rows, stale, low, high, gap, marks } = block
  let kept = 0
  for (let at = 0; at < block.count; at += 1) {
    const marked = marks[at] as number
    rows[kept] = rows[at] as number
    stale[kept] = stale[at] as number
    low[kept] = low[at] as number
    high[kept] = high[at] as number
    gap[kept] = gap[at] as number
    marks[kept] = marked
    kept += Number((marked & dropped) === 0)
  }
  block.count = kept
}
