import type { LngLat } from '#app/domain/kernel/geo'
import { parseCoordinates } from '#app/domain/kernel/geo'

/** Share by which the outline and the stated area may differ before somebody should look again; our own judgement. */
const tolerance = 0.2

const earthRadiusM = 6_371_008.8

/** Area inside the ring in hectares, on a sphere (exact to about half a percent for plots); 0 for fewer than 3 corners. */
export function outlineAreaHa(corners: readonly LngLat[]): number {
  const radians = Math.PI / 180
  const [origin] = corners
  if (origin === undefined || corners.length < 3) return 0
  const flat = corners.map(([lng, lat]) => ({
    x: (lng - origin[0]) * radians * Math.cos(origin[1] * radians) * earthRadiusM,
    y: (lat - origin[1]) * radians * earthRadiusM,
  }))
  const twice = flat.reduce((sum, { x, y }, index) => {
    const next = flat[(index + 1) % flat.length] ?? { x, y }
    return sum + x * next.y - next.x * y
  }, 0)
  return Math.abs(twice) / 2 / 10_000
}

/** Whether the drawn area and the stated one contradict each other; false while one of them is not known. */
export function isOutlineOff(drawnHa: number, statedHa: number | null): boolean {
  if (statedHa === null || statedHa === 0 || drawnHa === 0) return false
  return Math.abs(drawnHa - statedHa) / statedHa > tolerance
}

/** Corners typed one a line; lines that are no point are left out, so that a half-typed outline can be drawn. */
export function readCorners(text: string): LngLat[] {
  return text.split('\n').flatMap((line) => {
    const verdict = parseCoordinates(line.trim())
    return verdict.ok ? [verdict.value] : []
  })
}
