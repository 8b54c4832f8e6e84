// What one would take without a server that makes circles: all points in one file, clustered by the map's own worker.
import 'maplibre-gl/dist/maplibre-gl.css'
import { addProtocol, Map as LibreMap, setWorkerUrl, type LayerSpecification } from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url'
import { Protocol } from 'pmtiles'
import { basemapStyle } from '#app/ui/map/basemap'
import { clusterLayers, hitLayer, siteLayer, SITES_SOURCE } from '#app/ui/map/layers'
import { COUNTRY_BOX, FIT_OPTIONS } from '#app/ui/map/view'

setWorkerUrl(workerUrl)
addProtocol('pmtiles', new Protocol().tile)

const map = new LibreMap({
  container: 'map',
  style: basemapStyle('ru', 'light', window.location.origin),
  bounds: COUNTRY_BOX,
  fitBoundsOptions: FIT_OPTIONS,
  ...{ minZoom: 2, maxZoom: 16, renderWorldCopies: false, fadeDuration: 0, attributionControl: false },
})
Object.assign(window, { benchMap: map })

/** Our layers, which read the count of a circle under the name that the map gives it. */
function withPointCount(layer: object): LayerSpecification {
  const text = JSON.stringify(layer).replaceAll('"count"', '"point_count"')
  return { ...(JSON.parse(text) as LayerSpecification), source: SITES_SOURCE } as LayerSpecification
}

map.on('load', () => {
  map.addSource(SITES_SOURCE, { type: 'geojson', data: '/sites.geojson', cluster: true, clusterMaxZoom: 13 })
  for (const layer of [hitLayer, ...clusterLayers('light'), siteLayer('light')]) map.addLayer(withPointCount(layer))
})
