import 'maplibre-gl/dist/maplibre-gl.css'
import './map-canvas.css'
import { addProtocol, setWorkerUrl } from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url'
import { Protocol } from 'pmtiles'
import { type RefObject, useEffect, useMemo, useRef, useState } from 'react'
import {
  AttributionControl,
  type ErrorEvent,
  Layer,
  Map as LibreMap,
  type MapEvent,
  type MapLayerMouseEvent,
  type MapRef,
  NavigationControl,
  Source,
  type ViewStateChangeEvent,
} from '@vis.gl/react-maplibre'
import { basemapStyle } from './basemap'
import { CLUSTER_LAYER, clusterLayers, HIT_LAYER, hitLayer, ringLayer, siteLayer, SITES_SOURCE } from './layers'
import { Picker, SitePopup } from './map-overlays'
import { Outlines } from './map-outline'
import type { MapBox, MapLabels, MapProps, MapSight } from './map-props'
import type { MapTheme } from './palette'
import { useMapTheme } from './use-map-theme'
import { FIT_OPTIONS, initialView, readBox } from './view'

setWorkerUrl(workerUrl)
addProtocol('pmtiles', new Protocol().tile)

function toLocale(labels: MapLabels) {
  return {
    'Map.Title': labels.title,
    'Marker.Title': labels.marker,
    'NavigationControl.ZoomIn': labels.zoomIn,
    'NavigationControl.ZoomOut': labels.zoomOut,
    'AttributionControl.ToggleAttribution': labels.attribution,
    'Popup.Close': labels.close,
  }
}

function readView(map: MapEvent['target']): MapSight {
  const bounds = map.getBounds()
  const { lng, lat } = map.getCenter()
  return {
    box: [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()],
    center: [lng, lat],
    zoom: map.getZoom(),
  }
}

function SiteLayers({ features, hoveredNumber, selectedNumber, theme }: MapProps & { theme: MapTheme }) {
  const [circles, counts] = clusterLayers(theme)
  return (
    <Source id={SITES_SOURCE} type="geojson" data={features}>
      <Layer {...hitLayer} />
      <Layer {...circles} />
      <Layer {...counts} />
      <Layer {...siteLayer(theme)} />
      <Layer {...ringLayer('hovered', hoveredNumber ?? null, theme)} />
      <Layer {...ringLayer('selected', selectedNumber ?? null, theme)} />
    </Source>
  )
}

/** Moves the map when the page asks for another box or centre; the first one is where the map opened. */
function useAskedView(map: RefObject<MapRef>, { bounds, center, zoom }: MapProps) {
  const asked = JSON.stringify(bounds ?? [center, zoom])
  const shown = useRef(asked)
  useEffect(() => {
    if (shown.current === asked) return
    shown.current = asked
    if (bounds !== undefined) map.current?.fitBounds(bounds, FIT_OPTIONS)
    else if (center !== undefined) map.current?.easeTo({ center, ...(zoom === undefined ? {} : { zoom }) })
  }, [map, asked, bounds, center, zoom])
}

/** The map on its way is told of this often, not with every frame. */
const MOVING_MS = 120

function useMoving({ onMoving }: MapProps) {
  const toldAt = useRef(0)
  if (onMoving === undefined) return undefined
  return ({ target }: ViewStateChangeEvent) => {
    const now = performance.now()
    if (now - toldAt.current < MOVING_MS) return
    toldAt.current = now
    onMoving(readView(target))
  }
}

/** Pointer handlers: what lies under the pointer is a cluster, a site, or a place to pick. */
function usePointer({ onSelect, onHover, onPick }: MapProps) {
  const [isOverFeature, setIsOverFeature] = useState(false)
  const hovered = useRef<string | null>(null)
  const hover = (event: MapLayerMouseEvent | null) => {
    // Marks that are pushed past the pointer are not pointed at.
    if (event?.target.isMoving()) return
    const feature = event?.features?.[0]
    const number: unknown = feature?.properties.number
    const next = typeof number === 'string' ? number : null
    setIsOverFeature(feature !== undefined)
    if (next !== hovered.current) onHover?.(next)
    hovered.current = next
  }
  const click = (event: MapLayerMouseEvent) => {
    if (onPick) return onPick([event.lngLat.lng, event.lngLat.lat])
    const properties = event.features?.[0]?.properties
    const box = readBox(properties?.bbox)
    if (box !== null) openCluster(event, box)
    else if (typeof properties?.number === 'string') onSelect?.(properties.number)
  }
  return { cursor: onPick ? 'crosshair' : isOverFeature ? 'pointer' : '', hover, click }
}

