import {
  checkPoint,
  distanceM,
  fromMercator,
  isInside,
  kazakhstan,
  parseBBox,
  parseCoordinates,
  toMercator,
  type LngLat,
} from '#app/domain/kernel/geo'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const balkhash: LngLat = [74.995, 46.84806]

describe('parseCoordinates', () => {
  it.each([
    '46.84806, 74.995',
    '46.84806,74.995',
    '46,84806 74,995',
    '46,84806, 74,995',
    '46.84806; 74.995',
    '46.84806° N, 74.995° E',
    '46.84806N 74.995E',
    '46,84806° с.ш., 74,995° в.д.',
    '  46.84806   74.995 ',
  ])('reads %j', (text) => {
    expect(parseCoordinates(text)).toEqual({ ok: true, value: balkhash })
  })

  it('reads the two fields of a form', () => {
    expect(parseCoordinates({ lat: '46,84806', lng: '74.995' })).toEqual({ ok: true, value: balkhash })
  })

  it('notices latitude and longitude in the wrong order and says what was meant', () => {
    const swapped = { ok: false, code: 'swapped', params: { lat: 46.84806, lng: 74.995 } }
    expect(parseCoordinates('74.995, 46.84806')).toEqual(swapped)
    expect(parseCoordinates({ lat: '74.995', lng: '46.84806' })).toEqual(swapped)
  })

  it('believes the order typed where both orders are in the country: Aksai, 51.17 N 53.00 E', () => {
    expect(parseCoordinates('51.1681, 52.99782')).toEqual({ ok: true, value: [52.99782, 51.1681] })
  })

  it.each(['55.75, 37.62', '0, 0', '-46.8, 74.9', '39.9, 69.2', '180, 180'])('refuses %j as outside', (text) => {
    expect(parseCoordinates(text)).toEqual({ ok: false, code: 'outside_country' })
  })

  it.each([
    '',
    '46.8',
    '46.8,',
    'Балқаш',
    '46,8,74,9',
    '46.8 74.9 12',
    '1e1, 2',
    'N, E',
    '46°50′53″, 74°59′42″',
    '181, 0',
  ])('cannot read %j', (text) => {
    expect(parseCoordinates(text)).toEqual({ ok: false, code: 'not_coordinates' })
  })

  it('takes every point of the box and no other', () => {
    const point = fc.tuple(
      fc.double({ min: -180, max: 180, noNaN: true }),
      fc.double({ min: -90, max: 90, noNaN: true }),
    )
    fc.assert(fc.property(point, ([lng, lat]) => checkPoint([lng, lat]).ok === isInside(kazakhstan, [lng, lat])))
    expect(checkPoint([Number.NaN, 50])).toMatchObject({ code: 'not_coordinates' })
  })
})

describe('parseBBox', () => {
  it('reads west, south, east, north', () => {
    expect(parseBBox('66.5,46,75.25,50')).toEqual({ ok: true, value: [66.5, 46, 75.25, 50] })
  })

  it.each([
    '',
    '1,2,3',
    '1,2,3,4,5',
    '75,46,66,50',
    '66,50,75,46',
    '170,40,-170,50',
    '1,2,NaN,4',
    '0,0,181,1',
    '0,0,0,0',
    ' 1,2,3,4',
  ])('refuses %j', (text) => {
    expect(parseBBox(text)).toEqual({ ok: false, code: 'not_a_box' })
  })
})

describe('distanceM', () => {
  it('measures Temirtau to Balkhash as about 387 km', () => {
    expect(distanceM([72.96464, 50.05494], balkhash) / 1000).toBeCloseTo(387, -1)
  })

  it('is a quarter of the circle from the equator to the pole', () => {
    expect(distanceM([0, 0], [0, 90])).toBeCloseTo((6_371_008.8 * Math.PI) / 2, 3)
  })

  it('is the same there and back and 0 to itself', () => {
    const point = fc.tuple(
      fc.double({ min: 46.4, max: 87.4, noNaN: true }),
      fc.double({ min: 40.5, max: 55.5, noNaN: true }),
    )
    fc.assert(
      fc.property(point, point, (from, to) => {
        expect(distanceM(from, to)).toBeCloseTo(distanceM(to, from), 6)
        expect(distanceM(from, from)).toBe(0)
      }),
    )
  })
})

describe('web mercator', () => {
  it.each<[LngLat, { x: number; y: number }]>([
    [[0, 0], { x: 0.5, y: 0.5 }],
    [[-180, 85.051128779806], { x: 0, y: 0 }],
    [[180, -89], { x: 1, y: 1 }],
  ])('puts %j on the unit square', (point, { x, y }) => {
    expect(toMercator(point).x).toBeCloseTo(x, 9)
    expect(toMercator(point).y).toBeCloseTo(y, 9)
  })

  it('comes back to where it was', () => {
    const point = fc.tuple(
      fc.double({ min: -180, max: 180, noNaN: true }),
      fc.double({ min: -85, max: 85, noNaN: true }),
    )
    fc.assert(
      fc.property(point, ([lng, lat]) => {
        const back = fromMercator(toMercator([lng, lat]))
        expect(back[0]).toBeCloseTo(lng, 9)
        expect(back[1]).toBeCloseTo(lat, 9)
      }),
    )
  })
})
