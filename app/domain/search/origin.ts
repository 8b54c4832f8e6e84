import type { BBox, LngLat } from '#app/domain/kernel/geo'
import type { Criteria } from './model'
import { ringBox } from './ring'

type Asked = Pick<Criteria, 'near' | 'ring' | 'bbox' | 'towns'>

/** Whether there is a place to count distances from: without one they cannot be an order. */
export function hasOrigin({ near, ring, bbox, towns }: Asked): boolean {
  return near !== null || ring !== null || bbox !== null || towns.length === 1
}

/**
 * Where distances are counted from: the point that is asked for, else the middle of the drawn area or of the box, else
 * the one town; null when none of them is there. `pointOf` gives the place of a town.
 */
export function originOf({ near, ring, bbox, towns }: Asked, pointOf: (town: string) => LngLat | null): LngLat | null {
  if (near) return near.point
  if (ring) return middle(ringBox(ring))
  if (bbox) return middle(bbox)
  const [town] = towns
  return towns.length === 1 && town !== undefined ? pointOf(town) : null
}

function middle([west, south, east, north]: BBox): LngLat {
  return [(west + east) / 2, (south + north) / 2]
}
