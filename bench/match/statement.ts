import { unitOf } from '#app/domain/kernel/quantity'
import { full, lineAtLeast, lineAtMost, worthFrom, worthlessAt, type Line } from '#app/domain/matching/levels'
import type { Brief, Criterion } from '#app/domain/matching/model'
import { weightOf } from '#app/domain/matching/needs'
import { isCountable, isQuantityCriterion } from '#app/domain/matching/parameters'
import type { MatchLimits } from '#app/domain/matching/scan'
import { freshnessEdges } from '#app/domain/search/freshness'
import { zoneChoices } from '#app/domain/search/model'
import { railAccesses, siteKinds, tenures } from '#app/domain/sites/choices'
import { sectorKeys } from '#app/domain/towns/model'
import { bitsOf } from '../search/postgres-schema'

/** Expressions of one criterion; NULL never leaves them, since LEAST(1, NULL) is 1 and would count unknown as met. */
type Cell = { low: string; high: string; gap: string }

const stale = '(confirm_by < $1)'

/** One statement for the whole answer: judged once, then counted and cut into the three lists. */
export function makeStatement(brief: Brief, limits: MatchLimits, now: Date): { text: string; values: unknown[] } {
  const edges = freshnessEdges(now)
  const needs = Object.entries(brief.needs) as [Criterion, NonNullable<Brief['needs'][Criterion]>][]
  const cells = needs.map(([name, { importance }]) => ({
    cell: cellOf(brief, name, now),
    weight: weightOf[importance],
    isMust: importance === 'must',
    isFinal: importance === 'must' && !isCountable(brief, name),
  }))
  const list = (read: (cell: Cell, index: number) => string) =>
    cells.map(({ cell }, index) => read(cell, index)).join(', ')
  const sum = (side: 'l' | 'h') => cells.map(({ weight }, index) => `${weight} * ${side}${index}`).join(' + ')
  const musts = cells.flatMap(({ isMust }, index) => (isMust ? [index] : []))
  const any = (test: (index: number) => string) => `(${musts.map(test).join(' OR ') || 'false'})`
  const isBroken = any((index) => `h${index} < ${full}`)
  const isOut = any((index) => `(h${index} < ${full} AND g${index} < 0)`)
  const gap = musts.map((index) => `CASE WHEN h${index} < ${full} THEN g${index} ELSE 0 END`).join(' + ') || '0'
  const isOpen = any((index) => `l${index} < ${full}`)
  const where = cells.flatMap(({ cell, isFinal }) => (isFinal ? [`${cell.high} > 0`] : []))
  const best = (place: string, order: string, limit: number) =>
    `(SELECT coalesce(json_agg(json_build_array(number, low, high, gap)), '[]') FROM (SELECT * FROM placed WHERE place = '${place}' ORDER BY ${order} LIMIT ${limit}) best)`
  const byScore = 'low DESC, high DESC, rank DESC, number COLLATE "C"'
  const text = `
    WITH cells AS (SELECT number, confirm_by, ${list((cell, index) => `${cell.low} AS l${index}, ${cell.high} AS h${index}, ${cell.gap} AS g${index}`)}
      FROM match_sites WHERE confirm_by >= $3 ${where.map((test) => `AND ${test}`).join(' ')}),
    placed AS MATERIALIZED (SELECT number, ${sum('l')} AS low, ${sum('h')} AS high, ${gap} AS gap,
      CASE WHEN confirm_by >= $2 THEN 3 WHEN confirm_by >= $1 THEN 2 ELSE 1 END AS rank,
      CASE WHEN ${isBroken} THEN 'near' WHEN ${isOpen} THEN 'open' ELSE 'match' END AS place
      FROM cells WHERE NOT ${isOut})
    SELECT (SELECT json_object_agg(place, count) FROM (SELECT place, count(*) FROM placed GROUP BY place) counted) AS totals,
      ${best('match', byScore, limits.limit)} AS match, ${best('open', byScore, limits.openLimit)} AS open,
      ${best('near', 'gap, rank DESC, number COLLATE "C"', limits.nearLimit)} AS near`
  return { text, values: [edges.dueFromMs, edges.freshFromMs, edges.staleFromMs] }
}

