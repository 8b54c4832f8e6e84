import { Marker, Popup } from '@vis.gl/react-maplibre'
import { useState } from 'react'
import type { MapPoint, MapProps } from './map-props'
import { paletteOf } from './palette'

/** The marker of the point picker: a click puts it, dragging moves it. */
export function Picker({ marker, labels, onPick }: MapProps) {
  // Held here while it is dragged: the page may render meanwhile and would put the marker back.
  const [dragged, setDragged] = useState<MapPoint | null>(null)
  const at = dragged ?? marker
  if (!at) return null
  return (
    <Marker
      longitude={at[0]}
      latitude={at[1]}
      anchor="bottom"
      color={paletteOf('light').site}
      draggable={onPick !== undefined}
      onDrag={({ lngLat }) => setDragged([lngLat.lng, lngLat.lat])}
      onDragEnd={({ lngLat }) => {
        setDragged(null)
        onPick?.([lngLat.lng, lngLat.lat])
      }}
      aria-label={labels.marker}
    />
  )
}

/** What the page shows about one point, as React children: never HTML made from data. */
export function SitePopup({ popup }: MapProps) {
  if (!popup) return null
  return (
    <Popup
      key={popup.at.join()}
      longitude={popup.at[0]}
      latitude={popup.at[1]}
      offset={14}
      maxWidth="260px"
      closeOnClick={false}
      focusAfterOpen={false}
      onClose={() => popup.onClose?.()}
    >
      {popup.content}
    </Popup>
  )
}
