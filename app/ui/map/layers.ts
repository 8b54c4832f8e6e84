import type { CircleLayerSpecification, ExpressionSpecification, SymbolLayerSpecification } from 'maplibre-gl'
import { BOLD } from './fonts'
import { type MapTheme, paletteOf } from './palette'

export const SITES_SOURCE = 'sites'
export const CLUSTER_LAYER = 'clusters'
export const HIT_LAYER = 'site-hits'

type Circle = Omit<CircleLayerSpecification, 'source'>
type Symbols = Omit<SymbolLayerSpecification, 'source'>

const isCluster: ExpressionSpecification = ['has', 'count']
const isStale: ExpressionSpecification = ['in', ['get', 'freshness'], ['literal', ['stale', 'lapsed']]]

/** What the pointer hits around a single site: a finger needs more than the circle that is drawn. */
export const hitLayer: Circle = {
  id: HIT_LAYER,
  type: 'circle',
  filter: ['!', isCluster],
  paint: { 'circle-radius': 18, 'circle-opacity': 0 },
}

/** Circles of site groups made by the server (`count`, `bbox`), sized by the logarithm of the count, and the counts. */
export function clusterLayers(theme: MapTheme): [Circle, Symbols] {
  const colours = paletteOf(theme)
  return [
    {
      id: CLUSTER_LAYER,
      type: 'circle',
      filter: isCluster,
      paint: {
        'circle-color': colours.site,
        'circle-radius': ['interpolate', ['linear'], ['ln', ['get', 'count']], 0.69, 12, 3, 17, 5, 23, 8, 32],
        'circle-stroke-color': colours.outline,
        'circle-stroke-width': 2,
      },
    },
    {
      id: `${CLUSTER_LAYER}-counts`,
      type: 'symbol',
      filter: isCluster,
      layout: {
        'text-field': ['to-string', ['get', 'count']],
        'text-font': BOLD,
        'text-size': ['interpolate', ['linear'], ['ln', ['get', 'count']], 0.69, 12, 5, 15],
        'text-allow-overlap': true,
        // Circles take no part in label placement; the padding keeps the names of towns off them.
        'text-padding': 12,
      },
      paint: { 'text-color': colours.siteText },
    },
  ]
}

/** Single sites: filled while their data is fresh or due, hollow and grey once it is stale. */
export function siteLayer(theme: MapTheme): Circle {
  const colours = paletteOf(theme)
  return {
    id: 'site-points',
    type: 'circle',
    filter: ['!', isCluster],
    paint: {
      'circle-color': ['case', isStale, colours.outline, colours.site],
      'circle-radius': ['interpolate', ['linear'], ['zoom'], 4, 6, 10, 9],
      'circle-stroke-color': ['case', isStale, colours.siteStale, colours.outline],
      'circle-stroke-width': ['case', isStale, 3, 2],
    },
  }
}

/** A ring around the one site with this number; nothing is drawn for null. */
export function ringLayer(id: 'hovered' | 'selected', number: string | null, theme: MapTheme): Circle {
  const colours = paletteOf(theme)
  return {
    id: `site-${id}`,
    type: 'circle',
    filter: ['==', ['get', 'number'], number ?? ''],
    paint: {
      'circle-color': id === 'selected' ? colours.site : 'rgba(0, 0, 0, 0)',
      'circle-radius': ['interpolate', ['linear'], ['zoom'], 4, 9, 10, 12],
      'circle-stroke-color': colours.ring,
      'circle-stroke-width': id === 'selected' ? 3 : 2,
    },
  }
}
