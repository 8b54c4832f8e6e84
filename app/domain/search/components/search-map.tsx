import { searchPath } from '#app/domain/search/address'
import { roundBox } from '#app/domain/search/map-question'
import type { Criteria } from '#app/domain/search/model'
import { circleAround, ringBox } from '#app/domain/search/ring'
import { viewBox } from '#app/domain/search/view-box'
import { useLanguage } from '#app/platform/i18n/use-language'
import { MapView } from '#app/ui/map/map-view'
import type { MapBox, MapMove, MapPoint } from '#app/ui/map/map-props'
import { useMapLabels } from '#app/ui/map/use-map-labels'
import { useNavigate } from '@remix-run/react'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { SearchData } from './search-data'
import type { Hovering } from './search-results'
import { useMapFeatures } from './use-map-features'
import { PinPopup, usePin } from './pin-popup'
import { MapLegend } from './map-legend'
import { MapTools } from './map-tools'
import { useMapTool } from './use-map-tool'

type SearchMapProps = { data: SearchData } & Hovering

/** The map of a search: the same sites as the list. Moving it offers to search where it shows. */
export function SearchMap({ data, hovered, onHover }: SearchMapProps) {
  const { t, lang } = useLanguage()
  const { criteria } = data
  const { features, look } = useMapFeatures(criteria)
  const { bounds, center, movedTo, move, searchHere } = useView(data)
  const pin = usePin(data)
  const tool = useMapTool(criteria)
  const isLooking = tool.mode === 'look'
  const labels = useMapLabels(t('search.map_title'))
  return (
    <div className="relative h-full w-full">
      <MapView
        lang={lang}
        labels={{ ...labels, marker: t('search.near.point') }}
        features={features}
        bounds={bounds}
        hoveredNumber={hovered}
        selectedNumber={pin.selected?.number ?? null}
        popup={
          pin.selected && {
            at: pin.selected.point,
            content: <PinPopup pin={pin.selected} />,
            onClose: pin.close,
          }
        }
        marker={criteria.near?.point ?? null}
        areas={useMemo(() => areasOf(criteria), [criteria])}
        outline={isLooking ? undefined : tool.corners}
        styleUrl={data.styleUrl}
        onMoving={(next) => look(next, true)}
        onMove={(next) => {
          look(next)
          move(next)
        }}
        onSelect={(number) => void pin.select(number, features)}
        onHover={onHover}
        onPick={isLooking ? undefined : tool.set}
      />
      <MapTools tool={tool} center={center} />
      {isLooking && <MapLegend hasPoint={criteria.near !== null} />}
      {movedTo && isLooking && (
        <button
          type="button"
          onClick={searchHere}
          className="border-edge bg-surface text-ink hover:border-accent shadow-float absolute top-4 left-1/2 min-h-11 -translate-x-1/2 rounded-md border px-4 font-semibold whitespace-nowrap"
        >
          {t('search.search_here')}
        </button>
      )}
    </div>
  )
}

/** The box that was asked for, else that of the drawn area or the distance, else the sites that were found. */
function openingBox({ bbox, ring, near }: Criteria, extent: SearchData['extent']): MapBox {
  const shape = ring ?? (near?.withinKm ? circleAround(near.point, near.withinKm) : null)
  return bbox ?? (shape ? ringBox(shape) : viewBox(extent))
}

/** The drawn area, and the circle of the distance that is asked for. */
function areasOf({ ring, near }: Criteria): MapPoint[][] {
  const circle = near && near.withinKm !== null ? [circleAround(near.point, near.withinKm)] : []
  return [...(ring ? [ring] : []), ...circle]
}

/** What the map shows, and where it was moved to since the last search. */
function useView({ criteria, extent }: SearchData) {
  const { href } = useLanguage()
  const navigate = useNavigate()
  const [bounds, setBounds] = useState<MapBox>(() => openingBox(criteria, extent))
  const [center, setCenter] = useState<MapPoint | null>(null)
  const [movedTo, setMovedTo] = useState<MapBox | null>(null)
  const ownBox = useRef<string | null>(null)
  const asked = searchPath({ ...criteria, page: 1, sort: 'relevance' })
  const shown = useRef(asked)

  useEffect(() => {
    if (shown.current === asked) return
    shown.current = asked
    setMovedTo(null)
    const box = criteria.bbox?.join(',') ?? null
    // The map already shows the box that was asked for from here.
    if (box === null || box !== ownBox.current) setBounds(openingBox(criteria, extent))
    ownBox.current = box
  }, [asked, criteria, extent])

  return {
    bounds,
    center,
    movedTo,
    move: ({ box, center: seen, isByUser }: MapMove) => {
      setCenter(seen)
      if (isByUser) setMovedTo(roundBox(box))
    },
    searchHere: () => {
      if (movedTo === null) return
      ownBox.current = movedTo.join(',')
      navigate(href(searchPath({ ...criteria, bbox: movedTo, ring: null, page: 1 })), { preventScrollReset: true })
    },
  }
}
