import { Layer, Source } from '@vis.gl/react-maplibre'
import type { Feature, FeatureCollection } from 'geojson'
import { HIT_LAYER } from './layers'
import type { MapPoint, MapProps } from './map-props'
import { paletteOf, type MapTheme } from './palette'

type OutlineProps = {
  /** Different for each outline of a map. */
  id: string
  corners: readonly MapPoint[]
  hasCorners?: boolean
  theme: MapTheme
}

/** Areas that are searched in, and the outline of a plot. */
export function Outlines({ areas, outline, theme }: Pick<MapProps, 'areas' | 'outline'> & { theme: MapTheme }) {
  return (
    <>
      {areas?.map((corners, index) => (
        <OutlineLayers key={index} id={`area-${index}`} corners={corners} hasCorners={false} theme={theme} />
      ))}
      {outline !== undefined && <OutlineLayers id="outline" corners={outline} theme={theme} />}
    </>
  )
}

/** The corners of a plot, the line around them and what it encloses. */
function OutlineLayers({ id, corners, hasCorners = true, theme }: OutlineProps) {
  const { site } = paletteOf(theme)
  // What is drawn to search in lies under the sites; what is being set lies above them.
  const under = hasCorners ? {} : { beforeId: HIT_LAYER }
  return (
    <Source id={id} type="geojson" data={outlineOf(corners, hasCorners)}>
      <Layer
        id={`${id}-area`}
        type="fill"
        {...under}
        filter={['==', ['geometry-type'], 'Polygon']}
        paint={{ 'fill-color': site, 'fill-opacity': 0.2 }}
      />
      <Layer
        id={`${id}-line`}
        type="line"
        filter={['!=', ['geometry-type'], 'Point']}
        paint={{ 'line-color': site, 'line-width': 2 }}
      />
      <Layer
        id={`${id}-corners`}
        type="circle"
        filter={['==', ['geometry-type'], 'Point']}
        paint={{ 'circle-color': site, 'circle-radius': 5 }}
      />
    </Source>
  )
}

function outlineOf(corners: readonly MapPoint[], hasCorners: boolean): FeatureCollection {
  const [first] = corners
  const ring = first === undefined ? [] : [...corners, first]
  const shape: Feature['geometry'] =
    corners.length < 3 ? { type: 'LineString', coordinates: [...corners] } : { type: 'Polygon', coordinates: [ring] }
  const feature = (geometry: Feature['geometry']): Feature => ({ type: 'Feature', properties: {}, geometry })
  const points = (hasCorners ? corners : []).map((corner) => feature({ type: 'Point', coordinates: corner }))
  return { type: 'FeatureCollection', features: [...(corners.length > 1 ? [feature(shape)] : []), ...points] }
}
