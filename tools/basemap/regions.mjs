import { difference, intersection, union } from 'polyclip-ts'
import { merge, mesh } from 'topojson-client'
import { topology } from 'topojson-server'
import { containsPoint } from './geometry.mjs'
import { readOblasts, readTyped } from './sources.mjs'

/** Today's 20 regions as GeoJSON features, cut out of the old oblasts with the lines of cuts.json. */
export function cutRegions() {
  const shapes = readOblasts()
  for (const { key, from, ring } of readTyped('cuts')) {
    const piece = intersection(shapes.get(from), [ring])
    if (piece.length === 0) throw new Error(`The cut of ${key} misses ${from}`)
    shapes.set(from, difference(shapes.get(from), [ring]))
    shapes.set(key, shapes.has(key) ? union(shapes.get(key), piece) : piece)
  }
  return readTyped('regions').map(({ key, kato, kk, ru, en }) => {
    if (!shapes.has(key)) throw new Error(`No shape for the region ${key}`)
    return {
      type: 'Feature',
      id: Number(kato),
      properties: { key, kk, ru, en },
      geometry: { type: 'MultiPolygon', coordinates: shapes.get(key) },
    }
  })
}

/** Keys of places whose typed region is not the one their point falls in: a cut gone wrong. */
export function findMisplaced(regions, places) {
  const shapeOf = new Map(regions.map((region) => [region.properties.key, region.geometry.coordinates]))
  return places
    .filter(({ region, at }) => region !== undefined && !containsPoint(shapeOf.get(region), at))
    .map(({ key, region }) => `${key} is not in ${region}`)
}

/** The land of the country and the lines between its regions, from one topology so that edges meet. */
export function deriveBorders(regions) {
  const shared = topology({ regions: { type: 'FeatureCollection', features: regions } }, 1e6)
  return {
    land: merge(shared, shared.objects.regions.geometries),
    inner: mesh(shared, shared.objects.regions, (a, b) => a !== b),
    outer: mesh(shared, shared.objects.regions, (a, b) => a === b),
  }
}
