import type { BBox } from '#app/domain/kernel/geo'
import { blockWords } from './blocks'
import type { Columns } from './columns'
import { fit, type Condition, type SweepData } from './conditions'
import { countBits, wordRows, type RowBits } from './row-bits'

/**
 * Rows of one block that are looked at together, 32 in a word: those still `asked`, and how they answer one condition.
 * What the answers say of rows that are not asked means nothing. `first` is the word of the catalogue with which the
 * block begins.
 */
export type Asked = { block: number; first: number; words: number; asked: RowBits; miss: RowBits; open: RowBits }

/** Asks the rows of a block one condition. */
export type Sweep = (rows: Asked) => void

/** Room for one block. */
export function makeAsked(): Asked {
  const words = () => new Int32Array(blockWords)
  return { block: 0, first: 0, words: 0, asked: words(), miss: words(), open: words() }
}

/** The condition as a sweep. */
export function makeSweep(condition: Condition, columns: Columns): Sweep {
  const { sweep, reach } = condition
  if (sweep?.by === 'sets') return (rows) => sweepSets(rows, sweep, condition)
  if (sweep?.by === 'range') return makeRangeSweep(condition, sweep)
  if (sweep?.by === 'box' && reach) return (rows) => sweepBox(rows, columns, sweep, reach)
  return (rows) => {
    rows.miss.fill(0)
    rows.open.fill(0)
    askEach(rows, null, condition)
  }
}

function sweepSets(rows: Asked, { yes, open: unsaid, ask }: SweepData & { by: 'sets' }, condition: Condition): void {
  const { first, words, miss, open } = rows
  miss.fill(0)
  for (const set of yes)
    for (let word = 0; word < words; word++) miss[word] = (miss[word] as number) | (set[first + word] as number)
  for (let word = 0; word < words; word++) {
    const fitting = miss[word] as number
    const silent = unsaid === null ? 0 : (unsaid[first + word] as number) & ~fitting
    open[word] = silent
    miss[word] = ~(fitting | silent)
  }
  if (ask) askEach(rows, ask, condition)
}

/** Up to so many rows of a word are asked one by one, more all together. */
const fewRows = 8

function makeRangeSweep(condition: Condition, range: SweepData & { by: 'range' }): Sweep {
  const { open: unsaid, ask, ranks } = range
  const bits = new Int32Array(range.column.buffer)
  const [low = 0, high = 0] = new Int32Array(Float32Array.of(range.low, range.high).buffer)
  const lowest = ranks.boundAt(range.low)
  const highest = range.high === Infinity ? null : ranks.boundAt(range.high)
  return (rows) => {
    const { first, words, asked, miss, open } = rows
    for (let word = 0; word < words; word++) {
      const silent = unsaid[first + word] as number
      open[word] = silent
      const wanted = (asked[word] as number) & ~silent
      miss[word] = 0
      if (wanted === 0) continue
      let same = lowest.same(first + word)
      let out = ~(lowest.above(first + word) | same)
      if (highest !== null) {
        same |= highest.same(first + word)
        out |= highest.above(first + word)
      }
      const near = wanted & same & ~out
      if (near !== 0) out |= near & outsideOf(bits, (first + word) * wordRows, near, low, high)
      miss[word] = out & ~silent
    }
    if (ask) askEach(rows, ask, condition)
  }
}

/** Which of the wanted rows of a word lie outside the bounds; of the others it says anything. */
function outsideOf(bits: Int32Array, start: number, wanted: number, low: number, high: number): number {
  return countBits(wanted) <= fewRows ? fewOutside(bits, start, wanted, low, high) : allOutside(bits, start, low, high)
}

/** Floats that are not negative sort like their bits, so a range is tested on integers, by signs and without a branch. */
function allOutside(bits: Int32Array, start: number, low: number, high: number): number {
  let outside = 0
  for (let at = start; at < start + wordRows; at++) {
    const value = bits[at] as number
    outside = (outside >>> 1) | ((value | (value - low) | (high - value)) & 0x80000000)
  }
  return outside
}

function fewOutside(bits: Int32Array, start: number, wanted: number, low: number, high: number): number {
  let outside = 0
  for (let rest = wanted; rest !== 0; rest &= rest - 1) {
    const place = 31 - Math.clz32(rest & -rest)
    const value = bits[start + place] as number
    outside |= ((value | (value - low) | (high - value)) >>> 31) << place
  }
  return outside
}

function sweepBox(rows: Asked, columns: Columns, { open: unsaid }: SweepData & { by: 'box' }, box: BBox): void {
  const { block, first, words, asked, miss, open } = rows
  const isInside = columns.blocks.isInside(block, box)
  for (let word = 0; word < words; word++) {
    const unplaced = unsaid[first + word] as number
    const wanted = (asked[word] as number) & ~unplaced
    open[word] = unplaced
    miss[word] = isInside || wanted === 0 ? 0 : outsideBox(columns, (first + word) * wordRows, wanted, box)
  }
}

function outsideBox({ lng, lat }: Columns, start: number, wanted: number, [west, south, east, north]: BBox): number {
  let outside = 0
  for (let rest = wanted; rest !== 0; rest &= rest - 1) {
    const place = 31 - Math.clz32(rest & -rest)
    const x = lng[start + place] as number
    const y = lat[start + place] as number
    if (x < west || x > east || y < south || y > north) outside |= 1 << place
  }
  return outside
}

/** Asks the rows one by one, or those that are in the set, and puts their answers over what was there. */
function askEach({ first, words, asked, miss, open }: Asked, among: RowBits | null, { test }: Condition): void {
  for (let word = 0; word < words; word++) {
    const wanted = (asked[word] as number) & (among === null ? -1 : (among[first + word] as number))
    if (wanted === 0) continue
    let [missed, unsaid] = [0, 0]
    for (let rest = wanted; rest !== 0; rest &= rest - 1) {
      const bit = rest & -rest
      const answer = test((first + word) * wordRows + 31 - Math.clz32(bit))
      if (answer === fit.no) missed |= bit
      else if (answer === fit.open) unsaid |= bit
    }
    miss[word] = ((miss[word] as number) & ~wanted) | missed
    open[word] = ((open[word] as number) & ~wanted) | unsaid
  }
}