function cellOf(brief: Brief, name: Criterion, now: Date): Cell {
  const { needs } = brief
  if (isQuantityCriterion(name)) return atLeast(brief, name, lineAtLeast(needs[name]?.min ?? 0, worthFrom[name]), now)
  if (name === 'highway') return atMost('highway_km', lineAtMost(needs.highway?.maxKm ?? 0, worthlessAt.distance))
  if (name === 'price') return atMost(needs.price?.kind ?? '', lineAtMost(needs.price?.max ?? 0, worthlessAt.price))
  if (name === 'rail') {
    const wish = needs.rail?.wish
    if (wish?.kind !== 'within_km') throw new Error('the benchmark asks for a railway by its distance')
    return railWithin(lineAtMost(wish.km, worthlessAt.distance))
  }
  if (name === 'place' || name === 'incentive') throw new Error(`the benchmark does not ask for ${name}`)
  return anyOf(name, needs[name]?.keys ?? [])
}

const number = (value: number) => `${value}::float8`
const below = ({ slope, start }: Line, value: string) =>
  `LEAST(${full - 1}, GREATEST(0, floor(${value}::float8 * ${number(slope)} + ${number(start)} + 1e-6)))::int`
const missing = (line: Line, value: string) =>
  `LEAST(1e9, floor(abs(${value}::float8 - ${number(line.asked)}) * ${number(line.missing)} + 0.5))::int`

function atLeast({ startOn }: Brief, name: string, line: Line, now: Date): Cell {
  const isMet = `${name} >= ${number(line.asked)}`
  const today = now.toISOString().slice(0, 10)
  const isPromised =
    name in unitOf && startOn !== null
      ? `EXISTS (SELECT FROM match_promises p WHERE p.number = match_sites.number AND p.work = '${name}' AND p.due >= '${today}' AND p.due < '${startOn}' AND (coalesce(${name}, 0)::real + p.added)::float8 >= ${number(line.asked)})`
      : 'false'
  const isSure = `(${isMet} OR (has_promise AND ${isPromised}))`
  const isOpen = ['area', 'height', 'crane'].includes(name) ? `is_${name}_open` : 'false'
  const level = `CASE WHEN ${name} < 0 THEN 0 ELSE ${below(line, name)} END`
  return {
    low: `CASE WHEN ${stale} THEN 0 WHEN ${isSure} THEN ${full} WHEN ${name} IS NULL THEN 0 ELSE ${level} END`,
    high: `CASE WHEN ${isSure} OR ${name} IS NULL OR ${isOpen} THEN ${full} ELSE ${level} END`,
    gap: `CASE WHEN ${name} IS NULL OR ${name} < 0 THEN -1 ELSE ${missing(line, name)} END`,
  }
}

function atMost(name: string, line: Line): Cell {
  const level = `CASE WHEN ${name} < 0 THEN 0 WHEN ${name} <= ${number(line.asked)} THEN ${full} ELSE ${below(line, name)} END`
  return {
    low: `CASE WHEN ${stale} OR ${name} IS NULL THEN 0 ELSE ${level} END`,
    high: `CASE WHEN ${name} IS NULL THEN ${full} ELSE ${level} END`,
    gap: `CASE WHEN ${name} IS NULL OR ${name} < 0 THEN -1 ELSE ${missing(line, name)} END`,
  }
}

/** The distance of a row: 0 on and beside the site, -1 without a railway, NULL where nobody says. */
function railWithin(line: Line): Cell {
  const code = (access: (typeof railAccesses)[number]) => railAccesses.indexOf(access)
  const km = `(CASE rail WHEN ${code('none')} THEN -1 WHEN ${code('unknown')} THEN NULL WHEN ${code('distance')} THEN rail_km ELSE 0 END)`
  return atMost(km, line)
}

function anyOf(name: 'sector' | 'kind' | 'tenure' | 'zone', keys: readonly string[]): Cell {
  const [isThere, isUnknown] = {
    sector: [`(sectors & ${bitsOf<string>(sectorKeys, keys)}) <> 0`, 'false'],
    kind: [`kind = ANY('{${keys.map((key) => siteKinds.findIndex((kind) => kind === key)).join()}}')`, 'false'],
    tenure: [`(tenures & ${bitsOf<string>(tenures, keys)}) <> 0`, 'tenures = 0'],
    zone: [
      `zone = ANY('{${keys.map((key) => zoneChoices.findIndex((zone) => zone === key) + 1).join()}}')`,
      'zone IS NULL',
    ],
  }[name] as [string, string]
  return {
    low: `CASE WHEN ${isUnknown} THEN 0 WHEN ${isThere} THEN ${full} ELSE 0 END`,
    high: `CASE WHEN ${isUnknown} OR ${isThere} THEN ${full} ELSE 0 END`,
    gap: '-1',
  }
}
