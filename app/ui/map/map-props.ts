import type { FeatureCollection, Point } from 'geojson'
import type { ReactNode } from 'react'
import type { MapLanguage } from './basemap'

/** Longitude, latitude in degrees. */
export type MapPoint = [lng: number, lat: number]

/** West, south, east, north in degrees. */
export type MapBox = [west: number, south: number, east: number, north: number]

/** What the server sends for the box on the screen: groups of sites, and sites that stand alone. */
export type MapFeatureProperties = { count: number; bbox: MapBox } | { number: string; kind: string; freshness: string }

export type MapFeatures = FeatureCollection<Point, MapFeatureProperties>

/** Texts of the map in the page's language. */
export type MapLabels = {
  title: string
  zoomIn: string
  zoomOut: string
  attribution: string
  approximate: string
  close: string
  marker: string
  unavailable: string
}

export type MapPopup = { at: MapPoint; content: ReactNode; onClose?: () => void }

/** What is on the screen. */
export type MapSight = { box: MapBox; center: MapPoint; zoom: number }

export type MapMove = MapSight & {
  /** False for the first view and for moves that the page itself asked for. */
  isByUser: boolean
}

export type MapProps = {
  lang: MapLanguage
  labels: MapLabels
  features: MapFeatures
  /** The box to fit; wins over `center` and `zoom`. A new value moves the map. */
  bounds?: MapBox
  center?: MapPoint
  zoom?: number
  hoveredNumber?: string | null
  selectedNumber?: string | null
  popup?: MapPopup | null
  /** The point picker: where the marker stands (null: nowhere yet). Used together with `onPick`. */
  marker?: MapPoint | null
  /** Corners of a plot, drawn as a closed line once there are two. */
  outline?: readonly MapPoint[]
  /** Areas that are shown without their corners. */
  areas?: readonly (readonly MapPoint[])[]
  /** False for a picture that is only looked at: no gestures, no controls, not in the tab order. */
  isInteractive?: boolean
  /** The operator's own basemap style; the embedded basemap takes over when it fails to load. */
  styleUrl?: string | null
  /** Where the map comes to rest. */
  onMove?: (move: MapMove) => void
  /** Where it is on its way there, a few times a second. */
  onMoving?: (sight: MapSight) => void
  onSelect?: (number: string) => void
  onHover?: (number: string | null) => void
  /** Takes every press on the map, also on marks: while a place is chosen nothing is opened. */
  onPick?: (point: MapPoint) => void
  /** The map cannot be drawn here: no WebGL 2, or its code did not load. */
  onUnavailable?: () => void
}
