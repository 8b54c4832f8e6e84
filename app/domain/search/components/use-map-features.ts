import { writeCriteria } from '#app/domain/search/address'
import type { Criteria } from '#app/domain/search/model'
import type { MapBox, MapFeatures, MapMove } from '#app/ui/map/map-props'
import { useCallback, useEffect, useRef, useState } from 'react'

const nothing: MapFeatures = { type: 'FeatureCollection', features: [] }

/** Box as it stands in addresses: 4 decimals are ten metres. */
export function roundBox([west, south, east, north]: MapBox): MapBox {
  const down = (value: number) => Math.floor(value * 1e4) / 1e4
  const up = (value: number) => Math.ceil(value * 1e4) / 1e4
  return [Math.max(-180, down(west)), Math.max(-90, down(south)), Math.min(180, up(east)), Math.min(90, up(north))]
}

/** While the map is pushed on and on, only where it comes to rest is asked for. */
const restMs = 120

/** Address of the circles and pins for what is asked, on the part of the map that is seen (with some air around). */
function mapAddress(criteria: Criteria, { box, zoom }: Pick<MapMove, 'box' | 'zoom'>): string {
  const [west, south, east, north] = box
  const air = [(east - west) * 0.15, (north - south) * 0.15] as const
  const bbox = roundBox([west - (air[0] ?? 0), south - (air[1] ?? 0), east + (air[0] ?? 0), north + (air[1] ?? 0)])
  const params = writeCriteria({ ...criteria, bbox, page: 1, sort: 'relevance' })
  params.delete('size')
  params.set('zoom', zoom.toFixed(2))
  return `/api/map?${params}`
}

/**
 * Circles and pins for the criteria, wherever the map is moved: the box of the criteria gives way to the box on the
 * screen. An answer that comes too late or not at all leaves what is drawn.
 */
export function useMapFeatures(criteria: Criteria) {
  const [features, setFeatures] = useState(nothing)
  const seen = useRef<Pick<MapMove, 'box' | 'zoom'> | null>(null)
  const running = useRef<AbortController | null>(null)
  const waiting = useRef<number | undefined>(undefined)
  const asked = useRef(criteria)
  asked.current = criteria

  const draw = useCallback(async () => {
    if (seen.current === null) return
    running.current?.abort()
    const own = (running.current = new AbortController())
    try {
      const answer = await fetch(mapAddress(asked.current, seen.current), { signal: own.signal })
      if (answer.ok) setFeatures((await answer.json()) as MapFeatures)
    } catch {
      // Moved on, or the line is down: the next move asks again.
    }
  }, [])

  const key = writeCriteria({ ...criteria, page: 1 }).toString()
  useEffect(() => void draw(), [draw, key])
  const stop = useCallback(() => {
    window.clearTimeout(waiting.current)
    running.current?.abort()
  }, [])
  useEffect(() => stop, [stop])

  const look = useCallback(
    (move: MapMove) => {
      const isFirst = seen.current === null
      seen.current = { box: move.box, zoom: move.zoom }
      stop()
      waiting.current = window.setTimeout(() => void draw(), isFirst ? 0 : restMs)
    },
    [draw, stop],
  )
  return { features, look }
}
