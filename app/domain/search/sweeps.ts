import type { BBox } from '#app/domain/kernel/geo'
import type { Chunk } from './chunk'
import type { Columns } from './columns'
import { fit, type Condition, type SweepData } from './conditions'

/** Asks the rows of a chunk one condition. */
export type Sweep = (chunk: Chunk) => void

/** Bits of an unknown quantity; all known ones are smaller, as integers too, and `absent` is negative. */
const unknownBits = 0x7fc00000

/** The condition as a sweep that marks its answers with `bit`. A miss that no facet counts takes the row out. */
export function makeSweep(condition: Condition, columns: Columns, bit: number): Sweep {
  const { sweep, reach } = condition
  if (sweep?.by === 'codes') return (chunk) => sweepCodes(chunk, sweep, bit)
  if (sweep?.by === 'range') return makeRangeSweep(condition, sweep, bit)
  if (sweep?.by === 'box' && reach) return (chunk) => sweepBox(chunk, columns, reach, bit)
  return condition.facet === null
    ? (chunk) => askAndDrop(chunk, condition, bit)
    : (chunk) => askAndMark(chunk, condition, bit)
}

function makeRangeSweep(condition: Condition, range: SweepData & { by: 'range' }, bit: number): Sweep {
  const { asksEach } = range
  const bits = new Int32Array(range.column.buffer)
  const [low = 0, high = 0] = new Int32Array(Float32Array.of(range.low, range.high).buffer)
  return asksEach
    ? (chunk) => sweepGrowing(chunk, condition, bits, low, high, asksEach, bit)
    : (chunk) => sweepRange(chunk, bits, low, high, bit)
}

function sweepCodes({ count, rows, miss, open }: Chunk, { column, answers }: SweepData & { by: 'codes' }, bit: number) {
  for (let at = 0; at < count; at++) {
    const answer = answers[column[rows[at] as number] as number] as number
    // no, yes, open are 0, 1, 2; both marks come out without a branch.
    const isOpen = answer >> 1
    open[at] = (open[at] as number) | (bit & -isOpen)
    miss[at] = (miss[at] as number) | (bit & -(1 - answer + isOpen))
  }
}

/** Floats that are not negative sort like their bits, so a range is tested on integers and without a branch. */
function sweepRange(chunk: Chunk, bits: Int32Array, low: number, high: number, bit: number): void {
  const { count, rows, open } = chunk
  let kept = 0
  for (let at = 0; at < count; at++) {
    const row = rows[at] as number
    const value = bits[row] as number
    const isOutside = (value | (value - low) | (high - value)) >>> 31
    const isUnknown = ((unknownBits - 1 - value) >>> 31) & ~(value >> 31)
    rows[kept] = row
    open[kept] = (open[at] as number) | (bit & -isUnknown)
    kept += 1 - (isOutside & (1 - isUnknown))
  }
  chunk.count = kept
}

function sweepGrowing(
  chunk: Chunk,
  { test }: Condition,
  bits: Int32Array,
  low: number,
  high: number,
  asksEach: Uint8Array,
  bit: number,
): void {
  const { count, rows, open } = chunk
  let kept = 0
  for (let at = 0; at < count; at++) {
    const row = rows[at] as number
    const value = bits[row] as number
    let isMissed = (value | (value - low) | (high - value)) >>> 31
    let isOpen = ((unknownBits - 1 - value) >>> 31) & ~(value >> 31)
    if (asksEach[row] === 1) {
      const answer = test(row)
      isMissed = answer === fit.no ? 1 : 0
      isOpen = answer === fit.open ? 1 : 0
    }
    rows[kept] = row
    open[kept] = (open[at] as number) | (bit & -isOpen)
    kept += 1 - (isMissed & (1 - isOpen))
  }
  chunk.count = kept
}

function sweepBox(chunk: Chunk, { lng, lat }: Columns, [west, south, east, north]: BBox, bit: number): void {
  const { count, rows, open } = chunk
  let kept = 0
  for (let at = 0; at < count; at++) {
    const row = rows[at] as number
    const x = lng[row] as number
    const y = lat[row] as number
    // Written so that a row without a point is not taken out.
    if (x < west || x > east || y < south || y > north) continue
    rows[kept] = row
    open[kept] = (open[at] as number) | (x !== x || y !== y ? bit : 0)
    kept += 1
  }
  chunk.count = kept
}

function askAndDrop(chunk: Chunk, { test }: Condition, bit: number): void {
  const { count, rows, open } = chunk
  let kept = 0
  for (let at = 0; at < count; at++) {
    const row = rows[at] as number
    const answer = test(row)
    rows[kept] = row
    open[kept] = (open[at] as number) | (answer === fit.open ? bit : 0)
    if (answer !== fit.no) kept += 1
  }
  chunk.count = kept
}

function askAndMark({ count, rows, miss, open }: Chunk, { test }: Condition, bit: number): void {
  for (let at = 0; at < count; at++) {
    const answer = test(rows[at] as number)
    if (answer === fit.open) open[at] = (open[at] as number) | bit
    else if (answer === fit.no) miss[at] = (miss[at] as number) | bit
  }
}
