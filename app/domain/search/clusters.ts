import { fromMercator, toMercator, type BBox } from '#app/domain/kernel/geo'
import { readPin } from './cards'
import { CellGrid } from './cell-grid'
import type { Columns } from './columns'
import type { Cluster, MapAnswer } from './model'
import type { Pass } from './pass'

/** Pixels of a map tile, and of a cell in which sites become one circle. */
const tilePx = 512
const cellPx = 72

/** From this zoom on every site has its own mark. */
export const singlesFromZoom = 14

/** No screen shows more marks; an answer with more would only be an address without a box. */
const mostMarks = 4_000

/**
 * The rows that fit and lie in the pass's box, as circles with a count and as single sites, for a zoom of 0-22.
 * Cells are fixed on the globe, so a circle stays where it is when the map is moved; circles that would overlap become
 * one. Every row with a point is in exactly one circle or is a pin. Where there would be more than `mostMarks`, cells are
 * as wide as those of a smaller zoom.
 */
export function clusterRows(columns: Columns, pass: Pass, zoom: number): MapAnswer {
  const drawPin = (row: number) => readPin(columns, row, pass.edges)
  if (zoom >= singlesFromZoom && pass.hits.length <= mostMarks) {
    const placed = pass.hits.filter((row) => !Number.isNaN(columns.lng[row]) && !Number.isNaN(columns.lat[row]))
    return { clusters: [], pins: Array.from(placed, drawPin) }
  }
  const { grid, cellSize } = gatherMarks(columns, pass.hits, Math.min(zoom, singlesFromZoom))
  const cells = mergeNeighbours(grid, cellSize)
  return {
    clusters: cells.filter((cell) => grid.counts[cell] !== 1).map((cell) => makeCluster(grid, cell)),
    pins: cells.filter((cell) => grid.counts[cell] === 1).map((cell) => drawPin(grid.rows[cell] as number)),
  }
}

/** The cells of the largest zoom up to `zoom` that are no more than `mostMarks`. */
function gatherMarks(columns: Columns, rows: Uint32Array, zoom: number): { grid: CellGrid; cellSize: number } {
  const cellSize = cellPx / (tilePx * 2 ** zoom)
  const grid = gatherCells(columns, rows, cellSize)
  if (grid.length <= mostMarks || zoom <= 0) return { grid, cellSize }
  // A step of the zoom makes at most four cells one.
  const steps = Math.max(1, Math.floor(Math.log2(grid.length / mostMarks) / 2))
  return gatherMarks(columns, rows, Math.max(0, zoom - steps))
}

function gatherCells({ lng, lat }: Columns, rows: Uint32Array, cellSize: number): CellGrid {
  const grid = new CellGrid(cellSize)
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] as number
    const x = lng[row] as number
    const y = lat[row] as number
    if (x === x && y === y) grid.add(row, x / 360 + 0.5, mercatorY(y), x, y)
  }
  return grid
}

/** Larger cells take in neighbours whose middle is nearer than a cell's width; each cell is taken once. */
function mergeNeighbours(grid: CellGrid, cellSize: number): number[] {
  const { counts, lines, columns, xs, ys } = grid
  const isTaken = new Uint8Array(grid.length)
  const bySize = Array.from({ length: grid.length }, (_, cell) => cell).sort(
    (a, b) =>
      (counts[b] as number) - (counts[a] as number) ||
      (columns[a] as number) - (columns[b] as number) ||
      (lines[a] as number) - (lines[b] as number),
  )
  return bySize.filter((cell) => {
    if (isTaken[cell] === 1) return false
    isTaken[cell] = 1
    const x = (xs[cell] as number) / (counts[cell] as number)
    const y = (ys[cell] as number) / (counts[cell] as number)
    for (const [dx, dy] of neighbourhood) {
      const other = grid.find((columns[cell] as number) + dx, (lines[cell] as number) + dy)
      if (other === -1 || isTaken[other] === 1) continue
      const count = counts[other] as number
      if (Math.hypot((xs[other] as number) / count - x, (ys[other] as number) / count - y) > cellSize * 0.8) continue
      isTaken[other] = 1
      grid.merge(cell, other)
    }
    return true
  })
}

const neighbourhood = [-1, 0, 1].flatMap((dx) => [-1, 0, 1].map((dy) => [dx, dy] as const))

function makeCluster(grid: CellGrid, cell: number): Cluster {
  const count = grid.counts[cell] as number
  const [west = 0, south = 0, east = 0, north = 0] = grid.boxes.subarray(4 * cell, 4 * cell + 4)
  const bbox: BBox = [west, south, east, north]
  return {
    count,
    bbox,
    point: fromMercator({ x: (grid.xs[cell] as number) / count, y: (grid.ys[cell] as number) / count }),
  }
}

/** Latitudes at which the projection is computed; between them it is as good as straight, off by less than a metre. */
const latitudeSteps = 1 << 15
const projected = Float64Array.from(
  { length: latitudeSteps + 1 },
  (_, step) => toMercator([0, (step / latitudeSteps) * 180 - 90]).y,
)

/** `toMercator(…).y` from a table: a logarithm for each of a million sites would take longer than all else. */
function mercatorY(lat: number): number {
  const at = ((lat + 90) / 180) * latitudeSteps
  const step = Math.min(latitudeSteps - 1, Math.max(0, Math.floor(at)))
  const [low, high] = [projected[step] as number, projected[step + 1] as number]
  return low + (high - low) * (at - step)
}
