import { freeParameters } from '#app/domain/search/model'
import { describeApi } from '#app/domain/search/open-api'
import { readCriteria } from '#app/domain/search/schema'
import { readZoom } from '#app/domain/search/zoom'
import { expect, it } from 'vitest'

const api = describeApi('https://alan.example')
const documented = api.paths['/api/sites'].get.parameters

it('names every parameter that a search reads, and no other', () => {
  const known = { regions: [], towns: [], incentives: [] }
  for (const { name } of documented) {
    const { ignored } = readCriteria(new URLSearchParams([[name, ' ']]), known)
    expect({ name, ignored }).toEqual({ name, ignored: [] })
  }
  expect(documented.map((parameter) => parameter.name)).toEqual(
    expect.arrayContaining([
      ...Object.values(freeParameters),
      'q',
      'bbox',
      'area',
      'near',
      'within_km',
      'price_kind',
      'size',
    ]),
  )
  expect(new Set(documented.map((parameter) => parameter.name)).size).toBe(documented.length)
})

it('refers only to schemas that it has', () => {
  const references = JSON.stringify(api).match(/#\/components\/schemas\/\w+/g) ?? []
  const has = Object.keys(api.components.schemas).map((name) => `#/components/schemas/${name}`)
  expect(has).toEqual(expect.arrayContaining(references))
})

it.each([
  [null, 4],
  ['', 4],
  ['0', 0],
  ['6.5', 6.5],
  ['22', 22],
])('reads the zoom %j as %d', (text, zoom) => {
  expect(readZoom(text)).toEqual({ ok: true, value: zoom })
})

it.each(['-1', '23', 'x', '1e1', '5,5'])('reads no zoom from %j', (text) => {
  expect(readZoom(text).ok).toBe(false)
})
