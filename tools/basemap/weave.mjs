// Degrees: a centimetre on the ground, far below the precision of the sources.
const NEAR = 1e-7
const CELL = 0.5

const cellOf = ([lng, lat]) => `${Math.floor(lng / CELL)}/${Math.floor(lat / CELL)}`

function indexPoints(rings) {
  const cells = new Map()
  for (const point of new Map(rings.flat().map((each) => [each.join(), each])).values()) {
    const cell = cells.get(cellOf(point))
    if (cell === undefined) cells.set(cellOf(point), [point])
    else cell.push(point)
  }
  return cells
}

function* pointsAround(cells, [ax, ay], [bx, by]) {
  const [fromX, toX] = [Math.min(ax, bx), Math.max(ax, bx)].map((value) => Math.floor(value / CELL))
  const [fromY, toY] = [Math.min(ay, by), Math.max(ay, by)].map((value) => Math.floor(value / CELL))
  for (let x = fromX; x <= toX; x += 1) {
    for (let y = fromY; y <= toY; y += 1) yield* cells.get(`${x}/${y}`) ?? []
  }
}

/** How far along the edge a point lies on it, 0 to 1 exclusive; null when it is off the edge or one of its ends. */
function shareAlong([ax, ay], [bx, by], [px, py]) {
  const [dx, dy] = [bx - ax, by - ay]
  const length = Math.hypot(dx, dy)
  const share = ((px - ax) * dx + (py - ay) * dy) / length ** 2
  const distance = Math.abs((px - ax) * dy - (py - ay) * dx) / length
  const isInside = share * length > NEAR && (1 - share) * length > NEAR
  return isInside && distance < NEAR ? share : null
}

function weaveRing(ring, cells) {
  return ring.flatMap((point, i) => {
    const next = ring[i + 1]
    if (next === undefined) return [point]
    const between = []
    for (const each of pointsAround(cells, point, next)) {
      const share = shareAlong(point, next, each)
      if (share !== null) between.push({ share, each })
    }
    return [point, ...between.sort((a, b) => a.share - b.share).map(({ each }) => each)]
  })
}

/**
 * The same multipolygons with every corner of a neighbour that lies on an edge added to that edge. A cut leaves such
 * corners on one side only, and then the two sides share no arc.
 */
export function weaveCorners(shapes) {
  const cells = indexPoints(shapes.flat(2))
  return shapes.map((polygons) => polygons.map((rings) => rings.map((ring) => weaveRing(ring, cells))))
}
