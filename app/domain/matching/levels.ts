import { absent } from '#app/domain/search/row'
import type { QuantityCriterion } from './model'

/**
 * How well a criterion is met, 0 to `full`. Whole numbers, so that a score is the same in whatever order it is added up
 * and on whatever machine.
 */
export const full = 10_000

/**
 * How well a site answers a criterion: at least `low`, at most `high`. `shortfall` is what is missing as a share of what
 * is asked for, in millionths; `uncounted` when nothing is missing or it cannot be counted.
 */
export type Cell = { low: number; high: number; shortfall: number }

export const uncounted = -1

/** A thousand times what was asked for; beyond it nobody compares, and sums stay exact. */
export const largestShortfall = 1e9

/**
 * The share of a quantity from which on it is worth something (docs/matching.md says why for each). Our own choices:
 * there is no norm for it.
 */
export const worthFrom: Record<QuantityCriterion, number> = {
  area: 0.7,
  plot: 0.7,
  electricity: 0.5,
  water: 0.5,
  sewer: 0.5,
  heat: 0.5,
  gas: 0.5,
  steam: 0.5,
  telecom: 0.25,
  height: 0.85,
  crane: 0.75,
}

/** Excess, as a share of what is asked for, at which nothing is left: a road twice as far, a price a quarter higher. */
export const worthlessAt = { distance: 1, price: 0.25 } as const

/** A siding that has to be built: worth four fifths beside the site, nothing from five kilometres on. */
export const siding = { beside: 8_000, reachKm: 5 } as const

/** A straight line: what a value is worth, and what it misses in millionths of what is asked for. */
export type Line = { asked: number; slope: number; start: number; missing: number }

/** A rounded fraction such as a third of 10,000 must not fall below the whole number that it stands for. */
const dust = 1e-6

/** `full` from `min` on, 0 at the share `from` of it and below, a straight line between. */
export function lineAtLeast(min: number, from: number): Line {
  const asked = Math.fround(min)
  return { asked, slope: full / ((1 - from) * asked), start: (-full * from) / (1 - from), missing: 1e6 / asked }
}

/** `full` up to `max`, 0 where it is exceeded by the share `until` of it, a straight line between. */
export function lineAtMost(max: number, until: number): Line {
  const asked = Math.fround(max)
  return { asked, slope: -full / (until * asked), start: full * (1 + 1 / until), missing: 1e6 / asked }
}

/** Level on the line of a value that is not enough: below `full`. */
export function levelBelow({ slope, start }: Line, value: number): number {
  const level = Math.floor(value * slope + start + dust)
  return level <= 0 ? 0 : level >= full ? full - 1 : level
}

/** Level of a siding that has to be built over so many kilometres. */
export function levelOfSiding(km: number): number {
  return Math.max(0, Math.floor(siding.beside * (1 - km / siding.reachKm)))
}

/** What a value misses, in millionths of what is asked for. */
export function shortfallOf({ asked, missing }: Line, value: number): number {
  return Math.min(largestShortfall, Math.round(Math.abs(value - asked) * missing))
}

/**
 * Cell of a quantity. `isOpen`: silent parts of the site can only add to the value. What was confirmed too long ago is
 * no longer met, however large it was; what it falls short of, it still falls short of.
 */
export function cellAtLeast(value: number, line: Line, isOpen: boolean, isStale: boolean): Cell {
  if (Number.isNaN(value)) return unknownCell
  if (value >= line.asked) return isStale ? unknownCell : metCell
  const level = value === absent ? 0 : levelBelow(line, value)
  const shortfall = isOpen || value === absent ? uncounted : shortfallOf(line, value)
  return { low: isStale ? 0 : level, high: isOpen ? full : level, shortfall }
}

/** Cell of a distance or a price that should not be exceeded. */
export function cellAtMost(value: number, line: Line, isStale: boolean): Cell {
  if (Number.isNaN(value)) return unknownCell
  if (value === absent) return unmetCell
  if (value <= line.asked) return isStale ? unknownCell : metCell
  const level = levelBelow(line, value)
  return { low: isStale ? 0 : level, high: level, shortfall: shortfallOf(line, value) }
}

export const metCell: Cell = { low: full, high: full, shortfall: uncounted }
export const unmetCell: Cell = { low: 0, high: 0, shortfall: uncounted }
export const unknownCell: Cell = { low: 0, high: full, shortfall: uncounted }
