import { utilityKinds, type UtilityKind } from '#app/domain/kernel/quantity'
import type { RailWish } from '#app/domain/search/model'
import type { RailAccess } from '#app/domain/sites/choices'
import { isCommitted, type Calendar } from './closing'
import type { SiteFacts } from './facts'
import {
  cellAtLeast,
  cellAtMost,
  levelOfSiding,
  lineAtLeast,
  lineAtMost,
  metCell,
  siding,
  uncounted,
  unknownCell,
  unmetCell,
  worthFrom,
  worthlessAt,
  type Cell,
} from './levels'
import { criteria, type Brief, type Criterion, type Importance, type Need, type QuantityCriterion } from './model'
import { isQuantityCriterion } from './parameters'

/** What a need costs or brings in the score; a must weighs as much as the weightiest wish. */
export const weightOf: Record<Importance, number> = { must: 3, '3': 3, '2': 2, '1': 1 }

/** The moment of a judgement: today decides whether a commitment is missed. */
export type Moment = { today: string }

/** One need of a brief, ready to be asked of many sites. */
export type AskedNeed = {
  criterion: Criterion
  importance: Importance
  weight: number
  isMust: boolean
  ask: (facts: SiteFacts, moment: Moment) => Cell
}

export type Ask = AskedNeed['ask']

const utilities: ReadonlySet<Criterion> = new Set(utilityKinds)

/** The needs of a brief in the order of `criteria`. */
export function askedNeeds(brief: Brief): AskedNeed[] {
  return criteria.flatMap((criterion) => {
    const need = brief.needs[criterion]
    if (need === undefined) return []
    const { importance } = need
    const ask = makeAsk(brief, criterion)
    return [{ criterion, importance, weight: weightOf[importance], isMust: importance === 'must', ask }]
  })
}

/** Whether the utility can be brought by a commitment. */
export function isUtility(criterion: Criterion): criterion is UtilityKind {
  return utilities.has(criterion)
}

function makeAsk({ needs, startOn }: Brief, criterion: Criterion): Ask {
  if (isQuantityCriterion(criterion)) {
    const min = needs[criterion]?.min ?? 0
    return isUtility(criterion) ? askUtility(criterion, min, startOn) : askMeasure(criterion, min)
  }
  const always: Ask = () => metCell
  switch (criterion) {
    case 'rail':
      return needs.rail ? askRail(needs.rail) : always
    case 'highway':
      return needs.highway ? askHighway(needs.highway) : always
    case 'price':
      return needs.price ? askPrice(needs.price) : always
    case 'place':
      return needs.place ? askPlace(needs.place) : always
    default:
      return askList(criterion, new Set(needs[criterion]?.keys))
  }
}

/** A cell is known to be met when a commitment that is paid for closes the gap, unless nobody vouches for the data. */
function askUtility(kind: UtilityKind, min: number, startOn: string | null): Ask {
  const line = lineAtLeast(min, worthFrom[kind])
  return ({ quantities, commitments, freshness }, { today }) => {
    const value = quantities[kind]
    const isStale = isOverdue(freshness)
    const cell = cellAtLeast(value, line, false, isStale)
    if (value >= line.asked || startOn === null || commitments.length === 0) return cell
    const calendar: Calendar = { today, startOn }
    if (!isCommitted(commitments, kind, value, line.asked, calendar)) return cell
    return isStale ? unknownCell : metCell
  }
}

function askMeasure(criterion: Exclude<QuantityCriterion, UtilityKind>, min: number): Ask {
  const line = lineAtLeast(min, worthFrom[criterion])
  return ({ quantities, isOpen, freshness }) => {
    const mayGrow = criterion !== 'plot' && isOpen[criterion]
    return cellAtLeast(quantities[criterion], line, mayGrow, isOverdue(freshness))
  }
}

function askHighway({ maxKm }: Need<'highway'>): Ask {
  const line = lineAtMost(maxKm, worthlessAt.distance)
  return ({ highwayKm, freshness }) => cellAtMost(highwayKm, line, isOverdue(freshness))
}

function askPrice({ kind, max }: Need<'price'>): Ask {
  const line = lineAtMost(max, worthlessAt.price)
  return ({ prices, freshness }) => cellAtMost(prices[kind], line, isOverdue(freshness))
}

function askRail({ wish }: Need<'rail'>): Ask {
  const ask = makeRailCell(wish)
  return ({ rail, railKm, freshness }) => ask(rail, railKm, isOverdue(freshness))
}

/** How a site answers a wish for a railway; `railKm` counts where the railway is at a distance. */
export function makeRailCell(wish: RailWish): (rail: RailAccess, railKm: number, isStale: boolean) => Cell {
  const { kind } = wish
  if (kind !== 'within_km') return (rail, railKm) => sidingCell(kind, rail, railKm)
  const line = lineAtMost(wish.km, worthlessAt.distance)
  return (rail, railKm, isStale) => {
    if (rail === 'none') return unmetCell
    if (rail === 'unknown') return unknownCell
    return cellAtMost(rail === 'distance' ? railKm : 0, line, isStale)
  }
}

/** A siding where it is asked for, or what it is worth that one could be built. Nothing of it counts as a quantity. */
function sidingCell(wish: 'on_site' | 'adjacent', rail: RailAccess, railKm: number): Cell {
  if (rail === 'unknown') return unknownCell
  if (rail === 'on_site' || rail === wish) return metCell
  if (rail === 'none') return unmetCell
  if (rail === 'distance' && Number.isNaN(railKm)) return { low: 0, high: siding.beside, shortfall: uncounted }
  const level = levelOfSiding(rail === 'adjacent' ? 0 : railKm)
  return { low: level, high: level, shortfall: uncounted }
}

function askPlace({ regions, towns }: Need<'place'>): Ask {
  return ({ regionKey, townKey }) => (regions.includes(regionKey) || towns.includes(townKey) ? metCell : unmetCell)
}

function askList(criterion: 'sector' | 'kind' | 'tenure' | 'zone' | 'incentive', keys: ReadonlySet<string>): Ask {
  const anyOf = (offered: readonly string[]) => (offered.some((key) => keys.has(key)) ? metCell : unmetCell)
  switch (criterion) {
    case 'sector':
      return ({ sectors }) => anyOf(sectors)
    case 'kind':
      return ({ kind }) => (keys.has(kind) ? metCell : unmetCell)
    case 'tenure':
      return ({ tenures }) => (tenures.length === 0 ? unknownCell : anyOf(tenures))
    case 'zone':
      return ({ zone }) => (zone === 'undetermined' ? unknownCell : keys.has(zone) ? metCell : unmetCell)
    case 'incentive':
      return ({ incentives }) => anyOf(incentives)
  }
}

/** Confirmed too long ago to count as met. */
export function isOverdue(freshness: SiteFacts['freshness']): boolean {
  return freshness === 'stale' || freshness === 'lapsed'
}
