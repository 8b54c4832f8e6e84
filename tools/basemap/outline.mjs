// `node tools/basemap/outline.mjs`, from the root of the project: takes the few lines of the small map on paper out of the
// basemap. Run it after build.mjs.
import { VectorTile } from '@mapbox/vector-tile'
import { readFileSync, writeFileSync } from 'node:fs'
import { PbfReader } from 'pbf'
import { PMTiles } from 'pmtiles'

const ARCHIVE = new URL('../../public/map/kz.pmtiles', import.meta.url)
const TARGET = new URL('../../app/domain/sites/pdf/country-outline.json', import.meta.url)

/** The country lies in two tiles of zoom 3, one above the other. The file counts in their units, from the upper corner. */
const ZOOM = 3
const COLUMN = 5
const ROWS = [2, 3]
const EXTENT = 4096

const bytes = readFileSync(ARCHIVE)
const archive = new PMTiles({
  getKey: () => 'basemap',
  getBytes: async (offset, length) => ({
    data: bytes.buffer.slice(bytes.byteOffset + offset, bytes.byteOffset + offset + length),
  }),
})

const outline = { regions: {}, water: '', rivers: '', regionLines: '', countryLine: '', cities: [] }
for (const row of ROWS) {
  const tile = await archive.getZxy(ZOOM, COLUMN, row)
  const { layers } = new VectorTile(new PbfReader(tile.data))
  const above = (row - ROWS[0]) * EXTENT
  for (const { properties, lines } of read(layers.regions)) {
    outline.regions[properties.key] = (outline.regions[properties.key] ?? '') + pathOf(lines, above, 'Z')
  }
  for (const { properties, lines } of read(layers.water)) if (properties.rank <= 2) outline.water += pathOf(lines, above, 'Z')
  for (const { properties, lines } of read(layers.rivers)) if (properties.rank === 1) outline.rivers += pathOf(lines, above, '')
  for (const { properties, lines } of read(layers.borders)) {
    if (properties.kind === 'region') outline.regionLines += pathOf(lines, above, '')
    if (properties.kind === 'country') outline.countryLine += pathOf(lines, above, '')
  }
  for (const { properties, lines } of read(layers.places)) {
    const { rank, kk, ru, en } = properties
    const [{ x, y }] = lines[0]
    if (rank === 1 && y >= 0 && y < EXTENT) outline.cities.push({ name: { kk, ru, en }, x, y: y + above })
  }
}
writeFileSync(TARGET, `${JSON.stringify(outline, null, 1)}\n`)

function read(layer) {
  return Array.from({ length: layer.length }, (_, index) => {
    const feature = layer.feature(index)
    return { properties: feature.properties, lines: feature.loadGeometry() }
  })
}

function pathOf(lines, above, end) {
  return lines
    .map((line) => `M${line.map(({ x, y }) => `${x} ${y + above}`).join('L')}${end}`)
    .join('')
}
