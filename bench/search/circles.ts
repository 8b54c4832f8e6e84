import Supercluster from 'supercluster'
import type { Item } from './items'

/** Sizes of the circles and pins of the sites that fit: one level of `supercluster`, made for the query. */
export function drawCircles(hits: readonly Item[], zoom: number): number[] {
  const index = new Supercluster({ minZoom: zoom, maxZoom: zoom, radius: 72, extent: 512 })
  index.load(
    hits.flatMap(({ id, lng, lat }) =>
      lng === null || lat === null
        ? []
        : [
            {
              type: 'Feature' as const,
              properties: { id },
              geometry: { type: 'Point' as const, coordinates: [lng, lat] },
            },
          ],
    ),
  )
  return index
    .getClusters([-180, -85, 180, 85], zoom)
    .map(({ properties }) => ('point_count' in properties ? Number(properties.point_count) : 1))
}
