import { askedUtilities, type Criteria } from '#app/domain/search/model'
import { readQuery } from '#app/domain/search/text'
import { create, insert, search, type AnyOrama, type AnySchema, type Tokenizer } from '@orama/orama'
import type { Contestant } from './answer'
import { drawCircles } from './circles'
import { readItems, type Item } from './items'
import { Judge } from './judge'
import { itemOf } from './minisearch'

const quantities = ['area', 'plot', 'height', 'rent_month', 'rent_m2_month', 'purchase', ...askedUtilities] as const
type Quantity = (typeof quantities)[number]

const schema = {
  ...{ name: 'string', place: 'string', point: 'geopoint', hasNoPoint: 'boolean', isStale: 'boolean' },
  ...{ isAreaOpen: 'boolean', isHeightOpen: 'boolean', rail: 'enum' },
  ...Object.fromEntries(quantities.map((name) => [name, 'number'])),
  ...Object.fromEntries(quantities.map((name) => [unknownName(name), 'boolean'])),
} as AnySchema

/** The texts are folded when the items are made. */
const tokenizer: Tokenizer = {
  language: 'english',
  normalizationCache: new Map(),
  tokenize: (text) => text.split(' ').filter((word) => word !== ''),
}

/**
 * `@orama/orama` for the words, the quantities and the box; what it finds is judged and counted around it, since its
 * facets know neither "not known" nor counts with a filter taken away.
 */
export function createOrama(): Contestant {
  let items: Item[] = []
  const index = create({ schema, sort: { enabled: false }, components: { tokenizer } }) as AnyOrama
  return {
    load: async (rows) => {
      items = readItems(rows)
      for (const item of items) await insert(index, toDocument(item))
    },
    answer: async ({ criteria, zoom }) => {
      const judge = new Judge(criteria)
      const words = readQuery(criteria.q).map(({ stem }) => stem)
      const where = conditionsOf(criteria)
      const { hits: found } = await search(index, {
        ...(words.length > 0 ? { term: words.join(' '), properties: ['name', 'place'] } : {}),
        ...(where.length > 0 ? { where: { and: where } } : {}),
        limit: items.length,
      } as never)
      for (const { id } of found) judge.take(itemOf(items, Number(id)))
      const { hits, ...answer } = judge.finish()
      return { ...answer, circles: drawCircles(hits, zoom) }
    },
  }
}

function unknownName(name: Quantity): string {
  return `${name}_unknown`
}

function valueOf(item: Item, name: Quantity): number | null {
  return name in item.free ? item.free[name as keyof Item['free']] : item[name as keyof Item & Quantity]
}

function toDocument(item: Item) {
  const { name, place, lng, lat, isStale, isAreaOpen, isHeightOpen, rail } = item
  const values = quantities.map((quantity) => [quantity, valueOf(item, quantity)] as const)
  return {
    ...{ id: String(item.id), name, place, isStale, isAreaOpen, isHeightOpen, rail, hasNoPoint: lng === null },
    ...(lng === null || lat === null ? {} : { point: { lon: lng, lat } }),
    ...Object.fromEntries(values.filter(([, value]) => value !== null)),
    ...Object.fromEntries(values.map(([quantity, value]) => [unknownName(quantity), value === null])),
  }
}

/** Degrees, a tenth of a metre. */
const edge = 1e-6

/** Those that fit or do not say: the judge tells them apart. */
function conditionsOf(criteria: Criteria): object[] {
  const { areaMin, areaMax, plotMin, heightMin, price, rail, free, bbox, onlyFresh } = criteria
  const conditions: object[] = []
  const add = (name: Quantity, range: object, ...others: object[]) =>
    conditions.push({ or: [{ [name]: range }, { [unknownName(name)]: true }, ...others] })
  if (areaMin !== null) add('area', { gte: areaMin }, { isAreaOpen: true })
  if (areaMax !== null) add('area', { between: [0, areaMax] })
  if (plotMin !== null) add('plot', { gte: plotMin })
  if (heightMin !== null) add('height', { gte: heightMin }, { isHeightOpen: true })
  if (price) add(price.kind, { between: [0, price.max] })
  for (const kind of askedUtilities) if (free[kind] !== null) add(kind, { gte: free[kind] })
  if (rail) {
    const fitting = rail.kind === 'on_site' ? ['on_site'] : ['on_site', 'adjacent']
    conditions.push({ rail: { in: [...fitting, 'unknown', ...(rail.kind === 'within_km' ? ['distance'] : [])] } })
  }
  if (bbox) {
    const [west, south, east, north] = bbox
    // It leaves out points on an edge, which belong to a box.
    const [left, low, right, high] = [west - edge, south - edge, east + edge, north + edge]
    const corner = (lon: number, lat: number) => ({ lon, lat })
    const coordinates = [corner(left, low), corner(right, low), corner(right, high), corner(left, high)]
    conditions.push({ or: [{ point: { polygon: { coordinates, inside: true } } }, { hasNoPoint: true }] })
  }
  if (onlyFresh) conditions.push({ isStale: false })
  return conditions
}
