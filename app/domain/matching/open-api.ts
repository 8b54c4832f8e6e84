import { largestTenge } from '#app/domain/kernel/money'
import { pageSizes } from '#app/domain/kernel/page'
import { unitOf } from '#app/domain/kernel/quantity'
import { zoneChoices } from '#app/domain/search/model'
import { priceKinds, siteKinds, tenures } from '#app/domain/sites/choices'
import { sectorKeys } from '#app/domain/towns/model'
import { criteria, importances, outcomeReasons, outcomeStates, quantityCriteria, type QuantityCriterion } from './model'
import { isUtility } from './needs'
import { minParameter, usualImportance, weightParameter, wordOf } from './parameters'
import { largest } from './schema'

type Schema = Record<string, unknown>

const text: Schema = { type: 'string' }
const number: Schema = { type: 'number' }
const share: Schema = { type: 'number', minimum: 0, maximum: 1 }
const numberOrNull: Schema = { type: ['number', 'null'] }
const textOrNull: Schema = { type: ['string', 'null'] }
const count: Schema = { type: 'integer', minimum: 0 }
const oneOf = (values: readonly string[]): Schema => ({ type: 'string', enum: [...values] })
const listOf = (items: Schema): Schema => ({ type: 'array', items })
const to = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` })
const above0 = (maximum: number, description: string): Schema => ({
  type: 'number',
  exclusiveMinimum: 0,
  maximum,
  description,
})
const object = (properties: Record<string, Schema>): Schema => ({
  ...{ type: 'object', properties, required: Object.keys(properties) },
  additionalProperties: false,
})
const orNull = (schema: Schema): Schema => ({ anyOf: [schema, { type: 'null' }] })

const words = criteria.map((criterion) => wordOf[criterion])
const measureUnits = { area: 'm2', plot: 'ha', height: 'm', crane: 't' } as const

/** The body of `POST /api/match`: the parameters that `readBrief` reads. */
function briefSchema(): Schema {
  const unit = (criterion: QuantityCriterion) => (isUtility(criterion) ? unitOf[criterion] : measureUnits[criterion])
  const quantities = quantityCriteria.map((criterion) => [
    minParameter(criterion),
    above0(largest[criterion], `${unit(criterion)}, at least`),
  ])
  const weights = criteria.map((criterion) => [
    weightParameter(criterion),
    { ...oneOf(importances), default: usualImportance(criterion) },
  ])
  const keys = (values: readonly string[]) => listOf(oneOf(values))
  return {
    type: 'object',
    description:
      'Everything is optional. What is asked for is a `must`, or a wish of weight 3, 2 or 1; a list is met by any of its values, a place by any of the regions or towns.',
    properties: {
      activity: { type: 'string', maxLength: 300 },
      start: { type: 'string', format: 'date', description: 'Commitments that are funded and due before it count.' },
      jobs: { type: 'integer', minimum: 1 },
      investment: above0(largestTenge, 'KZT'),
      ...{ sector: keys(sectorKeys), kind: keys(siteKinds), region: listOf(text), town: listOf(text) },
      ...(Object.fromEntries(quantities) as Record<string, Schema>),
      rail: { type: 'string', description: '`on_site`, `adjacent` (or on site), or `within_km=N`' },
      highway_max: above0(largest.highway, 'km, at most'),
      tenure: keys(tenures),
      price_max: above0(largestTenge, 'KZT, at most'),
      price_kind: { ...oneOf(priceKinds), default: 'rent_month' },
      ...{ zone: keys(zoneChoices), incentive: listOf(text) },
      ...(Object.fromEntries(weights) as Record<string, Schema>),
      size: { type: 'integer', minimum: 1, maximum: pageSizes.max, default: pageSizes.default },
    },
  }
}

function outcomeSchemas(): Record<string, Schema> {
  const match = {
    site: to('Site'),
    low: { ...share, description: 'Score with everything unknown counted as not met.' },
    high: { ...share, description: 'Score with everything unknown counted as met.' },
    strongest: listOf(oneOf(words)),
    weakest: listOf(oneOf(words)),
    outcomes: listOf(to('MatchOutcome')),
  }
  return {
    ClosingCommitment: object({
      ...{ utility: text, added: number, unit: text },
      ...{ due_on: textOrNull, programme: text, state: text },
    }),
    MatchOutcome: object({
      ...{ criterion: oneOf(words), weight: oneOf(importances), state: oneOf(outcomeStates) },
      ...{ low: share, high: share, value: numberOrNull, unit: textOrNull, gap: numberOrNull },
      reason: { type: ['string', 'null'], enum: [...outcomeReasons, null] },
      commitment: orNull(to('ClosingCommitment')),
    }),
    Match: object(match),
    NearMiss: object({
      ...match,
      relative_gap: { ...number, description: 'Sum of gap / asked over the musts that are broken.' },
    }),
  }
}

/** The path of the matching for the document of the API. */
export function matchPaths() {
  const json = (schema: Schema) => ({ 'application/json': { schema } })
  const problem = (description: string) => ({
    description,
    content: { 'application/problem+json': { schema: to('Problem') } },
  })
  return {
    '/api/match': {
      post: {
        summary: 'Match a brief',
        description: 'The same names as the parameters of the search; what cannot be read is named in `ignored`.',
        requestBody: { required: true, content: json(to('Brief')) },
        responses: {
          200: { description: 'Ranked sites, each with its interval and outcomes', content: json(to('MatchAnswer')) },
          400: problem('The body is no JSON object'),
          413: problem('The body is too large'),
          429: problem('Too many at once'),
        },
      },
    },
  }
}

/** Schemas that `matchPaths` refers to, beside those of the search. */
export function matchSchemas(): Record<string, Schema> {
  return {
    Brief: briefSchema(),
    ...outcomeSchemas(),
    MatchAnswer: object({
      algorithm: text,
      judged_at: { type: 'string', format: 'date-time' },
      total: count,
      matches: listOf(to('Match')),
      needs_confirmation: listOf(to('Match')),
      needs_confirmation_total: count,
      near_misses: listOf(to('NearMiss')),
      near_misses_total: count,
      ignored: listOf(text),
    }),
  }
}
