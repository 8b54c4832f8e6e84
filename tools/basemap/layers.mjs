import { clipPolygons, measureRing, touchesExtent } from './geometry.mjs'
import { drawInnerLines, joinLand } from './regions.mjs'
import { readNaturalEarth, readTyped } from './sources.mjs'

const feature = (geometry, properties) => ({ type: 'Feature', geometry, properties })
const point = (at, properties) => feature({ type: 'Point', coordinates: at }, properties)

async function collectWater(folder) {
  const ocean = await readNaturalEarth(folder, 'ocean')
  return ocean
    .flatMap(({ geometry }) => clipPolygons(geometry))
    .map((rings) => {
      const area = measureRing(rings[0])
      return feature({ type: 'Polygon', coordinates: rings }, { rank: area > 0.8 ? 1 : area > 0.06 ? 2 : 3 })
    })
}

async function collectRivers(folder) {
  const rivers = await readNaturalEarth(folder, 'rivers_lake_centerlines')
  return rivers
    .filter(({ geometry, properties }) => properties.featurecla === 'River' && touchesExtent(geometry))
    .map(({ geometry, properties }) => feature(geometry, { rank: properties.scalerank <= 5 ? 1 : 2 }))
}

const isBaikonur = ({ featurecla }) => featurecla === 'Lease limit'
const isKazakhstan = ({ adm0_left: left, adm0_right: right }) => left === 'Kazakhstan' || right === 'Kazakhstan'

async function collectBorders(folder, inner) {
  const lines = await readNaturalEarth(folder, 'admin_0_boundary_lines_land')
  const countries = lines
    .filter(({ geometry, properties }) => !isBaikonur(properties) && touchesExtent(geometry))
    .map(({ geometry, properties }) => feature(geometry, { kind: isKazakhstan(properties) ? 'country' : 'foreign' }))
  return [...countries, feature(inner, { kind: 'region', approximate: true })]
}

function collectNames() {
  const regions = readTyped('regions')
    .filter(({ label }) => label !== undefined)
    .map(({ key, kk, ru, en, label }) => point(label, { kind: 'region', rank: 1, key, kk, ru, en }))
  return [...regions, ...readTyped('names').map(({ at, ...properties }) => point(at, properties))]
}

const collectPlaces = () => readTyped('places').map(({ at, region: _region, ...properties }) => point(at, properties))

/** Layer name to GeoJSON features, in the order they are drawn. */
export async function collectLayers(folder, regions) {
  return {
    land: [feature(joinLand(regions), {})],
    regions,
    water: await collectWater(folder),
    rivers: await collectRivers(folder),
    borders: await collectBorders(folder, drawInnerLines(regions)),
    names: collectNames(),
    places: collectPlaces(),
  }
}
