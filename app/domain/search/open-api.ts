import { largestTenge } from '#app/domain/kernel/money'
import { pageSizes } from '#app/domain/kernel/page'
import { largestCapacity, unitOf, utilityKinds } from '#app/domain/kernel/quantity'
import { presences, priceKinds, siteKinds, tenures } from '#app/domain/sites/choices'
import { sectorKeys } from '#app/domain/towns/model'
import { dossierSchemas, floorAreas, freeCapacity } from './open-api-dossier'
import { askedUtilities, freeParameters, sorts, zoneChoices } from './model'

type Schema = Record<string, unknown>

const text: Schema = { type: 'string' }
const numberOrNull: Schema = { type: ['number', 'null'] }
const textOrNull: Schema = { type: ['string', 'null'] }
const oneOf = (values: readonly string[]): Schema => ({ type: 'string', enum: [...values] })
const listOf = (items: Schema): Schema => ({ type: 'array', items })
const to = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` })
const object = (properties: Record<string, Schema>): Schema => ({ type: 'object', properties })

const query = (name: string, description: string, schema: Schema) => ({ name, in: 'query', description, schema })
const above0 = (maximum: number): Schema => ({ type: 'number', exclusiveMinimum: 0, maximum })

/** The parameters that `readCriteria` reads, in its order. */
function searchParameters() {
  const repeatable = (name: string, description: string, items: Schema) => ({
    ...query(name, `${description} Repeatable: any of the values.`, listOf(items)),
    style: 'form',
    explode: true,
  })
  return [
    query('q', 'Words in the name, place or number; Kazakh, Russian and Latin spellings meet.', {
      type: 'string',
      maxLength: 200,
    }),
    repeatable('sector', 'Offered for.', oneOf(sectorKeys)),
    repeatable('kind', 'Kind of site.', oneOf(siteKinds)),
    repeatable('region', 'Key of the region.', text),
    repeatable('town', 'Key of the town.', text),
    repeatable('tenure', 'Offered as.', oneOf(tenures)),
    repeatable('zone', 'Verdict on the small industrial zone.', oneOf(zoneChoices)),
    repeatable('incentive', 'Key of a support measure.', text),
    query('area_min', 'Floor area, m², at least.', above0(100_000_000)),
    query('area_max', 'Floor area, m², at most.', above0(100_000_000)),
    query('plot_min', 'Land plot, ha, at least.', above0(1_000_000)),
    query('plot_max', 'Land plot, ha, at most.', above0(1_000_000)),
    ...askedUtilities.map((kind) =>
      query(freeParameters[kind], `Free ${kind}, ${unitOf[kind]}, at least.`, above0(largestCapacity[kind])),
    ),
    query('rail', '`on_site`, `adjacent` (or on site), or `within_km=N`.', text),
    query('height_min', 'Clear height, m, at least.', above0(200)),
    query('price_max', 'Price, KZT, at most.', above0(largestTenge)),
    query('price_kind', 'What `price_max` is for.', { ...oneOf(priceKinds), default: 'rent_month' }),
    query('fresh', '`fresh`: only sites confirmed within 90 days.', { ...oneOf(['fresh', 'any']), default: 'any' }),
    query('bbox', 'west,south,east,north in degrees.', text),
    query('area', 'lng,lat;lng,lat;… in degrees: 3-50 corners of an area whose lines do not cross.', text),
    query('near', 'lng,lat in degrees: the point that distances are counted from.', text),
    query('within_km', 'Distance from `near`, km, at most.', above0(5000)),
    query(
      'sort',
      'Order; `distance` counts from `near`, the middle of `area` or `bbox`, or the one town.',
      oneOf(sorts),
    ),
    query('page', 'From 1.', { type: 'integer', minimum: 1, default: 1 }),
    query('size', 'Sites per page.', {
      type: 'integer',
      minimum: 1,
      maximum: pageSizes.max,
      default: pageSizes.default,
    }),
  ]
}

function schemas() {
  const utility = object({ presence: oneOf(presences), free: freeCapacity, unit: text, as_of: textOrNull })
  const site = object({
    number: text,
    kind: oneOf(siteKinds),
    name: to('Localized'),
    town: text,
    region: text,
    point: { type: ['array', 'null'], items: { type: 'number' }, minItems: 2, maxItems: 2 },
    sectors: listOf(oneOf(sectorKeys)),
    tenures: listOf(oneOf(tenures)),
    ...floorAreas,
    plot_ha: numberOrNull,
    utilities: object(Object.fromEntries(utilityKinds.map((kind) => [kind, utility]))),
    price: {
      type: ['object', 'null'],
      properties: { kind: oneOf(priceKinds), kzt: { type: 'number' }, negotiable: { type: 'boolean' } },
    },
    zone: oneOf(['eligible', 'eligible_if', 'not_eligible', 'undetermined']),
    freshness: oneOf(['fresh', 'due', 'stale', 'lapsed']),
    confirmed_at: textOrNull,
    updated_at: text,
    demo: { type: 'boolean', description: 'The site is invented.' },
    url: text,
  })
  return {
    Localized: object({ kk: text, ru: text, en: text }),
    Site: site,
    OpenSite: { allOf: [to('Site'), object({ unknown: listOf(text) })] },
    Search: object({
      total: { type: 'integer' },
      page: { type: 'integer' },
      size: { type: 'integer' },
      items: listOf(to('Site')),
      needs_confirmation: listOf(to('OpenSite')),
      needs_confirmation_total: { type: 'integer' },
      facets: { type: 'object', additionalProperties: { type: 'object', additionalProperties: { type: 'integer' } } },
      ignored: listOf(text),
    }),
    ...dossierSchemas(),
    Problem: object({ type: text, title: text, status: { type: 'integer' }, code: text, request_id: textOrNull }),
  }
}

const json = (schema: Schema, type = 'application/json') => ({ content: { [type]: { schema } } })

/** OpenAPI 3.1 of the public paths, for a product that answers at `origin`. */
export function describeApi(origin: string) {
  const parameters = searchParameters()
  const answers = (description: string, content: ReturnType<typeof json>) => ({ 200: { description, ...content } })
  const problem = (description: string) => ({ description, ...json(to('Problem'), 'application/problem+json') })
  const isPaging = (name: string) => ['sort', 'page', 'size'].includes(name)
  return {
    openapi: '3.1.0',
    info: {
      title: 'Alań public API',
      version: '1',
      description:
        'Idle sites of the single-industry towns of Kazakhstan. Null means unknown. A parameter that cannot be read is not used and is named in `ignored`.',
    },
    servers: [{ url: origin }],
    paths: {
      '/api/sites': {
        get: { summary: 'Search', parameters, responses: answers('A page of sites', json(to('Search'))) },
      },
      '/api/sites/{number}': {
        get: {
          summary: 'The public dossier of a site',
          parameters: [{ name: 'number', in: 'path', required: true, schema: text }],
          responses: { ...answers('The dossier', json(to('Dossier'))), 404: problem('No such public site') },
        },
      },
      '/api/map': {
        get: {
          summary: 'Circles and single sites of a map',
          parameters: [
            ...parameters.filter((parameter) => !isPaging(parameter.name)),
            query('zoom', 'Zoom of the map.', { type: 'number', minimum: 0, maximum: 22, default: 4 }),
          ],
          responses: answers('GeoJSON', json({ type: 'object' }, 'application/geo+json')),
        },
      },
      '/api/openapi.json': {
        get: { summary: 'This document', responses: answers('OpenAPI', json({ type: 'object' })) },
      },
    },
    components: { schemas: schemas() },
  }
}
