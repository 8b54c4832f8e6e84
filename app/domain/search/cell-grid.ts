import { blockWords } from './blocks'
import type { Columns } from './columns'
import { mercatorY, noCell } from './ground-cell'
import { wordRows, writeRows } from './row-bits'
import type { RowSet } from './row-set'

/** The rows of `recency` are those that lie in the order of their cells. */
type Placed = Pick<Columns, 'lng' | 'lat' | 'cell' | 'recency'>

/** Sums over the rows of one cell of a map, in the unit square of web mercator; the box around them is in degrees. */
export type Cell = {
  code: number
  /** The first of its rows, as far as it has no neighbours taken in. */
  row: number
  count: number
  x: number
  y: number
  west: number
  south: number
  east: number
  north: number
}

/** Room for the rows of one block. */
const list = new Uint32Array(blockWords * wordRows)

/**
 * The cells in which rows lie, for codes without their last `bits` bits. Rows come in the order of their codes but for
 * those that were added late, so most cells are gathered in a few runs.
 */
export function gatherCells(columns: Placed, { fresh, stale }: RowSet, bits: number): Map<number, Cell> {
  const cells = new Map<number, Cell>()
  for (let word = 0; word < fresh.length;) {
    let count = 0
    const end = Math.min(word + blockWords, fresh.length)
    for (; word < end; word++) {
      const rows = (fresh[word] as number) | (stale[word] as number)
      if (rows !== 0) count = writeRows(rows, word * wordRows, list, count)
    }
    gatherRuns(columns, count, bits, cells)
  }
  return cells
}

/** Puts the rows of the list into their cells, run by run. */
function gatherRuns(columns: Placed, count: number, bits: number, cells: Map<number, Cell>): void {
  const codes = columns.cell
  const isInOrder = (list[count - 1] as number) < columns.recency.length
  for (let start = 0; start < count;) {
    const finest = codes[list[start] as number] as number
    const code = finest >>> bits
    const end = isInOrder ? endOfRun(codes, start, count, bits) : start + 1
    if (finest !== noCell) {
      let cell = cells.get(code)
      if (cell === undefined) cells.set(code, (cell = emptyCell(code, list[start] as number)))
      addRun(columns, start, end, cell)
    }
    start = end
  }
}

/** Where the run of one cell ends that begins at `start`, in a list whose codes rise. */
function endOfRun(codes: Uint32Array, start: number, count: number, bits: number): number {
  const code = (codes[list[start] as number] as number) >>> bits
  let [low, high] = [start + 1, count]
  // Most runs go on to the end of the list.
  if ((codes[list[count - 1] as number] as number) >>> bits === code) return count
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((codes[list[middle] as number] as number) >>> bits === code) low = middle + 1
    else high = middle
  }
  return low
}

function emptyCell(code: number, row: number): Cell {
  return { code, row, count: 0, x: 0, y: 0, west: Infinity, south: Infinity, east: -Infinity, north: -Infinity }
}

/** Adds the rows of the list from `start` to before `end`, which are all of one cell. */
function addRun({ lng, lat }: Placed, start: number, end: number, cell: Cell): void {
  let { west, south, east, north } = cell
  let [degrees, y] = [0, 0]
  for (let at = start; at < end; at++) {
    const row = list[at] as number
    const eastward = lng[row] as number
    const northward = lat[row] as number
    degrees += eastward
    y += mercatorY(northward)
    if (eastward < west) west = eastward
    if (eastward > east) east = eastward
    if (northward < south) south = northward
    if (northward > north) north = northward
  }
  cell.count += end - start
  cell.x += degrees / 360 + (end - start) / 2
  cell.y += y
  cell.west = west
  cell.south = south
  cell.east = east
  cell.north = north
}

/** Adds the rows of one cell to another. */
export function mergeCell(into: Cell, from: Cell): void {
  into.count += from.count
  into.x += from.x
  into.y += from.y
  into.west = Math.min(into.west, from.west)
  into.south = Math.min(into.south, from.south)
  into.east = Math.max(into.east, from.east)
  into.north = Math.max(into.north, from.north)
}
