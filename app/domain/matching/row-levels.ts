import type { Columns } from '#app/domain/search/columns'
import { railAccesses } from '#app/domain/sites/choices'
import { has } from '#app/domain/search/conditions'
import { absent } from '#app/domain/search/row'
import type { RowBits } from '#app/domain/search/row-bits'
import { full, levelBelow, metCell } from './levels'
import { conditionOf } from './conditions'
import { measuredBy, type Measured } from './measured'
import type { Brief, Criterion } from './model'
import { makeRailCell } from './needs'

/** Rows that are scored together, the sums of their weighted levels, and whether each was confirmed too long ago. */
export type Scored = { count: number; rows: Uint32Array; stale: Uint8Array; low: Int32Array; high: Int32Array }

/** Adds what the rows answer to one need. */
export type AddLevels = (scored: Scored) => void

/** Room for so many rows. */
export function makeScored(room: number): Scored {
  const sums = () => new Int32Array(room)
  return { count: 0, rows: new Uint32Array(room), stale: new Uint8Array(room), low: sums(), high: sums() }
}

/** Closes the ranks over the rows whose certain levels are less than so much. */
export function dropBelow(scored: Scored, least: number): void {
  const { count, rows, stale, low, high } = scored
  let kept = 0
  for (let at = 0; at < count; at++) {
    const sum = low[at] as number
    rows[kept] = rows[at] as number
    stale[kept] = stale[at] as number
    low[kept] = sum
    high[kept] = high[at] as number
    kept += Number(sum >= least)
  }
  scored.count = kept
}

/**
 * How rows answer a criterion: as one site does in needs.ts, but without an object for each answer. `promised`: see
 * `promisedRows`.
 */
export function makeLevels(
  columns: Columns,
  brief: Brief,
  criterion: Criterion,
  weight: number,
  promised: RowBits | null,
): AddLevels {
  if (criterion === 'rail') return addRail(columns, brief, weight)
  const measured = measuredBy(columns, brief, criterion)
  if (measured === null) return addSets(columns, brief, criterion, weight)
  if (measured.bound === 'max') return addAtMost(measured, weight)
  const open = { area: columns.isAreaOpen, height: columns.isHeightOpen, crane: columns.isCraneOpen }
  return addAtLeast(measured, criterion in open ? open[criterion as keyof typeof open] : null, promised, weight)
}

function addAtLeast(
  { column, line }: Measured,
  open: Uint8Array | null,
  promised: RowBits | null,
  weight: number,
): AddLevels {
  const most = weight * full
  return ({ count, rows, stale, low, high }) => {
    for (let at = 0; at < count; at++) {
      const row = rows[at] as number
      const value = column[row] as number
      let [least, best] = [0, most]
      if (value >= line.asked || (promised !== null && has(promised, row))) least = most
      else if (value === value) {
        least = value === absent ? 0 : weight * levelBelow(line, value)
        if (open === null || open[row] !== 1) best = least
      }
      if (stale[at] === 0) low[at] = (low[at] as number) + least
      high[at] = (high[at] as number) + best
    }
  }
}

function addAtMost({ column, line }: Measured, weight: number): AddLevels {
  const most = weight * full
  return ({ count, rows, stale, low, high }) => {
    for (let at = 0; at < count; at++) {
      const value = column[rows[at] as number] as number
      let [least, best] = [0, most]
      if (value === absent) best = 0
      else if (value <= line.asked) least = most
      else if (value === value) best = least = weight * levelBelow(line, value)
      if (stale[at] === 0) low[at] = (low[at] as number) + least
      high[at] = (high[at] as number) + best
    }
  }
}

function addRail({ rail, railKm }: Columns, { needs }: Brief, weight: number): AddLevels {
  const cellOf = needs.rail ? makeRailCell(needs.rail.wish) : () => metCell
  return ({ count, rows, stale, low, high }) => {
    for (let at = 0; at < count; at++) {
      const row = rows[at] as number
      const access = railAccesses[rail[row] as number] ?? 'unknown'
      const cell = cellOf(access, railKm[row] as number, stale[at] === 1)
      low[at] = (low[at] as number) + weight * cell.low
      high[at] = (high[at] as number) + weight * cell.high
    }
  }
}

function addSets(columns: Columns, brief: Brief, criterion: Criterion, weight: number): AddLevels {
  const { sweep } = conditionOf(columns, brief, criterion)
  if (sweep?.by !== 'sets') throw new Error(`${criterion} is no list of keys`)
  const { yes, open } = sweep
  return ({ count, rows, low, high }) => {
    for (let at = 0; at < count; at++) {
      const row = rows[at] as number
      const [word, bit] = [row >>> 5, 1 << (row & 31)]
      let fitting = 0
      for (const set of yes) fitting |= set[word] as number
      const isMet = (fitting & bit) !== 0
      if (isMet) low[at] = (low[at] as number) + weight * full
      if (isMet || (open !== null && ((open[word] as number) & bit) !== 0))
        high[at] = (high[at] as number) + weight * full
    }
  }
}
