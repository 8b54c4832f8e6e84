import { compareNumbers, readCard, readCommitments } from '#app/domain/search/cards'
import type { Columns } from '#app/domain/search/columns'
import type { FreshnessEdges } from '#app/domain/search/freshness'
import type { SiteCard } from '#app/domain/search/model'
import { railAccesses } from '#app/domain/sites/choices'
import type { SiteFacts } from './facts'

/** The card of a row with its facts, at the moment of `edges`; the same facts as `factsOf` reads from the dossier. */
export function readFacts(columns: Columns, row: number, edges: FreshnessEdges): { card: SiteCard; facts: SiteFacts } {
  const card = readCard(columns, row, edges)
  const number = (column: ArrayLike<number>) => Math.fround(column[row] ?? Number.NaN)
  const is = (column: ArrayLike<number>) => column[row] === 1
  const { electricity, water, sewer, heat, gas, steam, telecom } = columns.free
  const facts: SiteFacts = {
    number: card.number,
    kind: card.kind,
    regionKey: card.regionKey,
    townKey: card.townKey,
    sectors: card.sectors,
    tenures: card.tenures,
    zone: card.zone,
    incentives: incentivesAt(columns, row),
    quantities: {
      ...{ area: number(columns.area), plot: number(columns.plot) },
      ...{ electricity: number(electricity), water: number(water), sewer: number(sewer), heat: number(heat) },
      ...{ gas: number(gas), steam: number(steam), telecom: number(telecom) },
      ...{ height: number(columns.height), crane: number(columns.crane) },
    },
    isOpen: { area: is(columns.isAreaOpen), height: is(columns.isHeightOpen), crane: is(columns.isCraneOpen) },
    rail: railAccesses[columns.rail[row] ?? -1] ?? 'unknown',
    railKm: number(columns.railKm),
    highwayKm: number(columns.highwayKm),
    prices: {
      rent_month: number(columns.rentMonth),
      rent_m2_month: number(columns.rentM2),
      purchase: number(columns.purchase),
    },
    freshness: card.freshness,
    commitments: readCommitments(columns, row),
  }
  return { card, facts }
}

function incentivesAt({ keys, incentives }: Columns, row: number): string[] {
  return (keys.incentiveSets[incentives[row] ?? -1] ?? []).flatMap((key) => keys.incentive[key] ?? [])
}

/** How many rows the columns have, those that lapsed or were replaced among them. */
export function countRows(columns: Columns): number {
  return columns.size
}

/** Order of the rows by number. */
export function byNumber(columns: Columns): (left: number, right: number) => number {
  return (left, right) => compareNumbers(columns, left, right)
}
