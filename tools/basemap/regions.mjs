import { difference, intersection, union } from 'polyclip-ts'
import { mesh } from 'topojson-client'
import { topology } from 'topojson-server'
import { containsPoint } from './geometry.mjs'
import { readOblasts, readTyped } from './sources.mjs'
import { weaveCorners } from './weave.mjs'

/** Today's 20 regions as GeoJSON features, cut out of the old oblasts with the lines of cuts.json. */
export function cutRegions() {
  const shapes = readOblasts()
  for (const { key, from, ring } of readTyped('cuts')) {
    const piece = intersection(shapes.get(from), [ring])
    if (piece.length === 0) throw new Error(`The cut of ${key} misses ${from}`)
    shapes.set(from, difference(shapes.get(from), [ring]))
    shapes.set(key, shapes.has(key) ? union(shapes.get(key), piece) : piece)
  }
  const regions = readTyped('regions')
  const missing = regions.filter(({ key }) => !shapes.has(key))
  if (missing.length > 0) throw new Error(`No shape for ${missing.map(({ key }) => key).join()}`)
  const woven = weaveCorners(regions.map(({ key }) => shapes.get(key)))
  return regions.map(({ key, kato, kk, ru, en }, i) => ({
    type: 'Feature',
    id: Number(kato),
    properties: { key, kk, ru, en },
    geometry: { type: 'MultiPolygon', coordinates: woven[i] },
  }))
}

/** Keys of places whose typed region is not the one their point falls in: a cut gone wrong. */
export function findMisplaced(regions, places) {
  const shapeOf = new Map(regions.map((region) => [region.properties.key, region.geometry.coordinates]))
  return places
    .filter(({ region, at }) => region !== undefined && !containsPoint(shapeOf.get(region), at))
    .map(({ key, region }) => `${key} is not in ${region}`)
}

/** The land of the country without its inner lines; slivers between two regions are closed. */
export function joinLand(regions) {
  const [first, ...rest] = regions.map(({ geometry }) => geometry.coordinates)
  return { type: 'MultiPolygon', coordinates: union(first, ...rest).map((rings) => [rings[0]]) }
}

/** The lines between the regions: the edges that two of them share. */
export function drawInnerLines(regions) {
  const shared = topology({ regions: { type: 'FeatureCollection', features: regions } }, 1e6)
  return mesh(shared, shared.objects.regions, (a, b) => a !== b)
}
