import { gzipSync } from 'node:zlib'
import { GeoJSONVT } from '@maplibre/geojson-vt'
import { fromGeojsonVt } from '@maplibre/vt-pbf'
import { zxyToTileId } from 'pmtiles'

const TILE_EXTENT = 4096

function toTileX(lng, zoom) {
  return Math.floor(((lng + 180) / 360) * 2 ** zoom)
}

function toTileY(lat, zoom) {
  const sine = Math.sin((lat * Math.PI) / 180)
  return Math.floor((0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI)) * 2 ** zoom)
}

function encodeTile(indexes, z, x, y) {
  const layers = {}
  for (const [name, index] of Object.entries(indexes)) {
    const tile = index.getTile(z, x, y)
    if (tile !== null && tile.features.length > 0) layers[name] = tile
  }
  if (Object.keys(layers).length === 0) return undefined
  return gzipSync(fromGeojsonVt(layers, { version: 2, extent: TILE_EXTENT }), { level: 9 })
}

/** Gzipped vector tiles of the extent as `{ id, data }`, ordered by PMTiles tile id; empty tiles left out. */
export function cutTiles(layers, [west, south, east, north], maxZoom) {
  const options = { maxZoom, tolerance: 4, extent: TILE_EXTENT, buffer: 64, indexMaxZoom: 5 }
  const indexes = Object.fromEntries(
    Object.entries(layers).map(([name, features]) => [name, new GeoJSONVT({ type: 'FeatureCollection', features }, options)]),
  )
  const tiles = []
  for (let z = 0; z <= maxZoom; z += 1) {
    for (let x = toTileX(west, z); x <= toTileX(east, z); x += 1) {
      for (let y = toTileY(north, z); y <= toTileY(south, z); y += 1) {
        const data = encodeTile(indexes, z, x, y)
        if (data !== undefined) tiles.push({ id: zxyToTileId(z, x, y), data })
      }
    }
  }
  return tiles.sort((a, b) => a.id - b.id)
}
