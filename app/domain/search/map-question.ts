import { fromMercator, toMercator, type BBox } from '#app/domain/kernel/geo'
import { writeCriteria } from './address'
import type { Criteria } from './model'

/** The part of a map that is on the screen. */
export type SeenMap = { box: BBox; zoom: number }

/** What is asked for a part of the map: `about` are the criteria, `box` and `zoom` where the answer holds. */
export type MapQuestion = { address: string; about: string; box: BBox; zoom: number }

/** Pixels of a map tile; what is asked around the screen at least; and the raster that the box is widened to. */
const tilePx = 512
const airPx = 128
const rasterPx = 256

/** Maps end short of the poles, and so do the boxes that are asked. */
const mapLatitude = 85

/** Circles are made for half levels of the zoom: between them they differ too little to be asked anew. */
const zoomSteps = 2

/**
 * The question for what is seen. Boxes lie on a raster and zooms on half levels, so that neighbouring views, and the
 * views of different people, ask the same, and small moves find their answer around the screen. The box of the criteria
 * gives way to the box on the screen.
 */
export function askMap(criteria: Criteria, { box, zoom }: SeenMap): MapQuestion {
  const asked = Math.round(zoom * zoomSteps) / zoomSteps
  const wide = widen(box, tilePx * 2 ** asked)
  const about = writeCriteria({ ...criteria, bbox: null, page: 1, size: 20, sort: 'relevance' }).toString()
  const params = new URLSearchParams(about)
  params.set('bbox', wide.join(','))
  params.set('zoom', String(asked))
  return { address: `/api/map?${params}`, about, box: wide, zoom: asked }
}

/** Whether the answer to `asked` is also that for what `wanted` was made from: nothing has to be asked. */
export function holdsFor(asked: MapQuestion, wanted: Pick<MapQuestion, 'about' | 'zoom'>, { box }: SeenMap): boolean {
  const [west, south, east, north] = onGlobe(box, mapLatitude)
  return (
    asked.about === wanted.about &&
    asked.zoom === wanted.zoom &&
    asked.box[0] <= west &&
    asked.box[1] <= south &&
    asked.box[2] >= east &&
    asked.box[3] >= north
  )
}

/** Box as it stands in addresses: 4 decimals are ten metres. */
export function roundBox(box: BBox): BBox {
  const [west, south, east, north] = box
  const down = (value: number) => Math.floor(value * 1e4) / 1e4
  const up = (value: number) => Math.ceil(value * 1e4) / 1e4
  return onGlobe([down(west), down(south), up(east), up(north)])
}

function onGlobe([west, south, east, north]: BBox, latitude = 90): BBox {
  return [Math.max(-180, west), Math.max(-latitude, south), Math.min(180, east), Math.min(latitude, north)]
}

/** The box with air around it, out to the next lines of the raster, where the whole world is so many pixels wide. */
function widen([west, south, east, north]: BBox, worldPx: number): BBox {
  const down = (at: number) => Math.max(0, (Math.floor((at * worldPx - airPx) / rasterPx) * rasterPx) / worldPx)
  const up = (at: number) => Math.min(1, (Math.ceil((at * worldPx + airPx) / rasterPx) * rasterPx) / worldPx)
  // The north is at the top, where y is smaller.
  const topLeft = toMercator([west, north])
  const bottomRight = toMercator([east, south])
  const [left, top] = fromMercator({ x: down(topLeft.x), y: down(topLeft.y) })
  const [right, bottom] = fromMercator({ x: up(bottomRight.x), y: up(bottomRight.y) })
  return roundBox([left, bottom, right, top])
}
