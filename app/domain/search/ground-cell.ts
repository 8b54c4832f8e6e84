import { toMercator } from '#app/domain/kernel/geo'

/** Pixels of a map tile, and of a cell in which sites become one circle. */
const tilePx = 512
const cellPx = 72

/** From this zoom on every site has its own mark; the cells of the rows are those of this zoom. */
export const singlesFromZoom = 14

/** Code of a row without a point; above all others. */
export const noCell = 0xffffffff

/** Sides of the square of web mercator in cells of the finest zoom; those of a smaller zoom are halves of it. */
const finestPerUnit = (tilePx * 2 ** singlesFromZoom) / cellPx

/** The cells of zoom 0 that codes begin with, and the cells of the finest zoom that they can name along each axis. */
const origin = { column: 4 << singlesFromZoom, line: 2 << singlesFromZoom }
const steps = 1 << 16

/** Width of a cell as a share of the square of web mercator. */
export function cellSize(zoom: number): number {
  return cellPx / (tilePx * 2 ** zoom)
}

/**
 * The finest cell of the map's grid in which a point lies, as its place on the curve that visits neighbours one after
 * another: the cell of a smaller zoom is the same code without its last bits (`cellAt`). Points outside 22-157° E and
 * 0-66° N are counted to the cell nearest to them. `noCell` without a point.
 */
export function cellCode(lng: number, lat: number): number {
  if (Number.isNaN(lng) || Number.isNaN(lat)) return noCell
  const column = Math.floor((lng / 360 + 0.5) * finestPerUnit) - origin.column
  const line = Math.floor(mercatorY(lat) * finestPerUnit) - origin.line
  return (spread(clamp(column)) | (spread(clamp(line)) << 1)) >>> 0
}

/** Bits that the codes of a zoom have less than those of the finest. */
export function bitsBelow(zoom: number): number {
  return 2 * (singlesFromZoom - Math.min(zoom, singlesFromZoom))
}

/** The codes of the cells around one, column by column from the west, for codes of any zoom. */
export function neighboursOf(code: number): number[] {
  const { column, line } = placeOf(code)
  const lines = [spread(line - 1) << 1, spread(line) << 1, spread(line + 1) << 1] as const
  const codes: number[] = []
  for (let side = -1; side <= 1; side++) {
    const across = spread(column + side)
    for (let up = -1; up <= 1; up++) {
      const isThere = column + side >= 0 && line + up >= 0 && column + side < steps && line + up < steps
      if (isThere && (side !== 0 || up !== 0)) codes.push((across | (lines[up + 1] as number)) >>> 0)
    }
  }
  return codes
}

/** Column and line of a code. */
export function placeOf(code: number): { column: number; line: number } {
  return { column: gather(code), line: gather(code >>> 1) }
}

function clamp(step: number): number {
  return Math.max(0, Math.min(steps - 1, step))
}

/** Puts a zero between any two bits. */
function spread(value: number): number {
  let bits = value
  bits = (bits | (bits << 8)) & 0x00ff00ff
  bits = (bits | (bits << 4)) & 0x0f0f0f0f
  bits = (bits | (bits << 2)) & 0x33333333
  return (bits | (bits << 1)) & 0x55555555
}

/** Takes every second bit. */
function gather(value: number): number {
  let bits = value & 0x55555555
  bits = (bits | (bits >>> 1)) & 0x33333333
  bits = (bits | (bits >>> 2)) & 0x0f0f0f0f
  bits = (bits | (bits >>> 4)) & 0x00ff00ff
  return (bits | (bits >>> 8)) & 0x0000ffff
}

/** Latitudes at which the projection is computed; between them it is as good as straight, off by less than a metre. */
const latitudeSteps = 1 << 15
const projected = Float64Array.from(
  { length: latitudeSteps + 2 },
  (_, step) => toMercator([0, (step / latitudeSteps) * 180 - 90]).y,
)

/** `toMercator(…).y` from a table: a logarithm for each of a million sites would take longer than all else. */
export function mercatorY(lat: number): number {
  const at = (lat + 90) * (latitudeSteps / 180)
  const step = at | 0
  const low = projected[step] as number
  return low + ((projected[step + 1] as number) - low) * (at - step)
}
