import { describeApi } from '#app/domain/search/open-api'
import { allFields } from '#app/domain/sites/fields/catalogue'
import { withValue } from '#app/domain/sites/fields/value-at'
import type { Dossier } from '#app/domain/sites/model'
import { makeVoice } from '#app/domain/sites/passport/said'
import { viewPassport } from '#app/domain/sites/passport/view-passport.server'
import { presentDossier } from '#app/domain/sites/public-dossier'
import { describeSite } from '#app/domain/sites/structured-data'
import { withholdInternal } from '#app/domain/sites/withhold-internal'
import { translator } from '#app/platform/i18n/i18n.server'
import { anyDossier } from '#tests/builders/dossiers'
import { fullDossier } from '#tests/builders/full-dossier'
import { passportNow, passportSource, publicSite, relative } from '#tests/builders/passport-source'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

type Schema = {
  $ref?: string
  anyOf?: Schema[]
  type?: string | string[]
  enum?: unknown[]
  items?: Schema
  properties?: Record<string, Schema>
  required?: string[]
  additionalProperties?: boolean
}

const schemas = describeApi('https://alan.example').components.schemas as Record<string, Schema>

/** Where a value does not fit its schema: the parts of JSON Schema that our description uses. */
function misfits(value: unknown, schema: Schema, path = '$'): string[] {
  if (schema.$ref !== undefined) return misfits(value, schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {}, path)
  if (schema.anyOf) return schema.anyOf.some((one) => misfits(value, one, path).length === 0) ? [] : [path]
  const types = [schema.type ?? []].flat()
  if (!types.some((type) => type === typeOf(value) || (type === 'integer' && Number.isInteger(value)))) return [path]
  if (schema.enum && !schema.enum.includes(value)) return [`${path}=${String(value)}`]
  if (Array.isArray(value))
    return value.flatMap((item, index) => misfits(item, schema.items ?? {}, `${path}[${index}]`))
  if (typeof value !== 'object' || value === null) return []
  const entries = new Map(Object.entries(value))
  const properties = schema.properties ?? {}
  return [
    ...(schema.required ?? []).filter((name) => !entries.has(name)).map((name) => `${path}.${name} is missing`),
    ...[...entries].flatMap(([name, entry]) => {
      const own = properties[name]
      if (own !== undefined) return misfits(entry, own, `${path}.${name}`)
      return schema.additionalProperties === false ? [`${path}.${name} is not described`] : []
    }),
  ]
}

function typeOf(value: unknown): string {
  if (value === null) return 'null'
  return Array.isArray(value) ? 'array' : typeof value
}

function present(dossier: Dossier) {
  const bundle = { name: { kk: '', ru: 'Вместе', en: '' }, sites: [relative('BLQ-0043')] }
  const relatives = { whole: relative('BLQ-0001'), parts: [relative('BLQ-0044')], bundle }
  const told = { regionKey: 'karaganda', zoneVerdict: 'eligible_if', relatives, now: passportNow } as const
  // As it leaves the product.
  return JSON.parse(JSON.stringify(presentDossier(publicSite(dossier), { ...told, origin: 'https://a.kz' }))) as unknown
}

describe('the public dossier of the API', () => {
  it('is what the description says, when all is known', () => {
    expect(misfits(present(fullDossier()), { $ref: 'Dossier' })).toEqual([])
  })

  it('is what the description says, for any dossier', () => {
    fc.assert(
      fc.property(anyDossier, (dossier) => {
        expect(misfits(present(dossier), { $ref: 'Dossier' })).toEqual([])
      }),
      { numRuns: 15 },
    )
  })

  it('differs from the description when a value is of another kind', () => {
    const broken = { ...(present(fullDossier()) as object), area_m2: '4320', owner: 'x' }
    expect(misfits(broken, { $ref: 'Dossier' })).toEqual(['$.area_m2', '$.owner is not described'])
  })
})

it('no internal value leaves: neither on the page nor in the API nor for search engines', () => {
  const secret = 'Тайна-7351'
  const blank = fullDossier()
  const marked = allFields(blank)
    .filter((field) => field.isInternal && field.type === 'line')
    .reduce((dossier, { name }) => withValue(dossier, name, secret), blank)
  expect(JSON.stringify(marked).split(secret).length).toBeGreaterThan(4)
  const page = viewPassport(passportSource({ dossier: withholdInternal(marked) }), makeVoice('ru', translator('ru')))
  const structured = describeSite(publicSite(marked), 'ru', 'Балхаш', 'https://a.kz/ru/sites/BLQ-0042', null)
  for (const answer of [page, present(marked), structured]) expect(JSON.stringify(answer)).not.toContain(secret)
})

it('an address is given only for papers that everybody may open', () => {
  const { papers } = presentDossier(publicSite(), {
    ...{ regionKey: null, zoneVerdict: 'undetermined', origin: 'https://a.kz', now: passportNow },
    relatives: { whole: null, parts: [], bundle: null },
  })
  expect(papers.map(({ access, url }) => [access, url])).toEqual([['on_request', null]])
})
