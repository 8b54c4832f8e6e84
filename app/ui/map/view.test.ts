import { describe, expect, it } from 'vitest'
import { COUNTRY_BOX, FIT_OPTIONS, initialView, readBox } from './view'

describe('initialView', () => {
  it.each([
    ['nothing asked', {}, { bounds: COUNTRY_BOX, fitBoundsOptions: FIT_OPTIONS }],
    ['a box', { bounds: [70, 45, 76, 50] as const }, { bounds: [70, 45, 76, 50], fitBoundsOptions: FIT_OPTIONS }],
    ['a centre', { center: [75, 46.85] as const }, { longitude: 75, latitude: 46.85, zoom: 9 }],
    ['a centre and zoom', { center: [75, 46.85] as const, zoom: 12 }, { longitude: 75, latitude: 46.85, zoom: 12 }],
  ])(
    'opens at %s',
    (_name, { bounds, center, ...rest }: Partial<Record<'bounds' | 'center' | 'zoom', unknown>>, view) => {
      const asked = { bounds, center, ...rest } as Parameters<typeof initialView>[0]
      expect(initialView(asked)).toEqual(view)
    },
  )

  it('prefers the box to the centre', () => {
    expect(initialView({ bounds: [70, 45, 76, 50], center: [60, 50] })).toHaveProperty('bounds', [70, 45, 76, 50])
  })
})

describe('readBox', () => {
  it.each([
    ['an array', [70, 45, 76, 50], [70, 45, 76, 50]],
    ['JSON text', '[70,45,76.5,50]', [70, 45, 76.5, 50]],
    ['three sides', [70, 45, 76], null],
    ['words', ['a', 'b', 'c', 'd'], null],
    ['broken text', '[70,', null],
    ['nothing', undefined, null],
  ])('reads %s', (_name, value, box) => {
    expect(readBox(value)).toEqual(box)
  })
})