/** A circle falls apart at every zoom: the map goes at least so many levels nearer, to where every site stands alone. */
const OPEN_BY = 1.5

/** Goes to the sites of a circle, as a move of the person who pressed it. */
function openCluster({ target, originalEvent }: MapLayerMouseEvent, [west, south, east, north]: MapBox): void {
  const fitting = target.cameraForBounds([west, south, east, north], { padding: 80 })
  const zoom = Math.min(target.getMaxZoom(), Math.max(fitting?.zoom ?? 0, target.getZoom() + OPEN_BY))
  target.easeTo({ center: [(west + east) / 2, (south + north) / 2], zoom }, { originalEvent })
}

/** The operator's style while it works, the embedded one from the first failure on. */
function useBasemap({ lang, styleUrl }: MapProps, theme: MapTheme) {
  const [hasFailed, setHasFailed] = useState(false)
  const embedded = useMemo(() => basemapStyle(lang, theme, window.location.origin), [lang, theme])
  const operators = hasFailed ? null : (styleUrl ?? null)
  return { style: operators ?? embedded, isOperators: operators !== null, giveUp: () => setHasFailed(true) }
}

const GESTURES_OFF = { dragRotate: false, touchPitch: false, pitchWithRotate: false }

/** The map itself. Browser only: load it through `MapView`, which waits until it is seen and has a fallback. */
export function MapCanvas(props: MapProps) {
  const { lang, labels, isInteractive = true, onMove, onUnavailable } = props
  const theme = useMapTheme()
  const map = useRef<MapRef>(null)
  const [isReady, setIsReady] = useState(false)
  const [opening] = useState(() => initialView(props))
  const basemap = useBasemap(props, theme)
  const pointer = usePointer(props)
  const handleMoving = useMoving(props)
  useAskedView(map, props)

  const handleLoad = ({ target }: MapEvent) => {
    target.touchZoomRotate.disableRotation()
    target.keyboard.disableRotation()
    onMove?.({ ...readView(target), isByUser: false })
  }
  const handleMoveEnd = ({ target, originalEvent }: ViewStateChangeEvent) =>
    onMove?.({ ...readView(target), isByUser: originalEvent !== undefined })
  const handleError = (event: ErrorEvent) => {
    if (event.error.name === 'GPUInitializationError') return onUnavailable?.()
    if (basemap.isOperators && !isReady) return basemap.giveUp()
    // A tile or a font that did not come: the map goes on without it.
    window.reportError(event.error)
  }

  return (
    <div className="map-canvas" data-map-state={isReady ? 'ready' : 'loading'}>
      <LibreMap
        key={lang}
        ref={map}
        initialViewState={opening}
        mapStyle={basemap.style}
        locale={toLocale(labels)}
        interactive={isInteractive}
        interactiveLayerIds={[HIT_LAYER, CLUSTER_LAYER]}
        cursor={pointer.cursor}
        minZoom={2}
        maxZoom={16}
        renderWorldCopies={false}
        fadeDuration={0}
        attributionControl={false}
        {...GESTURES_OFF}
        onLoad={handleLoad}
        onIdle={() => setIsReady(true)}
        onMove={handleMoving}
        onMoveEnd={handleMoveEnd}
        onMouseMove={pointer.hover}
        onMouseOut={() => pointer.hover(null)}
        onClick={pointer.click}
        onError={handleError}
      >
        <SiteLayers {...props} theme={theme} />
        <Outlines {...props} theme={theme} />
        <Picker {...props} />
        <SitePopup {...props} />
        {isInteractive && <NavigationControl position="top-right" showCompass={false} />}
        <AttributionControl position="bottom-right" customAttribution={labels.approximate} />
      </LibreMap>
    </div>
  )
}
