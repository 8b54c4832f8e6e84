import { makeColumns } from '#app/domain/search/columns'
import { describeApi } from '#app/domain/search/open-api'
import { briefsOf } from '#tests/builders/briefs'
import { knownKeys, now, places } from '#tests/builders/catalogue-samples'
import { rowsOf } from '#tests/builders/match-sites'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { presentAnswer, readBody, readSize } from './api'
import { makeBudget, takeOne } from './budget'
import { matchPaths, matchSchemas } from './open-api'
import { matchColumns } from './scan'
import { emptyBrief, readBrief } from './schema'

type Schema = {
  $ref?: string
  anyOf?: Schema[]
  type?: string | string[]
  enum?: unknown[]
  items?: Schema
  properties?: Record<string, Schema>
  additionalProperties?: boolean
}

/** Where a value does not fit the schema of our own answers; the site in it is the search's. */
function misfits(value: unknown, schema: Schema, path = '$'): string[] {
  const name = schema.$ref?.split('/').at(-1)
  if (name === 'Site') return []
  if (name !== undefined) return misfits(value, schemas[name] ?? {}, path)
  if (schema.anyOf) return schema.anyOf.some((one) => misfits(value, one, path).length === 0) ? [] : [path]
  const kind = value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value
  const types = [schema.type ?? []].flat()
  if (!types.some((type) => type === kind || (type === 'integer' && Number.isInteger(value)))) return [path]
  if (schema.enum && !schema.enum.includes(value)) return [path]
  if (Array.isArray(value)) return value.flatMap((item, at) => misfits(item, schema.items ?? {}, `${path}[${at}]`))
  if (schema.properties === undefined || typeof value !== 'object' || value === null) return []
  const said = value as Record<string, unknown>
  const names = new Set([...Object.keys(said), ...Object.keys(schema.properties)])
  return [...names].flatMap((key) => misfits(said[key], schema.properties?.[key] ?? {}, `${path}.${key}`))
}

const schemas = { ...describeApi('https://alan.example').components.schemas, ...matchSchemas() } as Record<
  string,
  Schema
>

describe('a brief as a JSON body', () => {
  it('says what its parameters would say', () => {
    const body = readBody('{"power_min": 400.5, "sector": ["it", "energy"], "power_weight": 3, "town": null}')
    expect(readBrief(body?.params ?? new URLSearchParams(), knownKeys)).toEqual({
      brief: {
        ...emptyBrief(),
        needs: {
          electricity: { min: 400.5, importance: '3' },
          sector: { keys: ['it', 'energy'], importance: '2' },
        },
      },
      ignored: [],
    })
  })

  it('names what is neither text nor number', () => {
    expect(readBody('{"power_min": {"$gt": 1}, "sector": ["it", true]}')?.ignored).toEqual([
      { name: 'power_min', value: 'object' },
      { name: 'sector', value: 'boolean' },
    ])
  })

  it.each(['', 'null', '[]', '7', '{"a":', `{"sector": [${'"it",'.repeat(1000)}"it"]}`])('is not %#', (text) => {
    expect(readBody(text)).toBeNull()
  })

  it('never throws, whatever it holds', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        const body = readBody(text)
        if (body !== null) readBrief(body.params, knownKeys)
      }),
    )
  })

  it.each([
    ['5', 5, []],
    ['1000', 20, ['size']],
    ['-1', 20, ['size']],
    ['', 20, []],
  ])('asks for %s sites', (size, limit, ignored) => {
    const read = readSize(new URLSearchParams({ size }))
    expect([read.limits.limit, read.ignored.map(({ name }) => name)]).toEqual([limit, ignored])
  })
})

describe('the description of the API', () => {
  it('refers only to schemas that it has', () => {
    const references = JSON.stringify([matchPaths(), schemas]).match(/#\/components\/schemas\/\w+/g) ?? []
    expect(Object.keys(schemas)).toEqual(expect.arrayContaining(references.map((name) => name.split('/').at(-1))))
  })

  it('names every parameter of a brief, and no other', () => {
    const properties = schemas.Brief?.properties ?? {}
    const params = new URLSearchParams(Object.keys(properties).map((name) => [name, ' ']))
    expect(readBrief(params, knownKeys, ['size']).ignored).toEqual([])
  })

  it('holds for every answer', () => {
    fc.assert(
      fc.property(rowsOf(), briefsOf(4), (rows, brief) => {
        const answer = presentAnswer(matchColumns(makeColumns(rows, places), brief, now), [], 'https://alan.example')
        expect(misfits(JSON.parse(JSON.stringify(answer)), schemas.MatchAnswer as Schema)).toEqual([])
      }),
      { numRuns: 100 },
    )
  })
})

describe('the budget', () => {
  it('lets a second’s worth through at once, then what a second earns', () => {
    const budget = makeBudget(2)
    const taken = [0, 0, 0, 400, 600, 600, 1_600, 1_600, 1_600].map((nowMs) => takeOne(budget, nowMs))
    expect(taken).toEqual([true, true, false, false, true, false, true, true, false])
  })
})
