import { compareNumbers, readCard, readCommitments } from '#app/domain/search/cards'
import type { Columns } from '#app/domain/search/columns'
import type { FreshnessEdges } from '#app/domain/search/freshness'
import type { SiteCard } from '#app/domain/search/model'
import { railAccesses } from '#app/domain/sites/choices'
import type { SiteFacts } from './facts'

/** The card of a row with its facts, at the moment of `edges`; the same facts as `factsOf` reads from the dossier. */
export function readFacts(columns: Columns, row: number, edges: FreshnessEdges): { card: SiteCard; facts: SiteFacts } {
  const card = readCard(columns, row, edges)
  const facts: SiteFacts = {
    number: card.number,
    kind: card.kind,
    regionKey: card.regionKey,
    townKey: card.townKey,
    sectors: card.sectors,
    tenures: card.tenures,
    zone: card.zone,
    incentives: incentivesAt(columns, row),
    quantities: quantitiesAt(columns, row),
    isOpen: {
      area: columns.isAreaOpen[row] === 1,
      height: columns.isHeightOpen[row] === 1,
      crane: columns.isCraneOpen[row] === 1,
    },
    rail: railAccesses[columns.rail[row] ?? -1] ?? 'unknown',
    railKm: numberAt(columns.railKm, row),
    highwayKm: numberAt(columns.highwayKm, row),
    prices: {
      rent_month: numberAt(columns.rentMonth, row),
      rent_m2_month: numberAt(columns.rentM2, row),
      purchase: numberAt(columns.purchase, row),
    },
    freshness: card.freshness,
    commitments: columns.promised[row] === 0 ? [] : readCommitments(columns, row),
  }
  return { card, facts }
}

function quantitiesAt({ area, plot, height, crane, free }: Columns, row: number): SiteFacts['quantities'] {
  return {
    area: numberAt(area, row),
    plot: numberAt(plot, row),
    electricity: numberAt(free.electricity, row),
    water: numberAt(free.water, row),
    sewer: numberAt(free.sewer, row),
    heat: numberAt(free.heat, row),
    gas: numberAt(free.gas, row),
    steam: numberAt(free.steam, row),
    telecom: numberAt(free.telecom, row),
    height: numberAt(height, row),
    crane: numberAt(crane, row),
  }
}

function numberAt(column: Float32Array, row: number): number {
  return column[row] ?? Number.NaN
}

function incentivesAt({ keys, incentives }: Columns, row: number): string[] {
  return (keys.incentiveSets[incentives[row] ?? -1] ?? []).flatMap((key) => keys.incentive[key] ?? [])
}

/** Order of the rows by number. */
export function byNumber(columns: Columns): (left: number, right: number) => number {
  return (left, right) => compareNumbers(columns, left, right)
}
