import { unitOf } from '#app/domain/kernel/quantity'
import { absent } from '#app/domain/search/row'
import { roundQuantity } from '#app/domain/sites/rules'
import { findClosing } from './closing'
import type { SiteFacts } from './facts'
import { full, uncounted, type Cell } from './levels'
import type { Brief, Criterion, Outcome, OutcomeReason, OutcomeState } from './model'
import { isOverdue, isUtility, type AskedNeed, type Moment } from './needs'
import { isQuantityCriterion } from './parameters'

const measures = { area: 'm2', plot: 'ha', height: 'm', crane: 't' } as const

/** What a cell says in one word: nothing is met that is not certain, nothing is missed that could still be met. */
export function stateOf({ low, high }: Cell): OutcomeState {
  if (low === full) return 'met'
  if (high === full) return 'unknown'
  return high > 0 ? 'partly' : 'not_met'
}

/** Puts the cell of a need into an outcome that people can follow. */
export function explain(need: AskedNeed, cell: Cell, facts: SiteFacts, brief: Brief, moment: Moment): Outcome {
  const { criterion, importance } = need
  const said = readValue(criterion, facts, brief)
  const asked = readAsked(criterion, brief)
  const state = stateOf(cell)
  const isMissing = state !== 'met' && isUtility(criterion) && asked !== null
  const calendar = { today: moment.today, startOn: brief.startOn }
  const reason = reasonOf(cell, said, asked, criterion, facts)
  const closing =
    (isMissing || reason === 'committed') && isUtility(criterion) && asked !== null
      ? findClosing(facts.commitments, criterion, said, Math.fround(asked), calendar)
      : null
  return {
    criterion,
    importance,
    state,
    low: cell.low / full,
    high: cell.high / full,
    value: Number.isNaN(said) || said === absent ? null : readable(said),
    unit: unitFor(criterion),
    gap: asked === null || cell.shortfall === uncounted ? null : roundQuantity(Math.abs(asked - readable(said))),
    reason,
    commitment: closing,
  }
}

/** Number of the site that a criterion is about; NaN when it says none, or when the criterion is not about a number. */
function readValue(criterion: Criterion, facts: SiteFacts, brief: Brief): number {
  if (isQuantityCriterion(criterion)) return facts.quantities[criterion]
  if (criterion === 'highway') return facts.highwayKm
  if (criterion === 'price') return brief.needs.price ? facts.prices[brief.needs.price.kind] : Number.NaN
  if (criterion !== 'rail') return Number.NaN
  if (facts.rail === 'distance') return facts.railKm
  return facts.rail === 'on_site' || facts.rail === 'adjacent' ? 0 : Number.NaN
}

/** Number that a criterion asks for; null when it asks for none. */
function readAsked(criterion: Criterion, { needs }: Brief): number | null {
  if (isQuantityCriterion(criterion)) return needs[criterion]?.min ?? null
  if (criterion === 'highway') return needs.highway?.maxKm ?? null
  if (criterion === 'price') return needs.price?.max ?? null
  return criterion === 'rail' && needs.rail?.wish.kind === 'within_km' ? needs.rail.wish.km : null
}

function unitFor(criterion: Criterion): Outcome['unit'] {
  if (isUtility(criterion)) return unitOf[criterion]
  if (isQuantityCriterion(criterion)) return measures[criterion]
  if (criterion === 'rail' || criterion === 'highway') return 'km'
  return criterion === 'price' ? 'KZT' : null
}

function reasonOf(
  cell: Cell,
  said: number,
  asked: number | null,
  criterion: Criterion,
  facts: SiteFacts,
): OutcomeReason | null {
  const isShort = isUtility(criterion) && asked !== null && !(said >= Math.fround(asked))
  if (cell.low === full) return isShort ? 'committed' : null
  if (said === absent || (criterion === 'rail' && facts.rail === 'none'))
    return cell.high === full ? 'not_said' : 'absent'
  const isKnown = !Number.isNaN(said)
  if (asked !== null && isKnown && isOverdue(facts.freshness) && cell.low < cell.high) {
    // A part that is known may still be too small: then it is the silent rest that decides.
    return isEnough(criterion, said, asked) || cell.high < full || isShort ? 'stale' : 'not_said'
  }
  return cell.low === cell.high ? null : 'not_said'
}

function isEnough(criterion: Criterion, said: number, asked: number): boolean {
  return isQuantityCriterion(criterion) ? said >= Math.fround(asked) : said <= Math.fround(asked)
}

/** Whole numbers up to here have seven digits at most. */
const sevenDigits = 1e7

/** A number of the catalogue as it was written: seven digits are what a 32-bit float keeps. */
function readable(value: number): number {
  return Number.isInteger(value) && Math.abs(value) < sevenDigits ? value : Number(value.toPrecision(7))
}
