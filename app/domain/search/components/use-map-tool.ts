import type { LngLat } from '#app/domain/kernel/geo'
import { searchPath } from '#app/domain/search/address'
import type { Criteria } from '#app/domain/search/model'
import { isSimpleRing, ringCorners } from '#app/domain/search/ring'
import { useLanguage } from '#app/platform/i18n/use-language'
import { useNavigate } from '@remix-run/react'
import { useCallback, useState } from 'react'
import { useNearPoint } from './use-near-me'

/** What a press on the map does: open what is there, set a corner of an area, or choose the point of distances. */
export type MapToolMode = 'look' | 'draw' | 'pick'

/** Corners to a metre. */
const round = ([lng, lat]: LngLat): LngLat => [Number(lng.toFixed(5)), Number(lat.toFixed(5))]

/** The tool that is in hand on the map of a search, and the corners that were set with it. */
export function useMapTool(criteria: Criteria) {
  const { href } = useLanguage()
  const navigate = useNavigate()
  const goNear = useNearPoint(criteria)
  const [mode, setMode] = useState<MapToolMode>('look')
  const [corners, setCorners] = useState<LngLat[]>([])
  const take = useCallback((next: MapToolMode) => {
    setCorners([])
    setMode(next)
  }, [])
  return {
    mode,
    corners,
    take,
    canFinish: isSimpleRing(corners),
    isCrossed: corners.length >= ringCorners.min && !isSimpleRing(corners),
    set: (point: LngLat) => {
      if (mode === 'draw') return setCorners((set) => (set.length < ringCorners.max ? [...set, round(point)] : set))
      take('look')
      goNear(point)
    },
    undo: () => setCorners((set) => set.slice(0, -1)),
    finish: () => {
      take('look')
      // What was drawn takes the place of an earlier box: both together would hide half of it.
      navigate(href(searchPath({ ...criteria, ring: corners, bbox: null, page: 1 })), { preventScrollReset: true })
    },
  }
}

export type MapTool = ReturnType<typeof useMapTool>
