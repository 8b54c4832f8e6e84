import type { SeenMap } from '#app/domain/search/map-question'
import type { Criteria } from '#app/domain/search/model'
import type { MapFeatures } from '#app/ui/map/map-props'
import { useCallback, useEffect, useRef, useState } from 'react'
import { MapFeed } from './map-feed'

const nothing: MapFeatures = { type: 'FeatureCollection', features: [] }

/** Circles and pins for the criteria, wherever the map is moved; `look` is told while it moves and when it rests. */
export function useMapFeatures(criteria: Criteria) {
  const [features, setFeatures] = useState(nothing)
  const [feed] = useState(() => new MapFeed({ ask: fetchFeatures, show: setFeatures, now: () => performance.now() }))
  const seen = useRef<SeenMap | null>(null)
  const asked = useRef(criteria)

  useEffect(() => {
    asked.current = criteria
    if (seen.current) feed.look(criteria, seen.current)
  }, [feed, criteria])
  useEffect(() => () => feed.stop(), [feed])

  const look = useCallback(
    (next: SeenMap, isMoving = false) => {
      seen.current = next
      feed.look(asked.current, next, isMoving)
    },
    [feed],
  )
  return { features, look }
}

async function fetchFeatures(address: string, signal: AbortSignal): Promise<MapFeatures> {
  const answer = await fetch(address, { signal })
  if (!answer.ok) throw new Error(`the map was answered with ${answer.status}`)
  return (await answer.json()) as MapFeatures
}
