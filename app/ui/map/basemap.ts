import type { ExpressionSpecification, LayerSpecification, StyleSpecification } from 'maplibre-gl'
import { BOLD, declareFontFaces, MEDIUM } from './fonts'
import { type MapPalette, type MapTheme, paletteOf } from './palette'

export type MapLanguage = 'kk' | 'ru' | 'en'

const SOURCE = 'basemap'
const ATTRIBUTION = 'Natural Earth · GeoNames CC BY 4.0'
const ARCHIVE_PATH = '/map/kz.pmtiles'

const CLOSE: (string | [number, number])[] = [
  'left',
  [0.7, 0],
  'right',
  [-0.7, 0],
  'top',
  [0, 0.5],
  'bottom',
  [0, -0.5],
]
const FAR: typeof CLOSE = ['left', [2.1, 0], 'right', [-2.1, 0], 'top', [0, 1.8], 'bottom', [0, -1.8]]

const from = (layer: string) => ({ source: SOURCE, 'source-layer': layer })

function drawSurfaces(colours: MapPalette): LayerSpecification[] {
  return [
    { id: 'abroad', type: 'background', paint: { 'background-color': colours.abroad } },
    { id: 'land', type: 'fill', ...from('land'), paint: { 'fill-color': colours.land } },
    {
      id: 'water',
      type: 'fill',
      ...from('water'),
      filter: ['any', ['<=', ['get', 'rank'], 2], ['>=', ['zoom'], 5]],
      paint: { 'fill-color': colours.water },
    },
    {
      id: 'rivers',
      type: 'line',
      ...from('rivers'),
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: {
        'line-color': colours.river,
        'line-width': ['interpolate', ['linear'], ['zoom'], 3, 0.7, 6, 1.4, 10, 3],
      },
    },
  ]
}

function drawBorders(colours: MapPalette): LayerSpecification[] {
  const round = { 'line-join': 'round' as const }
  return [
    {
      id: 'region-lines',
      type: 'line',
      ...from('borders'),
      filter: ['==', ['get', 'kind'], 'region'],
      layout: round,
      paint: {
        'line-color': colours.regionLine,
        'line-width': ['interpolate', ['linear'], ['zoom'], 3, 0.9, 8, 1.6],
        'line-dasharray': [4, 2.5],
      },
    },
    {
      id: 'foreign-lines',
      type: 'line',
      ...from('borders'),
      filter: ['==', ['get', 'kind'], 'foreign'],
      layout: round,
      paint: { 'line-color': colours.foreignLine, 'line-width': 1 },
    },
    {
      id: 'country-line',
      type: 'line',
      ...from('borders'),
      filter: ['==', ['get', 'kind'], 'country'],
      layout: round,
      paint: {
        'line-color': colours.countryLine,
        'line-width': ['interpolate', ['linear'], ['zoom'], 3, 1.2, 8, 2.2],
      },
    },
  ]
}

function nameAreas(lang: MapLanguage, colours: MapPalette): LayerSpecification[] {
  const halo = { 'text-halo-color': colours.halo, 'text-halo-width': 1.2 }
  return [
    {
      id: 'country-names',
      type: 'symbol',
      ...from('names'),
      filter: ['all', ['==', ['get', 'kind'], 'country'], ['any', ['==', ['get', 'rank'], 1], ['>=', ['zoom'], 5]]],
      maxzoom: 8,
      layout: { 'text-field': ['get', lang], 'text-font': MEDIUM, 'text-size': 11, 'text-letter-spacing': 0.16 },
      paint: { 'text-color': colours.regionLabel, 'text-halo-color': colours.abroad, 'text-halo-width': 1.2 },
    },
    {
      id: 'water-names',
      type: 'symbol',
      ...from('names'),
      filter: ['all', ['==', ['get', 'kind'], 'water'], ['any', ['==', ['get', 'rank'], 1], ['>=', ['zoom'], 6]]],
      minzoom: 3.6,
      layout: { 'text-field': ['get', lang], 'text-font': MEDIUM, 'text-size': 11, 'text-max-width': 6 },
      paint: { 'text-color': colours.waterLabel, 'text-halo-color': colours.water, 'text-halo-width': 1 },
    },
    {
      id: 'region-names',
      type: 'symbol',
      ...from('names'),
      filter: ['==', ['get', 'kind'], 'region'],
      minzoom: 4.2,
      maxzoom: 9,
      layout: {
        'text-field': ['get', lang],
        'text-font': MEDIUM,
        'text-size': ['interpolate', ['linear'], ['zoom'], 4, 11, 7, 15],
        'text-letter-spacing': 0.06,
        'text-max-width': 8,
        'text-padding': 6,
      },
      paint: { 'text-color': colours.regionLabel, ...halo },
    },
  ]
}

function drawPlaces(lang: MapLanguage, colours: MapPalette): LayerSpecification[] {
  const isLargest: ExpressionSpecification = ['==', ['get', 'rank'], 1]
  // Filters see the whole zoom of the tile, not the fraction on the screen.
  const shown: ExpressionSpecification = [
    'step',
    ['zoom'],
    ['<=', ['get', 'rank'], 2],
    4,
    ['<=', ['get', 'rank'], 3],
    6,
    true,
  ]
  return [
    {
      id: 'place-dots',
      type: 'circle',
      ...from('places'),
      filter: shown,
      paint: {
        'circle-radius': ['interpolate', ['linear'], ['zoom'], 3, 1.6, 7, 3],
        'circle-color': colours.land,
        'circle-stroke-color': colours.placeDot,
        'circle-stroke-width': 1.3,
      },
    },
    {
      id: 'place-names',
      type: 'symbol',
      ...from('places'),
      filter: shown,
      layout: {
        'symbol-sort-key': ['get', 'rank'],
        'text-field': ['get', lang],
        'text-font': ['case', isLargest, ['literal', BOLD], ['literal', MEDIUM]],
        'text-size': [
          'interpolate',
          ['linear'],
          ['zoom'],
          4,
          ['match', ['get', 'rank'], 1, 13, 2, 11.5, 11],
          8,
          ['match', ['get', 'rank'], 1, 19, 2, 16, 14],
        ],
        // Beside the dot, or further off where a circle of sites covers it.
        'text-variable-anchor-offset': [...CLOSE, ...FAR],
        'text-justify': 'auto',
        'text-padding': 3,
      },
      paint: { 'text-color': colours.placeLabel, 'text-halo-color': colours.halo, 'text-halo-width': 1.4 },
    },
  ]
}

/**
 * The embedded basemap as a style object: vector tiles and fonts from `origin` (such as `https://example.kz`), labels
 * in `lang`. The region lines are approximate; whoever shows the map says so beside it.
 */
export function basemapStyle(lang: MapLanguage, theme: MapTheme, origin: string): StyleSpecification {
  const colours = paletteOf(theme)
  return {
    version: 8,
    'font-faces': declareFontFaces(origin),
    sources: {
      [SOURCE]: { type: 'vector', url: `pmtiles://${origin}${ARCHIVE_PATH}`, attribution: ATTRIBUTION },
    },
    layers: [
      ...drawSurfaces(colours),
      ...drawBorders(colours),
      ...nameAreas(lang, colours),
      ...drawPlaces(lang, colours),
    ],
  }
}
