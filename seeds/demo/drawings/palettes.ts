/** Colours of one drawing: light of the day, the steppe, and the walls. */
export type Palette = {
  sky: readonly [top: string, bottom: string]
  sun: string
  far: string
  middle: string
  near: string
  ground: string
  wall: string
  shade: string
  roof: string
  glass: string
  accent: string
}

const steppe = { far: '#d3c7a4', middle: '#cbbb8f', near: '#bfae80', ground: '#b3a173' }

export const palettes = {
  noon: {
    sky: ['#97c1d4', '#e8e8da'],
    sun: '#fbf4dc',
    ...steppe,
    wall: '#7f5945',
    shade: '#684737',
    roof: '#573c2f',
    glass: '#dccfbf',
    accent: '#c4532d',
  },
  haze: {
    sky: ['#b3c9c0', '#e7e7d6'],
    sun: '#f7f2dd',
    ...steppe,
    wall: '#5a6771',
    shade: '#48545d',
    roof: '#3d474f',
    glass: '#d3d3cb',
    accent: '#d99a1c',
  },
  dusk: {
    sky: ['#bdb9d0', '#ecdfd2'],
    sun: '#f6dcc0',
    far: '#cbb9a4',
    middle: '#c2ab83',
    near: '#b49c6e',
    ground: '#a68d60',
    wall: '#8b6b34',
    shade: '#725627',
    roof: '#5f481f',
    glass: '#eadcb8',
    accent: '#a44a2c',
  },
  spring: {
    sky: ['#a2c6b6', '#e9ead6'],
    sun: '#f8f4d8',
    far: '#c3c79c',
    middle: '#b3bb86',
    near: '#a5ad76',
    ground: '#98a06b',
    wall: '#6c5c54',
    shade: '#584a44',
    roof: '#4a3e39',
    glass: '#dcd8cb',
    accent: '#c4532d',
  },
  winter: {
    sky: ['#a9c0d1', '#eef1f0'],
    sun: '#fdf8ea',
    far: '#d7dfe4',
    middle: '#e3e8ea',
    near: '#eef1f1',
    ground: '#dfe5e7',
    wall: '#86604d',
    shade: '#6f4e3f',
    roof: '#f3f5f5',
    glass: '#c9d3d8',
    accent: '#b4482a',
  },
  evening: {
    sky: ['#e2a678', '#f6e3c4'],
    sun: '#fff0cf',
    far: '#c59a72',
    middle: '#b58a63',
    near: '#a07853',
    ground: '#8e6a48',
    wall: '#574a4a',
    shade: '#473c3d',
    roof: '#3a3133',
    glass: '#f3cf94',
    accent: '#b4482a',
  },
  morning: {
    sky: ['#cdb9bd', '#f4e6d5'],
    sun: '#fdf0d8',
    far: '#cfbfa9',
    middle: '#c6b394',
    near: '#b8a480',
    ground: '#aa9672',
    wall: '#8d8478',
    shade: '#766d62',
    roof: '#5c544b',
    glass: '#ece3d2',
    accent: '#0f5c7a',
  },
} as const satisfies Record<string, Palette>
