import { EXTENT } from './sources.mjs'

const EDGES = [
  { axis: 0, limit: EXTENT[0], keeps: (value) => value >= EXTENT[0] },
  { axis: 1, limit: EXTENT[1], keeps: (value) => value >= EXTENT[1] },
  { axis: 0, limit: EXTENT[2], keeps: (value) => value <= EXTENT[2] },
  { axis: 1, limit: EXTENT[3], keeps: (value) => value <= EXTENT[3] },
]

function cross(from, to, { axis, limit }) {
  const share = (limit - from[axis]) / (to[axis] - from[axis])
  const point = [from[0] + share * (to[0] - from[0]), from[1] + share * (to[1] - from[1])]
  point[axis] = limit
  return point
}

/** Ring cut to the extent (Sutherland–Hodgman); an empty array when nothing is left. */
export function clipRing(ring) {
  let points = ring.slice(0, -1)
  for (const edge of EDGES) {
    const kept = []
    points.forEach((point, index) => {
      const previous = points[(index + points.length - 1) % points.length]
      const isIn = edge.keeps(point[edge.axis])
      if (isIn !== edge.keeps(previous[edge.axis])) kept.push(cross(previous, point, edge))
      if (isIn) kept.push(point)
    })
    points = kept
  }
  return points.length < 3 ? [] : [...points, points[0]]
}

/** Polygons of a geometry cut to the extent, those that vanish left out. */
export function clipPolygons(geometry) {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
  return polygons.map((rings) => rings.map(clipRing).filter((ring) => ring.length > 0)).filter((rings) => rings.length > 0)
}

export function touchesExtent(geometry) {
  const lines = geometry.type === 'LineString' ? [geometry.coordinates] : geometry.coordinates
  return lines.some((line) =>
    line.some(([lng, lat]) => lng >= EXTENT[0] && lng <= EXTENT[2] && lat >= EXTENT[1] && lat <= EXTENT[3]),
  )
}

/** Area of a ring in square degrees: enough to rank lakes by size. */
export function measureRing(ring) {
  let sum = 0
  for (let i = 0; i + 1 < ring.length; i += 1) sum += ring[i][0] * ring[i + 1][1] - ring[i + 1][0] * ring[i][1]
  return Math.abs(sum / 2)
}

/** Whether a point lies in a multipolygon (even-odd rule, holes respected). */
export function containsPoint(polygons, [lng, lat]) {
  let isIn = false
  for (const ring of polygons.flat()) {
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i, i += 1) {
      const [ax, ay] = ring[i]
      const [bx, by] = ring[j]
      if (ay > lat !== by > lat && lng < ((bx - ax) * (lat - ay)) / (by - ay) + ax) isIn = !isIn
    }
  }
  return isIn
}
