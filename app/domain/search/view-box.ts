import { kazakhstan, type BBox } from '#app/domain/kernel/geo'

/** Degrees around a single place, about four kilometres, so that a map does not fall on one roof. */
const air = 0.04

/** Box that a map opens with for the box around what was found; the whole country when nothing was. */
export function viewBox(extent: BBox | null): BBox {
  if (extent === null) return kazakhstan
  const [west, south, east, north] = extent
  return [west - air, south - air, east + air, north + air]
}
