import { fromMercator } from '#app/domain/kernel/geo'
import { readPin } from './cards'
import { gatherCells, mergeCell, type Cell } from './cell-grid'
import type { Columns } from './columns'
import { bitsBelow, cellSize, neighboursOf, placeOf, singlesFromZoom } from './ground-cell'
import type { Cluster, MapAnswer } from './model'
import type { Pass } from './pass'
import { listOf } from './row-bits'
import { countOf, type RowSet } from './row-set'

/** No screen shows more marks; an answer with more would only be an address without a box. */
const mostMarks = 4_000

/**
 * The rows that fit and lie in the pass's box, as circles with a count and as single sites, for a zoom of 0-22.
 * Cells are fixed on the globe, so a circle stays where it is when the map is moved; circles that would overlap become
 * one. Every row with a point is in exactly one circle or is a pin. Where there would be more than `mostMarks`, cells are
 * as wide as those of a smaller zoom.
 */
export function clusterRows(columns: Columns, { hits, edges }: Pass, zoom: number): MapAnswer {
  const drawPin = (row: number) => readPin(columns, row, edges)
  if (zoom >= singlesFromZoom && countOf(hits) <= mostMarks)
    return { clusters: [], pins: listPlaced(columns, hits).map(drawPin) }
  const { cells, width } = gatherMarks(columns, hits, Math.min(zoom, singlesFromZoom))
  const marks = mergeNeighbours(cells, width)
  return {
    clusters: marks.filter(({ count }) => count !== 1).map(makeCluster),
    pins: marks.filter(({ count }) => count === 1).map(({ row }) => drawPin(row)),
  }
}

function listPlaced({ lng, lat }: Columns, { fresh, freshCount, stale, staleCount }: RowSet): number[] {
  const rows = [...listOf(fresh, freshCount), ...listOf(stale, staleCount)]
  return rows.filter((row) => !Number.isNaN(lng[row]) && !Number.isNaN(lat[row]))
}

/** The cells of the largest zoom up to `zoom` that are no more than `mostMarks`, and how wide they are. */
function gatherMarks(columns: Columns, rows: RowSet, zoom: number): { cells: Map<number, Cell>; width: number } {
  const cells = gatherCells(columns, rows, bitsBelow(zoom))
  if (cells.size <= mostMarks || zoom <= 0) return { cells, width: cellSize(zoom) }
  // A step of the zoom makes at most four cells one.
  const steps = Math.max(1, Math.floor(Math.log2(cells.size / mostMarks) / 2))
  return gatherMarks(columns, rows, Math.max(0, zoom - steps))
}

/** Larger cells take in neighbours whose middle is nearer than a cell's width; each cell is taken once. */
function mergeNeighbours(cells: ReadonlyMap<number, Cell>, width: number): Cell[] {
  const left = new Map(cells)
  const nearest = (width * 0.8) ** 2
  return [...cells.values()].sort(bySize).filter((cell) => {
    if (!left.delete(cell.code)) return false
    const [x, y] = [cell.x / cell.count, cell.y / cell.count]
    for (const code of neighboursOf(cell.code)) {
      const other = left.get(code)
      if (other === undefined) continue
      const [across, up] = [other.x / other.count - x, other.y / other.count - y]
      if (across * across + up * up > nearest) continue
      left.delete(other.code)
      mergeCell(cell, other)
    }
    return true
  })
}

function bySize(left: Cell, right: Cell): number {
  if (left.count !== right.count) return right.count - left.count
  const [one, other] = [placeOf(left.code), placeOf(right.code)]
  return one.column - other.column || one.line - other.line
}

function makeCluster({ count, x, y, west, south, east, north }: Cell): Cluster {
  return { count, bbox: [west, south, east, north], point: fromMercator({ x: x / count, y: y / count }) }
}
