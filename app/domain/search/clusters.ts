import { fromMercator, toMercator, type BBox, type LngLat } from '#app/domain/kernel/geo'
import type { Columns } from './columns'
import { readFreshness } from './freshness'
import type { Cluster, MapAnswer } from './model'
import { boxAround, type Pass } from './rules'

/** Pixels of a map tile, and of a cell in which sites become one circle. */
const tilePx = 512
const cellPx = 72

/** From this zoom on every site has its own mark. */
export const singlesFromZoom = 14

type Cell = { x: number; y: number; column: number; line: number; rows: number[] }

/**
 * The rows that fit and lie in the pass's box, as circles with a count and as single sites, for a zoom of 0-22.
 * Cells are fixed on the globe, so a circle stays where it is when the map is moved; circles that would overlap become
 * one. Every row with a point is in exactly one circle or is a pin.
 */
export function clusterRows(columns: Columns, pass: Pass, zoom: number): MapAnswer {
  const rows = pass.hits.filter((row) => columns.rows[row]?.card.point)
  const cells = zoom >= singlesFromZoom ? rows.map((row) => makeCell(columns, [row])) : gatherCells(columns, rows, zoom)
  return {
    clusters: cells.filter((cell) => cell.rows.length > 1).map((cell) => makeCluster(columns, cell)),
    pins: cells.filter((cell) => cell.rows.length === 1).flatMap((cell) => makePin(columns, pass, cell.rows[0] ?? 0)),
  }
}

function gatherCells(columns: Columns, rows: readonly number[], zoom: number): Cell[] {
  const cellSize = cellPx / (tilePx * 2 ** zoom)
  const grid = new Map<string, number[]>()
  const cellOf = (row: number) => {
    const { x, y } = placeOf(columns, row)
    return `${Math.floor(x / cellSize)}/${Math.floor(y / cellSize)}`
  }
  for (const row of rows) {
    const key = cellOf(row)
    const cell = grid.get(key)
    if (cell) cell.push(row)
    else grid.set(key, [row])
  }
  const cells = [...grid].map(([key, members]) => {
    const [column = 0, line = 0] = key.split('/').map(Number)
    return { ...makeCell(columns, members), column, line }
  })
  return mergeNeighbours(columns, cells, cellSize)
}

/** Larger cells take in neighbours whose middle is nearer than a cell's width; each cell is taken once. */
function mergeNeighbours(columns: Columns, cells: Cell[], cellSize: number): Cell[] {
  const left = new Map(cells.map((cell) => [`${cell.column}/${cell.line}`, cell]))
  const bySize = [...cells].sort((a, b) => b.rows.length - a.rows.length || a.column - b.column || a.line - b.line)
  return bySize.flatMap((cell) => {
    if (!left.delete(`${cell.column}/${cell.line}`)) return []
    const members = [...cell.rows]
    for (const [dx, dy] of neighbourhood) {
      const key = `${cell.column + dx}/${cell.line + dy}`
      const neighbour = left.get(key)
      if (!neighbour || Math.hypot(neighbour.x - cell.x, neighbour.y - cell.y) > cellSize * 0.8) continue
      left.delete(key)
      members.push(...neighbour.rows)
    }
    return [makeCell(columns, members)]
  })
}

const neighbourhood = [-1, 0, 1].flatMap((dx) => [-1, 0, 1].map((dy) => [dx, dy] as const))

function makeCell(columns: Columns, rows: number[]): Cell {
  const places = rows.map((row) => placeOf(columns, row))
  const x = places.reduce((sum, place) => sum + place.x, 0) / rows.length
  const y = places.reduce((sum, place) => sum + place.y, 0) / rows.length
  return { x, y, column: 0, line: 0, rows }
}

function placeOf(columns: Columns, row: number): { x: number; y: number } {
  return toMercator(pointOf(columns, row))
}

function pointOf(columns: Columns, row: number): LngLat {
  return [columns.lng[row] ?? 0, columns.lat[row] ?? 0]
}

function makeCluster(columns: Columns, cell: Cell): Cluster {
  const bbox: BBox = boxAround(columns, cell.rows) ?? [0, 0, 0, 0]
  return { count: cell.rows.length, bbox, point: fromMercator(cell) }
}

function makePin(columns: Columns, pass: Pass, row: number) {
  const found = columns.rows[row]
  if (!found) return []
  const { number, kind, name } = found.card
  return [{ number, kind, name, freshness: readFreshness(found.confirmByMs, pass.edges), point: pointOf(columns, row) }]
}
