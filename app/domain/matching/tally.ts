import { full, uncounted, type Cell } from './levels'

/**
 * Where a site stands in the answer to a brief. `open`: no must is broken, but one is not known. `near`: it breaks musts
 * on quantities only. `out`: it is no answer, or its data has lapsed.
 */
export type Place = 'match' | 'open' | 'near' | 'out'

/** Score 0 to 1 and place of a site; `relativeGap` is the sum of gap / asked over the musts that it breaks. */
export type Standing = { place: Place; low: number; high: number; relativeGap: number }

/** Sums of weighted levels and of shortfalls over the needs of a brief, and what its musts said so far. */
export type Tally = { low: number; high: number; gap: number; isOpen: boolean; isBroken: boolean; isOut: boolean }

/** Nothing asked yet; a site whose data has lapsed is no answer, whatever it says. */
export function startTally(hasLapsed: boolean): Tally {
  return { low: 0, high: 0, gap: 0, isOpen: false, isBroken: false, isOut: hasLapsed }
}

/** Takes the answer to one need in. */
export function addCell(tally: Tally, weight: number, isMust: boolean, { low, high, shortfall }: Cell): void {
  tally.low += weight * low
  tally.high += weight * high
  if (!isMust || low === full) return
  if (high === full) {
    tally.isOpen = true
    return
  }
  tally.isBroken = true
  if (shortfall === uncounted) tally.isOut = true
  else tally.gap += shortfall
}

/** What it comes to; `weight` is that of all needs. */
export function standingOf({ low, high, gap, isOpen, isBroken, isOut }: Tally, weight: number): Standing {
  const place: Place = isOut ? 'out' : isBroken ? 'near' : isOpen ? 'open' : 'match'
  return { place, low: scoreOf(low, weight), high: scoreOf(high, weight), relativeGap: gap / 1e6 }
}

/** Sum of weighted levels as a score 0 to 1; a brief that asks for nothing is met by every site. */
export function scoreOf(sum: number, weight: number): number {
  return weight === 0 ? 1 : sum / (weight * full)
}
