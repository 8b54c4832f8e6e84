export type MapTheme = 'light' | 'dark'

/** Colours the map draws with: WebGL reads no CSS variables, so it repeats the tokens it shares. */
export type MapPalette = {
  abroad: string
  land: string
  water: string
  river: string
  waterLabel: string
  regionLine: string
  countryLine: string
  foreignLine: string
  regionLabel: string
  placeLabel: string
  placeDot: string
  halo: string
  site: string
  siteStale: string
  siteText: string
  outline: string
  ring: string
}

const LIGHT: MapPalette = {
  abroad: '#ebe8e1',
  land: '#fbfaf7',
  water: '#b9d4e8',
  river: '#b9d4e8',
  waterLabel: '#4a7391',
  regionLine: '#b9b2a5',
  countryLine: '#8d867b',
  foreignLine: '#cdc7bb',
  regionLabel: '#8a8478',
  placeLabel: '#3b4450',
  placeDot: '#7b8088',
  halo: '#fbfaf7',
  site: '#c4532d',
  siteStale: '#7d848c',
  siteText: '#ffffff',
  outline: '#ffffff',
  ring: '#1b2430',
}

const DARK: MapPalette = {
  abroad: '#12181f',
  land: '#1b222b',
  water: '#22394b',
  river: '#2a4357',
  waterLabel: '#7fa8c6',
  regionLine: '#4c5560',
  countryLine: '#767f8a',
  foreignLine: '#343c45',
  regionLabel: '#8b94a0',
  placeLabel: '#d5d9de',
  placeDot: '#98a0a9',
  halo: '#1b222b',
  site: '#e57b55',
  siteStale: '#8b929b',
  siteText: '#12181f',
  outline: '#12181f',
  ring: '#ebe8e1',
}

/** Colours of the theme. */
export function paletteOf(theme: MapTheme): MapPalette {
  return theme === 'dark' ? DARK : LIGHT
}
