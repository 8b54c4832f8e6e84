import type { MapBox, MapPoint } from './map-props'

/** All of Kazakhstan, with a little air. */
export const COUNTRY_BOX: MapBox = [46.4, 40.5, 87.4, 55.5]

export const FIT_OPTIONS = { padding: 24, maxZoom: 11 }

type ViewProps = { bounds?: MapBox; center?: MapPoint; zoom?: number }

/** Where a map opens: the box, else the centre (at town scale unless `zoom` says otherwise), else the whole country. */
export function initialView({ bounds, center, zoom }: ViewProps) {
  if (bounds === undefined && center !== undefined)
    return { longitude: center[0], latitude: center[1], zoom: zoom ?? 9 }
  return { bounds: bounds ?? COUNTRY_BOX, fitBoundsOptions: FIT_OPTIONS }
}

/** A box as features carry it: four numbers, or the same as JSON text once they went through a tile. Else null. */
export function readBox(value: unknown): MapBox | null {
  const box: unknown = typeof value === 'string' ? parseJson(value) : value
  if (!Array.isArray(box) || box.length !== 4 || !box.every((side) => Number.isFinite(side))) return null
  return box as MapBox
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
