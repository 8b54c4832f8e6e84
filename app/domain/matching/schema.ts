import { parseLocalDate } from '#app/domain/kernel/local-date'
import { largestTenge, parseTenge } from '#app/domain/kernel/money'
import { largestCapacity, parseNumber } from '#app/domain/kernel/quantity'
import { writeRail } from '#app/domain/search/address'
import { zoneChoices } from '#app/domain/search/model'
import {
  largest as largestSearched,
  makeReader,
  readPrice,
  readRail,
  type Ignored,
  type KnownKeys,
  type Reader,
} from '#app/domain/search/schema'
import { priceKinds, siteKinds, tenures } from '#app/domain/sites/choices'
import { limits } from '#app/domain/sites/limits'
import { sectorKeys } from '#app/domain/towns/model'
import { z } from 'zod'
import {
  criteria,
  importances,
  quantityCriteria,
  type Asked,
  type Brief,
  type Criterion,
  type QuantityCriterion,
} from './model'
import { isQuantityCriterion, minParameter, usualImportance, weightParameter } from './parameters'

/** Largest values that a brief may ask for, in the unit of the criterion. Our own bounds, no source. */
export const largest: Record<QuantityCriterion | 'highway', number> = {
  ...largestCapacity,
  area: largestSearched.areaM2,
  plot: largestSearched.plotHa,
  height: largestSearched.heightM,
  crane: limits.craneLiftT,
  highway: limits.km,
}

const longestActivity = 300
const mostJobs = 1_000_000
const mostPlaces = 200
/** A start outside these years is a slip of the pen. */
const years = { first: '2020-01-01', last: '2099-12-31' }

const importance = z.enum(importances)
const key = z.string().regex(/^[a-z0-9_-]{1,80}$/)
const positive = (max: number) => z.number().positive().max(max)
const oneOrMore = <Item extends z.ZodType>(item: Item) => z.array(item).min(1).max(mostPlaces)
const places = z
  .strictObject({ regions: z.array(key).max(mostPlaces), towns: z.array(key).max(mostPlaces), importance })
  .refine(({ regions, towns }) => regions.length + towns.length > 0)

const rail = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(['on_site', 'adjacent']) }),
  z.strictObject({ kind: z.literal('within_km'), km: positive(largestSearched.railKm) }),
])

const quantity = (name: QuantityCriterion) => z.strictObject({ min: positive(largest[name]), importance }).optional()
const quantities = Object.fromEntries(quantityCriteria.map((name) => [name, quantity(name)])) as Record<
  QuantityCriterion,
  ReturnType<typeof quantity>
>

/** A brief as it is stored. Strict: what is not known is a fault of the writer, and no need is empty. */
export const BriefSchema: z.ZodType<Brief> = z.strictObject({
  // Neither control characters nor halves of a character: JSON of PostgreSQL takes neither.
  activity: z
    .string()
    .max(longestActivity)
    .regex(/^[^\p{Cc}\p{Cs}]*$/u),
  startOn: z.iso
    .date()
    .refine((date) => date >= years.first && date <= years.last)
    .nullable(),
  jobs: z.number().int().positive().max(mostJobs).nullable(),
  investmentKzt: z.number().int().positive().max(largestTenge).nullable(),
  needs: z.strictObject({
    sector: z.strictObject({ keys: oneOrMore(z.enum(sectorKeys)), importance }).optional(),
    kind: z.strictObject({ keys: oneOrMore(z.enum(siteKinds)), importance }).optional(),
    place: places.optional(),
    ...quantities,
    rail: z.strictObject({ wish: rail, importance }).optional(),
    highway: z.strictObject({ maxKm: positive(largest.highway), importance }).optional(),
    tenure: z.strictObject({ keys: oneOrMore(z.enum(tenures)), importance }).optional(),
    price: z.strictObject({ kind: z.enum(priceKinds), max: positive(largestTenge), importance }).optional(),
    zone: z.strictObject({ keys: oneOrMore(z.enum(zoneChoices)), importance }).optional(),
    incentive: z.strictObject({ keys: oneOrMore(key), importance }).optional(),
  }),
})

/** A brief that asks for nothing. */
export function emptyBrief(): Brief {
  return { activity: '', startOn: null, jobs: null, investmentKzt: null, needs: {} }
}

export type ReadBrief = { brief: Brief; ignored: Ignored[] }

/**
 * A brief from the parameters of an address; those that the search has too mean the same there. A criterion without a
 * value is no need, whatever its weight says. What cannot be read, lies out of range or is not known is not used and is
 * named in `ignored`. `otherNames` are parameters that belong to the page and not to the brief.
 */
