import { writeCriteria } from '#app/domain/search/address'
import { askMap, holdsFor, roundBox } from '#app/domain/search/map-question'
import { emptyCriteria, readCriteria } from '#app/domain/search/schema'
import { readZoom } from '#app/domain/search/zoom'
import type { BBox } from '#app/domain/kernel/geo'
import { criteriaOf, knownKeys } from '#tests/builders/catalogue-samples'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const zoom = fc.double({ min: 2, max: 16, noNaN: true })

/** What a screen of 300 to 1600 pixels shows somewhere on the globe. */
const seenMap = fc
  .record({
    zoom,
    lng: fc.double({ min: -170, max: 170, noNaN: true }),
    lat: fc.double({ min: -70, max: 70, noNaN: true }),
    width: fc.integer({ min: 300, max: 1600 }),
  })
  .map(({ zoom: at, lng, lat, width }) => {
    const half = (width / (512 * 2 ** at)) * 180
    return { zoom: at, box: [lng - half, lat - half / 2, lng + half, lat + half / 2] as BBox }
  })

describe('the question of a map', () => {
  it('holds for what it was made from, and is read back as it was asked', () => {
    fc.assert(
      fc.property(criteriaOf(), seenMap, (some, seen) => {
        const { criteria } = readCriteria(writeCriteria(some), knownKeys)
        const question = askMap(criteria, seen)
        expect(holdsFor(question, question, seen)).toBe(true)
        const params = new URL(question.address, 'https://a.kz').searchParams
        const read = readCriteria(params, knownKeys, ['zoom'])
        expect(read.ignored).toEqual([])
        expect(read.criteria.bbox).toEqual(question.box)
        expect({ ...read.criteria, bbox: null }).toEqual({
          ...criteria,
          bbox: null,
          page: 1,
          size: 20,
          sort: 'relevance',
        })
        expect(readZoom(params.get('zoom'))).toEqual({ ok: true, value: question.zoom })
      }),
    )
  })

  it('stays the same for small moves and does not hold far away, nearer, or for other criteria', () => {
    const seen = { zoom: 6.1, box: [70, 48, 78, 52] as BBox }
    const question = askMap(emptyCriteria(), seen)
    const moved = { zoom: 5.9, box: [70.3, 48.1, 78.3, 52.1] as BBox }
    expect(holdsFor(question, askMap(emptyCriteria(), moved), moved)).toBe(true)
    const far = { zoom: 6.1, box: [60, 48, 68, 52] as BBox }
    expect(holdsFor(question, askMap(emptyCriteria(), far), far)).toBe(false)
    expect(holdsFor(question, askMap(emptyCriteria(), { ...seen, zoom: 6.6 }), seen)).toBe(false)
    expect(holdsFor(question, askMap({ ...emptyCriteria(), sectors: ['it'] }, seen), seen)).toBe(false)
  })

  it('asks for no more than the screen and a part of it around', () => {
    fc.assert(
      fc.property(seenMap, (seen) => {
        const { box, zoom: asked } = askMap(emptyCriteria(), seen)
        const px = (degrees: number) => (degrees / 360) * 512 * 2 ** asked
        expect(px(box[2] - box[0]) - px(seen.box[2] - seen.box[0])).toBeLessThan(2 * (128 + 256) + px(3e-4))
      }),
    )
  })
})

it('rounds a box outwards, and keeps it on the globe', () => {
  expect(roundBox([70.12341, -91, 181, 50.12341])).toEqual([70.1234, -90, 180, 50.1235])
})
