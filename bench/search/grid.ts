/** Sites of one cell of the grid of a map; `x` and `y` are their middle in the unit square. */
export type GridCell = { column: number; line: number; count: number; x: number; y: number }

const around = [-1, 0, 1].flatMap((dx) => [-1, 0, 1].map((dy) => [dx, dy] as const))

/** Sizes of the circles of a map: as the catalogue does, larger cells take in neighbours whose middle is near. */
export function mergeCells(cells: readonly GridCell[], zoom: number): number[] {
  const cellSize = 72 / (512 * 2 ** zoom)
  const left = new Map(cells.map((cell) => [`${cell.column}/${cell.line}`, cell]))
  const bySize = [...cells].sort((a, b) => b.count - a.count || a.column - b.column || a.line - b.line)
  return bySize.flatMap((cell) => {
    if (!left.delete(`${cell.column}/${cell.line}`)) return []
    let count = cell.count
    for (const [dx, dy] of around) {
      const key = `${cell.column + dx}/${cell.line + dy}`
      const neighbour = left.get(key)
      if (!neighbour || Math.hypot(neighbour.x - cell.x, neighbour.y - cell.y) > cellSize * 0.8) continue
      left.delete(key)
      count += neighbour.count
    }
    return [count]
  })
}