export function readBrief(params: URLSearchParams, known: KnownKeys, otherNames: readonly string[] = []): ReadBrief {
  const reader = makeReader(params, otherNames)
  const brief: Brief = {
    activity: readActivity(reader),
    startOn: readStart(reader),
    jobs: readWhole(reader, 'jobs', (text) => parseNumber(text, { max: mostJobs, decimals: 0 })),
    investmentKzt: readWhole(reader, 'investment', parseTenge),
    needs: {},
  }
  const asked = readAsked(reader, known)
  for (const criterion of criteria) takeNeed(brief.needs, criterion, asked, reader)
  return { brief, ignored: reader.finish() }
}

type AskedOrNot = { [C in Criterion]: Asked[C] | null }

function takeNeed<C extends Criterion>(needs: Brief['needs'], criterion: C, asked: AskedOrNot, reader: Reader): void {
  const weight = reader.choice(weightParameter(criterion), importances)
  const value = asked[criterion]
  if (value !== null)
    Object.assign(needs, { [criterion]: { ...value, importance: weight ?? usualImportance(criterion) } })
}

function readAsked(reader: Reader, known: KnownKeys): AskedOrNot {
  const list = <Key extends string>(name: string, keys: readonly Key[]) => {
    const found = reader.list(name, keys)
    return found.length === 0 ? null : { keys: found }
  }
  const quantity = (criterion: QuantityCriterion) => {
    const min = reader.number(minParameter(criterion), largest[criterion])
    return min === null ? null : { min }
  }
  const regions = reader.list('region', known.regions)
  const towns = reader.list('town', known.towns)
  const wish = readRail(reader)
  const maxKm = reader.number('highway_max', largest.highway)
  return {
    sector: list('sector', sectorKeys),
    kind: list('kind', siteKinds),
    place: regions.length + towns.length === 0 ? null : { regions, towns },
    ...(Object.fromEntries(quantityCriteria.map((name) => [name, quantity(name)])) as Pick<
      AskedOrNot,
      QuantityCriterion
    >),
    rail: wish && { wish },
    highway: maxKm === null ? null : { maxKm },
    tenure: list('tenure', tenures),
    price: readPrice(reader),
    zone: list('zone', zoneChoices),
    incentive: list('incentive', known.incentives),
  }
}

function readActivity(reader: Reader): string {
  const given = reader.all('activity').join(' ')
  const text = given.replace(/[\p{Cc}\p{Cs}\s]+/gu, ' ').trim()
  if (text.length <= longestActivity) return text
  reader.ignore('activity', given)
  return ''
}

function readStart(reader: Reader): string | null {
  const text = reader.one('start')
  if (text === null) return null
  const date = parseLocalDate(text)
  if (date.ok && date.value >= years.first && date.value <= years.last) return date.value
  reader.ignore('start', text)
  return null
}

function readWhole(
  reader: Reader,
  name: string,
  parse: (text: string) => { ok: true; value: number } | { ok: false },
): number | null {
  const text = reader.one(name)
  if (text === null) return null
  const verdict = parse(text)
  if (verdict.ok && verdict.value > 0) return verdict.value
  reader.ignore(name, text)
  return null
}

/** Parameters of the address that says `brief`, in one fixed order and without the weights that are the usual ones. */
export function writeBrief(brief: Brief): URLSearchParams {
  const params = new URLSearchParams()
  const set = (name: string, value: string | number | null) => {
    if (value !== null && value !== '') params.append(name, String(value))
  }
  set('activity', brief.activity)
  set('start', brief.startOn)
  set('jobs', brief.jobs)
  set('investment', brief.investmentKzt)
  for (const criterion of criteria) {
    const need = brief.needs[criterion]
    if (need === undefined) continue
    for (const [name, value] of valuesOf(brief.needs, criterion)) set(name, value)
    if (need.importance !== usualImportance(criterion)) set(weightParameter(criterion), need.importance)
  }
  return params
}

function valuesOf(needs: Brief['needs'], criterion: Criterion): [string, string | number][] {
  const list = (name: string, keys: readonly string[]) => keys.map((value): [string, string] => [name, value])
  if (isQuantityCriterion(criterion)) return [[minParameter(criterion), needs[criterion]?.min ?? '']]
  switch (criterion) {
    case 'place':
      return [...list('region', needs.place?.regions ?? []), ...list('town', needs.place?.towns ?? [])]
    case 'rail':
      return needs.rail ? [['rail', writeRail(needs.rail.wish)]] : []
    case 'highway':
      return [['highway_max', needs.highway?.maxKm ?? '']]
    case 'price':
      return [
        ['price_max', needs.price?.max ?? ''],
        ['price_kind', needs.price?.kind ?? ''],
      ]
    default:
      return list(criterion, needs[criterion]?.keys ?? [])
  }
}
