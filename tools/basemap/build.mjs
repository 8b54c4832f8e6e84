import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { collectLayers } from './layers.mjs'
import { packArchive } from './pmtiles-writer.mjs'
import { cutRegions, findMisplaced } from './regions.mjs'
import { EXTENT, readTyped } from './sources.mjs'
import { cutTiles } from './tiles.mjs'

const MAX_ZOOM = 8
const TARGET = fileURLToPath(new URL('../../public/map/kz.pmtiles', import.meta.url))

function describe(layers) {
  return {
    name: 'Kazakhstan',
    description: 'Region lines are approximate',
    attribution: 'Natural Earth · GeoNames CC BY 4.0',
    vector_layers: Object.entries(layers).map(([id, features]) => ({
      id,
      minzoom: 0,
      maxzoom: MAX_ZOOM,
      fields: Object.fromEntries(Object.entries(features[0].properties).map(([key, value]) => [key, typeof value])),
    })),
  }
}

async function build(folder) {
  if (!existsSync(join(folder, 'ne_10m_ocean.shp'))) throw new Error(`No Natural Earth 10 m shapefiles in ${folder}`)
  const regions = cutRegions()
  const misplaced = findMisplaced(regions, readTyped('places'))
  if (misplaced.length > 0) throw new Error(misplaced.join('; '))
  const layers = await collectLayers(folder, regions)
  const tiles = cutTiles(layers, EXTENT, MAX_ZOOM)
  const archive = packArchive(tiles, { metadata: describe(layers), bounds: EXTENT, zooms: [0, MAX_ZOOM] })
  mkdirSync(join(TARGET, '..'), { recursive: true })
  writeFileSync(TARGET, archive)
  console.log(`${TARGET}: ${tiles.length} tiles, ${(archive.length / 1024).toFixed(0)} kB`)
}

await build(process.argv[2] ?? 'natural-earth')
