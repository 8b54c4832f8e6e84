import { askedUtilities, type Criteria } from '#app/domain/search/model'
import { readQuery, type QueryToken } from '#app/domain/search/text'
import { railAccesses, siteKinds, tenures } from '#app/domain/sites/choices'
import { sectorKeys } from '#app/domain/towns/model'
import { pageSize, type CountedFacet } from './answer'
import { benchNow, benchPlaces } from './generate-rows'
import { bitsOf, finestZoom, minutesOf, zoneCode } from './postgres-schema'
import type { BenchQuery } from './queries'

export type Statement = { text: string; values: unknown[]; asked: CountedFacet[] }

/** From this zoom on every site has its own mark. */
export const singlesFromZoom = 14

const graceMinutes = 30 * 1440

/** Adds a value to the statement and gives the text that stands for it. */
type Add = (value: unknown, type: string) => string

/**
 * One statement for the whole answer. `m` are the sites that break no criterion beside the facets: `sure` when they
 * meet all of these, `possible` when no facet is missed either, `miss` the one facet that is not met (0 none, 99 more).
 * NULL is what nobody says: a comparison with it is neither true nor false, and so is every condition here.
 */
export function makeStatement({ criteria, zoom }: BenchQuery): Statement {
  const values: unknown[] = []
  const add: Add = (value, type) => `$${values.push(value)}::${type}`
  const now = minutesOf(benchNow.getTime()) ?? 0
  const facets = facetConditions(criteria, add)
  const quantities = quantityConditions(criteria, add)
  const stale = `s.confirm_by < ${add(now, 'int')}`
  const others = [...quantities, ...placeConditions(criteria, add)]
  if (criteria.onlyFresh) others.push(`NOT (${stale})`)
  const words = readQuery(criteria.q)
  const sure = [...others, ...(quantities.length > 0 ? [`NOT (${stale})`] : [])]
  const notMissed = (condition: string) => `(${condition}) IS NOT FALSE`
  const where = [
    `s.confirm_by >= ${add(now - graceMinutes, 'int')}`,
    ...others.map(notMissed),
    ...(facets.length > 1 ? [limitMisses(facets.map(([, condition]) => condition))] : []),
    ...words.map((word) => findWord(word, add)),
  ]
  const possible = facets.map(([, condition]) => notMissed(condition)).join(' AND ') || 'TRUE'
  const text = `
WITH m AS MATERIALIZED (
  SELECT s.id, s.kind, s.region, s.town, s.sectors, s.tenures, s.zone, s.confirmed, s.number_key, s.mx, s.my, s.gx, s.gy, ${stale} AS is_stale,
    ${words.map((word) => scoreOf(word, add)).join(' + ') || '0'} AS score,
    (${sure.map((condition) => `(${condition})`).join(' AND ') || 'TRUE'}) IS TRUE AS sure,
    ${possible} AS possible, ${missOf(facets.map(([, condition]) => condition))} AS miss
  FROM sites s ${words.length > 0 ? 'JOIN words w ON w.id = s.id' : ''}
  WHERE ${where.join('\n    AND ')}
)
SELECT
  (SELECT count(*)::int FROM m WHERE possible AND NOT (sure AND miss = 0)) AS open,
  (${pageOf(criteria.page, add)}) AS page,
  (${countsOf(facets.length)}) AS counts,
  (${circlesOf(zoom, add)}) AS circles`
  return { text, values, asked: facets.map(([name]) => name) }
}

function pageOf(page: number, add: Add): string {
  const order = 'is_stale, score DESC, confirmed DESC NULLS LAST, number_key'
  return `SELECT json_agg(c.card ORDER BY ${order})
    FROM (SELECT * FROM m WHERE sure AND miss = 0 ORDER BY ${order} LIMIT ${pageSize} OFFSET ${add((page - 1) * pageSize, 'int')}) p
    JOIN cards c ON c.id = p.id`
}

