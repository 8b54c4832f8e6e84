import { parseNumber } from './quantity'
import { no, yes, type Verdict } from './verdict'

/** A point in WGS 84 degrees, longitude first as in GeoJSON. */
export type LngLat = [lng: number, lat: number]

/** West, south, east, north in degrees; never across the antimeridian, which Kazakhstan is far from. */
export type BBox = [west: number, south: number, east: number, north: number]

/** Box around Kazakhstan: 46.49-87.32 E, 40.57-55.44 N (Natural Earth), with a margin of a tenth of a degree. */
export const kazakhstan: BBox = [46.4, 40.5, 87.4, 55.5]

/** Mean radius of the Earth (IUGG), metres. */
const earthRadiusM = 6_371_008.8

/** Latitude at which the square of web mercator ends (EPSG:3857). */
const mercatorLatitude = 85.051128779806

export type CoordinatesCode = 'not_coordinates' | 'swapped' | 'outside_country'

/** What was typed: one text in the order of maps (latitude, longitude), or the two fields of a form. */
export type CoordinatesInput = string | { lat: string; lng: string }

/**
 * Point in Kazakhstan from what a person typed: `46.848, 74.995`, `46,848 74,995`, `46.848° N, 74.995° E`.
 * `swapped`: the two would be right the other way round, which `params` give as `lat` and `lng`. Where both orders
 * lie in the box (46.4-55.5 for both, the far west) the order typed is believed.
 * `outside_country`: not in the box around Kazakhstan; the exact border is not asked.
 */
export function parseCoordinates(input: CoordinatesInput): Verdict<LngLat, CoordinatesCode> {
  const texts = typeof input === 'string' ? splitPair(input) : ([input.lat, input.lng] as const)
  if (texts === null) return no('not_coordinates')
  const lat = parseDegrees(texts[0])
  const lng = parseDegrees(texts[1])
  if (lat === null || lng === null) return no('not_coordinates')
  return checkPoint([lng, lat])
}

/** Whether a point lies in the box around Kazakhstan; says no like `parseCoordinates`. */
export function checkPoint(point: LngLat): Verdict<LngLat, CoordinatesCode> {
  const [lng, lat] = point
  if (!Number.isFinite(lng) || !Number.isFinite(lat)) return no('not_coordinates')
  if (isInside(kazakhstan, point)) return yes(point)
  if (isInside(kazakhstan, [lat, lng])) return no('swapped', { lat: lng, lng: lat })
  return no('outside_country')
}

/** Whether the point is in the box; the edges belong to it. */
export function isInside(box: BBox, point: LngLat): boolean {
  return point[0] >= box[0] && point[0] <= box[2] && point[1] >= box[1] && point[1] <= box[3]
}

/**
 * Box from `west,south,east,north` in degrees. Says `not_a_box` for anything else: other counts, values off the globe,
 * edges the wrong way round.
 */
export function parseBBox(text: string): Verdict<BBox, 'not_a_box'> {
  const parts = text.split(',')
  if (parts.length !== 4 || !parts.every((part) => /^-?\d{1,3}(?:\.\d{1,15})?$/.test(part))) return no('not_a_box')
  const [west, south, east, north] = parts.map(Number) as BBox
  const isOnGlobe = Math.abs(west) <= 180 && Math.abs(east) <= 180 && Math.abs(south) <= 90 && Math.abs(north) <= 90
  return isOnGlobe && west < east && south < north ? yes([west, south, east, north]) : no('not_a_box')
}

/** Great-circle distance in metres on a sphere (haversine); within 0.6 % of the ellipsoid. */
export function distanceM(from: LngLat, to: LngLat): number {
  const radians = Math.PI / 180
  const dLat = (to[1] - from[1]) * radians
  const dLng = (to[0] - from[0]) * radians
  const h = Math.sin(dLat / 2) ** 2 + Math.cos(from[1] * radians) * Math.cos(to[1] * radians) * Math.sin(dLng / 2) ** 2
  return 2 * earthRadiusM * Math.asin(Math.min(1, Math.sqrt(h)))
}

/** Web mercator of the whole world as the unit square: x from 180° W, y from the north. Polar latitudes are clamped. */
export function toMercator([lng, lat]: LngLat): { x: number; y: number } {
  const clamped = Math.max(-mercatorLatitude, Math.min(mercatorLatitude, lat))
  const sin = Math.sin((clamped * Math.PI) / 180)
  return { x: lng / 360 + 0.5, y: 0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI) }
}

/** The point of a place in the unit square; the inverse of `toMercator`. */
export function fromMercator({ x, y }: { x: number; y: number }): LngLat {
  return [(x - 0.5) * 360, (Math.atan(Math.sinh((0.5 - y) * 2 * Math.PI)) * 180) / Math.PI]
}

function splitPair(text: string): readonly [string, string] | null {
  if (text.length > 80) return null
  const bare = text.trim().replace(/\s+/g, ' ')
  const parts = /[;/]|, | /.test(bare) ? bare.split(/\s*[;/]\s*|,? /).filter((part) => part !== '') : bare.split(',')
  const joined = joinLetters(parts)
  return joined.length === 2 && joined[0] && joined[1] ? [joined[0], joined[1]] : null
}

/** `46.8° N` comes apart at the space; the letter goes back to its number. */
function joinLetters(parts: string[]): string[] {
  return parts.reduce<string[]>((joined, part) => {
    const last = joined.at(-1)
    if (last === undefined || /\d/.test(part)) return [...joined, part]
    return [...joined.slice(0, -1), `${last}${part}`]
  }, [])
}

/** Degrees, north or east only; a sign is read so that a point abroad is told from something unreadable. */
function parseDegrees(text: string): number | null {
  const bare = text
    .trim()
    .replace(/\s*°?\s*(?:[NE]|с\.?\s?ш\.?|в\.?\s?д\.?)?$/iu, '')
    .trim()
  const sign = /^[-−]/.test(bare) ? -1 : 1
  const verdict = parseNumber(sign === -1 ? bare.slice(1) : bare, { max: 180 })
  return verdict.ok ? sign * verdict.value : null
}
