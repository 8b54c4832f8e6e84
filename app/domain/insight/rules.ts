import { utilityKinds, type UtilityKind } from '#app/domain/kernel/quantity'
import type { SiteFacts } from '#app/domain/matching/facts'
import { quantityCriteria, type Brief, type Outcome } from '#app/domain/matching/model'
import { compileBrief, judge, momentOf, weigh } from '#app/domain/matching/rules'
import { sectorKeys } from '#app/domain/towns/model'
import { fewestAsks, type Demand, type QuantityDemand, type SectorDemand, type Unlock } from './model'

/** Something that was asked for, by `people` who asked for the same. */
export type Ask = { brief: Brief; people: number }

/** Whether the place that is asked for, if any, lets the town in. */
export function concernsTown({ needs }: Brief, townKey: string, regionKey: string): boolean {
  const { place } = needs
  return place?.importance !== 'must' || place.towns.includes(townKey) || place.regions.includes(regionKey)
}

type NearMiss = { number: string; utility: UtilityKind; gap: number; people: number }

/**
 * What was asked of a town and not found, and what would unlock it. `sites` are the facts of all its public sites. An
 * ask is met when some site matches it; what is only not known of a site does not meet it. Figures about fewer than
 * `fewestAsks` asks are left out, and quantities are rounded, so that nobody's brief can be read from them.
 */
export function sumDemand(
  asks: readonly Ask[],
  sites: readonly SiteFacts[],
  at: Date,
): Omit<Demand, 'unlocks'> & {
  unlocks: Omit<Unlock, 'name'>[]
} {
  const moment = momentOf(at)
  const unmet: Ask[] = []
  const misses: NearMiss[] = []
  for (const ask of asks) {
    const compiled = compileBrief(ask.brief)
    const places = sites.map((facts) => weigh(compiled, facts, moment)?.place)
    if (places.includes('match')) continue
    unmet.push(ask)
    sites.forEach((facts, index) => {
      if (places[index] !== 'near') return
      const miss = onlyMiss(judge(compiled, facts, moment).outcomes)
      if (miss !== null) misses.push({ number: facts.number, ...miss, people: ask.people })
    })
  }
  return {
    asked: showCount(countPeople(asks)),
    unmet: showCount(countPeople(unmet)),
    sectors: sumSectors(unmet),
    quantities: sumQuantities(unmet),
    unlocks: findUnlocks(misses),
  }
}

/** The one utility that keeps the site from being a match, and what is missing; null when it is not one alone. */
function onlyMiss(outcomes: readonly Outcome[]): Pick<NearMiss, 'utility' | 'gap'> | null {
  const [only, ...others] = outcomes.filter(({ importance, state }) => importance === 'must' && state !== 'met')
  const utility = utilityKinds.find((kind) => kind === only?.criterion)
  const gap = only?.gap ?? null
  return others.length > 0 || utility === undefined || gap === null ? null : { utility, gap }
}

function countPeople(asks: readonly { people: number }[]): number {
  return asks.reduce((sum, { people }) => sum + people, 0)
}

function showCount(count: number): number | null {
  return count === 0 || count >= fewestAsks ? count : null
}

function sumSectors(asks: readonly Ask[]): SectorDemand[] {
  return sectorKeys
    .map((sector) => ({
      sector,
      asks: countPeople(asks.filter(({ brief }) => brief.needs.sector?.keys.includes(sector))),
    }))
    .filter((row) => row.asks >= fewestAsks)
    .sort((left, right) => right.asks - left.asks)
}

function sumQuantities(asks: readonly Ask[]): QuantityDemand[] {
  return quantityCriteria
    .map((criterion) => {
      const asked = asks.flatMap(({ brief, people }) => {
        const min = brief.needs[criterion]?.min
        return min === undefined ? [] : [{ min, people }]
      })
      return { criterion, asks: countPeople(asked), typical: roundUp(medianOf(asked)) }
    })
    .filter((row) => row.asks >= fewestAsks)
    .sort((left, right) => right.asks - left.asks)
}

/** Median of the asked quantities, each counted as often as people asked; 0 for none. */
function medianOf(asked: readonly { min: number; people: number }[]): number {
  const sorted = [...asked].sort((left, right) => left.min - right.min)
  const half = countPeople(sorted) / 2
  let seen = 0
  return sorted.find(({ people }) => (seen += people) >= half)?.min ?? 0
}

/**
 * For each site and utility the smallest additions that win at least `fewestAsks` matches: what wins the fewest of them
 * first, then each that wins more. Ordered by matches won, then by site.
 */
export function findUnlocks(misses: readonly NearMiss[]): Omit<Unlock, 'name'>[] {
  const groups = new Map<string, NearMiss[]>()
  for (const miss of misses) {
    const key = `${miss.number} ${miss.utility}`
    groups.set(key, [...(groups.get(key) ?? []), miss])
  }
  return [...groups.values()]
    .flatMap(stepsOf)
    .sort((left, right) => right.won - left.won || (left.number < right.number ? -1 : 1) || left.added - right.added)
}

function stepsOf(misses: readonly NearMiss[]): Omit<Unlock, 'name'>[] {
  const sorted = [...misses].sort((left, right) => left.gap - right.gap)
  const steps = new Map<number, Omit<Unlock, 'name'>>()
  let won = 0
  for (const { number, utility, gap, people } of sorted) {
    won += people
    const added = roundUp(gap)
    if (won >= fewestAsks) steps.set(added, { number, utility, added, won })
  }
  return [...steps.values()]
}

/** Rounded up to two significant digits: 1 230 is 1 300. */
export function roundUp(value: number): number {
  if (value <= 0) return 0
  const step = 10 ** (Math.floor(Math.log10(value)) - 1)
  return Number((Math.ceil(value / step - 1e-9) * step).toPrecision(2))
}
