import type { BBox, LngLat } from '#app/domain/kernel/geo'
import { no, yes, type Verdict } from '#app/domain/kernel/verdict'

/** Corners of an area that is drawn on the map. */
export const ringCorners = { min: 3, max: 50 } as const

/** Six decimals are a tenth of a metre; more would only make addresses long. */
const degrees = /^-?\d{1,3}(?:\.\d{1,6})?$/

/** Point from `lng,lat` in degrees; says `not_a_point` for anything else, and for what is not on the globe. */
export function parsePoint(text: string): Verdict<LngLat, 'not_a_point'> {
  const parts = text.split(',')
  if (parts.length !== 2 || !parts.every((part) => degrees.test(part))) return no('not_a_point')
  const [lng, lat] = parts.map(Number) as LngLat
  return Math.abs(lng) <= 180 && Math.abs(lat) <= 90 ? yes([lng, lat]) : no('not_a_point')
}

/**
 * Corners of an area from `lng,lat;lng,lat;…`, 3-50 of them; the last one may be the first again. Says `not_a_ring` for
 * anything else: unreadable corners, lines that cross or touch, no extent, an area across the antimeridian.
 */
export function parseRing(text: string): Verdict<LngLat[], 'not_a_ring'> {
  const parts = text.split(';', ringCorners.max + 2)
  if (parts.length > 1 && parts.at(-1) === parts[0]) parts.pop()
  const corners = parts.flatMap((part) => {
    const point = parsePoint(part)
    return point.ok ? [point.value] : []
  })
  const isRing = corners.length === parts.length && isSimpleRing(corners)
  return isRing ? yes(corners) : no('not_a_ring')
}

/** Whether the corners enclose one area without crossing lines, on one side of the antimeridian. */
export function isSimpleRing(corners: readonly LngLat[]): boolean {
  if (corners.length < ringCorners.min || corners.length > ringCorners.max) return false
  const [west, south, east, north] = ringBox(corners)
  if (east - west > 180 || west === east || south === north) return false
  const edges = corners.map((from, index) => [from, cornerAfter(corners, index)] as const)
  return edges.every(([a, b], first) =>
    edges.slice(first + 1).every(([c, d], offset) => {
      const second = first + 1 + offset
      if (second === first + 1) return !foldsBack(a, b, d)
      if (first === 0 && second === edges.length - 1) return !foldsBack(c, d, b)
      return !meet(a, b, c, d)
    }),
  )
}

/** Box around the corners. */
export function ringBox(corners: readonly LngLat[]): BBox {
  const lngs = corners.map(([lng]) => lng)
  const lats = corners.map(([, lat]) => lat)
  return [Math.min(...lngs), Math.min(...lats), Math.max(...lngs), Math.max(...lats)]
}

/** Whether the point lies in the ring, counted by the lines to the east of it. On a line it may be either. */
export function isInsideRing(corners: readonly LngLat[], [lng, lat]: LngLat): boolean {
  let isInside = false
  corners.forEach(([x, y], index) => {
    const [nextX, nextY] = cornerAfter(corners, index)
    if (y > lat !== nextY > lat && lng < ((nextX - x) * (lat - y)) / (nextY - y) + x) isInside = !isInside
  })
  return isInside
}

/** Kilometres of a degree of latitude. */
const kmOfDegree = 111.195

/** Corners of the circle around a point, for a drawing; it stops short of the poles. */
export function circleAround([lng, lat]: LngLat, km: number): LngLat[] {
  const height = km / kmOfDegree
  const width = height / Math.max(0.05, Math.cos((lat * Math.PI) / 180))
  return Array.from({ length: 64 }, (_, index) => {
    const angle = (index / 64) * 2 * Math.PI
    return [lng + width * Math.cos(angle), Math.max(-85, Math.min(85, lat + height * Math.sin(angle)))]
  })
}

function cornerAfter(corners: readonly LngLat[], index: number): LngLat {
  return corners[(index + 1) % corners.length] ?? [0, 0]
}

/** Positive when `c` lies to the left of the line from `a` to `b`, 0 when it lies on it. */
function side(a: LngLat, b: LngLat, c: LngLat): number {
  return Math.sign((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]))
}

function liesBetween(a: LngLat, b: LngLat, c: LngLat): boolean {
  const isIn = (axis: 0 | 1) => c[axis] >= Math.min(a[axis], b[axis]) && c[axis] <= Math.max(a[axis], b[axis])
  return isIn(0) && isIn(1)
}

/** Whether two lines that follow each other lie on one another; two equal corners do too. */
function foldsBack(a: LngLat, b: LngLat, c: LngLat): boolean {
  if (side(a, b, c) !== 0) return false
  return (b[0] - a[0]) * (c[0] - b[0]) + (b[1] - a[1]) * (c[1] - b[1]) <= 0
}

function meet(a: LngLat, b: LngLat, c: LngLat, d: LngLat): boolean {
  const [ofC, ofD, ofA, ofB] = [side(a, b, c), side(a, b, d), side(c, d, a), side(c, d, b)]
  if (ofC !== ofD && ofA !== ofB && ofC * ofD <= 0 && ofA * ofB <= 0) return true
  return (
    (ofC === 0 && liesBetween(a, b, c)) ||
    (ofD === 0 && liesBetween(a, b, d)) ||
    (ofA === 0 && liesBetween(c, d, a)) ||
    (ofB === 0 && liesBetween(c, d, b))
  )
}
