import type { UtilityKind } from '#app/domain/kernel/quantity'
import type { Localized } from '#app/domain/kernel/localized'
import type { QuantityCriterion } from '#app/domain/matching/model'
import type { SectorKey } from '#app/domain/towns/model'

/** A figure about fewer asks than this could tell who asked. */
export const fewestAsks = 3

/** What was asked for and not found, by sector; an ask for several sectors counts under each. */
export type SectorDemand = { sector: SectorKey; asks: number }

/** Quantity asked for by those who found nothing; `typical` is the median, rounded to two digits, in the unit. */
export type QuantityDemand = { criterion: QuantityCriterion; asks: number; typical: number }

/** An addition that turns near misses into matches: `added` in the unit of the utility, rounded up to two digits. */
export type Unlock = { number: string; name: Localized; utility: UtilityKind; added: number; won: number }

/** Demand for a town. Null instead of a count that is smaller than `fewestAsks` and not zero. */
export type Demand = {
  /** Briefs and searches that this town would do for. */
  asked: number | null
  /** Of these, how many no site of the town answers. */
  unmet: number | null
  sectors: SectorDemand[]
  quantities: QuantityDemand[]
  unlocks: Unlock[]
}