/**
 * All facets in one pass: for each value the sites that fit (c0), and those that miss only that asked facet. Facets with
 * one value per site are grouped together and taken apart outside, which is faster than a pass for each.
 */
function countsOf(asked: number): string {
  const misses = Array.from({ length: asked }, (_, index) => index + 1)
  const counts = [0, ...misses].map((miss) => `count(*) FILTER (WHERE miss = ${miss}) AS c${miss}`)
  return `SELECT json_agg(g) FROM (
    SELECT GROUPING(town, sectors, tenures) AS of, kind, town, zone, sectors, tenures, ${counts.join(', ')}
    FROM m WHERE sure AND miss < 99 GROUP BY GROUPING SETS ((kind, town, zone), (sectors), (tenures))) g`
}

function circlesOf(zoom: number, add: Add): string {
  const hits = 'm WHERE sure AND miss = 0 AND gx IS NOT NULL'
  const pin = (
    source: string,
  ) => `SELECT json_agg(json_build_array(g.x, g.y, g.n, g.mx, g.my, c.card->'name')) FROM (${source}) g
    LEFT JOIN cards c ON g.n = 1 AND c.id = g.id`
  if (zoom >= singlesFromZoom) return pin(`SELECT id, gx AS x, gy AS y, 1 AS n, mx, my FROM ${hits}`)
  const shift = add(finestZoom - zoom, 'int')
  return pin(`SELECT min(id) AS id, gx >> ${shift} AS x, gy >> ${shift} AS y, count(*) AS n, sum(mx) AS mx, sum(my) AS my
    FROM ${hits} GROUP BY 2, 3`)
}

function limitMisses(conditions: readonly string[]): string {
  const met = conditions.map((condition) => `((${condition}) IS TRUE)::int`).join(' + ')
  const notMissed = conditions.map((condition) => `(${condition}) IS NOT FALSE`).join(' AND ')
  return `(${met} >= ${conditions.length - 1} OR ${notMissed})`
}

function missOf(conditions: readonly string[]): string {
  if (conditions.length === 0) return '0'
  const allBut = (left: number) =>
    conditions
      .filter((_, index) => index !== left)
      .map((condition) => `(${condition})`)
      .join(' AND ') || 'TRUE'
  const single = conditions.map((_, index) => `WHEN ${allBut(index)} THEN ${index + 1}`)
  return `CASE WHEN ${allBut(-1)} THEN 0 ${single.join(' ')} ELSE 99 END`
}

function facetConditions(criteria: Criteria, add: Add): [CountedFacet, string][] {
  const { kinds, regions, towns, sectors, tenures: wanted, zones } = criteria
  const among = (column: string, codes: readonly number[]) => `s.${column} = ANY(${add(codes, 'smallint[]')})`
  const conditions: [CountedFacet, string][] = []
  if (kinds.length > 0)
    conditions.push([
      'kind',
      among(
        'kind',
        kinds.map((kind) => siteKinds.indexOf(kind)),
      ),
    ])
  const region = (key: string) => benchPlaces.regions.findIndex((candidate) => candidate.key === key)
  if (regions.length > 0) conditions.push(['region', among('region', regions.map(region))])
  const town = (key: string) => benchPlaces.towns.findIndex((candidate) => candidate.key === key)
  if (towns.length > 0) conditions.push(['town', among('town', towns.map(town))])
  if (sectors.length > 0)
    conditions.push(['sector', `(s.sectors & ${add(bitsOf(sectorKeys, sectors), 'smallint')}) <> 0`])
  if (wanted.length > 0)
    conditions.push(['tenure', `(nullif(s.tenures, 0) & ${add(bitsOf(tenures, wanted), 'smallint')}) <> 0`])
  if (zones.length > 0) conditions.push(['zone', among('zone', zones.map(zoneCode))])
  return conditions
}

