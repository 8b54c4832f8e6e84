import { searchPath } from '#app/domain/search/address'
import type { LngLat } from '#app/domain/kernel/geo'
import type { Criteria } from '#app/domain/search/model'
import { useLanguage } from '#app/platform/i18n/use-language'
import { useNavigate } from '@remix-run/react'
import { useState } from 'react'

type NearMeState = 'idle' | 'looking' | 'denied' | 'failed'

/** A kilometre is near enough to sort towns by, and the address of the page can be passed on without telling a house. */
const decimalsOfVisitor = 2
const decimalsOfPoint = 4
const waitMs = 15_000

/** The same search with distances counted from `point`, nearest first. */
function pathNear(criteria: Criteria, point: LngLat, decimals: number): string {
  const rounded = point.map((degrees) => Number(degrees.toFixed(decimals))) as LngLat
  const near = { point: rounded, withinKm: criteria.near?.withinKm ?? null }
  return searchPath({ ...criteria, near, sort: 'distance', page: 1 })
}

/** Goes to the search around the visitor. The browser asks for leave only when `ask` is called. */
export function useNearMe(criteria: Criteria) {
  const { href } = useLanguage()
  const navigate = useNavigate()
  const [state, setState] = useState<NearMeState>('idle')
  const ask = () => {
    if (!('geolocation' in navigator)) return setState('failed')
    setState('looking')
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        setState('idle')
        const path = pathNear(criteria, [coords.longitude, coords.latitude], decimalsOfVisitor)
        navigate(href(path), { preventScrollReset: true })
      },
      ({ code, PERMISSION_DENIED }) => setState(code === PERMISSION_DENIED ? 'denied' : 'failed'),
      { timeout: waitMs, maximumAge: 600_000 },
    )
  }
  return { ask, state }
}

/** Goes to the search around a point of the map. */
export function useNearPoint(criteria: Criteria) {
  const { href } = useLanguage()
  const navigate = useNavigate()
  return (point: LngLat) => navigate(href(pathNear(criteria, point, decimalsOfPoint)), { preventScrollReset: true })
}