function quantityConditions(criteria: Criteria, add: Add): string[] {
  const { areaMin, areaMax, plotMin, heightMin, price, rail, free } = criteria
  const conditions: string[] = []
  const real = (value: number) => add(value, 'real')
  const atLeast = (column: string, value: number) => conditions.push(`s.${column} >= ${real(value)}`)
  // What silent buildings have comes on top: enough is enough, too much is too much, the rest is not known.
  if (areaMin !== null || areaMax !== null) {
    const [low, high] = [areaMin === null ? null : real(areaMin), areaMax === null ? null : real(areaMax)]
    const whole = [low && `s.area >= ${low}`, high && `s.area <= ${high} AND s.area >= 0`].filter(Boolean).join(' AND ')
    const part = high ? `CASE WHEN s.area > ${high} THEN FALSE END` : `CASE WHEN s.area >= ${low} THEN TRUE END`
    conditions.push(`CASE WHEN s.is_area_open THEN ${part} ELSE ${whole} END`)
  }
  if (plotMin !== null) atLeast('plot', plotMin)
  for (const kind of askedUtilities) {
    const min = free[kind]
    if (min !== null) atLeast(kind, min)
  }
  if (price) conditions.push(`s.${price.kind} <= ${real(price.max)} AND s.${price.kind} >= 0`)
  if (heightMin !== null)
    conditions.push(`CASE WHEN s.height >= ${real(heightMin)} THEN TRUE WHEN NOT s.is_height_open THEN FALSE END`)
  if (rail?.kind === 'within_km') conditions.push(railCondition(rail, add))
  return conditions
}

function placeConditions({ rail, bbox }: Criteria, add: Add): string[] {
  const conditions: string[] = []
  if (rail && rail.kind !== 'within_km') conditions.push(railCondition(rail, add))
  if (bbox) {
    const [west = '', south = '', east = '', north = ''] = bbox.map((degrees) => add(degrees, 'float8'))
    conditions.push(`s.lng BETWEEN ${west} AND ${east} AND s.lat BETWEEN ${south} AND ${north}`)
  }
  return conditions
}

function railCondition(rail: NonNullable<Criteria['rail']>, add: Add): string {
  const code = (access: (typeof railAccesses)[number]) => railAccesses.indexOf(access)
  const near = rail.kind === 'on_site' ? [code('on_site')] : [code('on_site'), code('adjacent')]
  const distance =
    rail.kind === 'within_km' ? `WHEN s.rail = ${code('distance')} THEN s.rail_km <= ${add(rail.km, 'real')}` : ''
  return `CASE WHEN s.rail IN (${near.join(', ')}) THEN TRUE WHEN s.rail = ${code('unknown')} THEN NULL ${distance} ELSE FALSE END`
}

/** Shorter words count at the beginning of a word only. */
const shortestInside = 3

function findWord({ whole, stem }: QueryToken, add: Add): string {
  if (/^\d+$/.test(whole)) return `w.both_texts LIKE ${add(`% ${whole} %`, 'text')}`
  const pattern = (part: string) => (stem.length >= shortestInside ? `%${part}%` : `% ${part}%`)
  const parts = whole.startsWith(stem) ? [stem] : [stem, whole]
  return `(${parts.map((part) => `w.both_texts LIKE ${add(pattern(part), 'text')}`).join(' OR ')})`
}

function scoreOf({ whole, stem }: QueryToken, add: Add): string {
  const isNumber = /^\d+$/.test(whole)
  const asWhole = add(isNumber ? `% ${whole} %` : `% ${whole}%`, 'text')
  const [asStem, inside] = isNumber ? ['', ''] : [add(`% ${stem}%`, 'text'), add(`%${stem}%`, 'text')]
  const inText = (column: string, weight: number) =>
    isNumber
      ? `CASE WHEN ${column} LIKE ${asWhole} THEN ${weight} ELSE 0 END`
      : `CASE WHEN ${column} LIKE ${asWhole} THEN ${weight} WHEN ${column} LIKE ${asStem} THEN ${weight - 1}
        WHEN ${column} LIKE ${inside} THEN ${weight / 8} ELSE 0 END`
  return `GREATEST(${inText('w.name', 4)}, ${inText('w.place', 3)})`
}
