import { readFreshness, type FreshnessEdges } from '#app/domain/search/freshness'
import type { CatalogueRow, RowPrices } from '#app/domain/search/row'
import type { RailAccess, SiteKind, Tenure } from '#app/domain/sites/choices'
import type { Dossier, Freshness, ZoneVerdict } from '#app/domain/sites/model'
import type { SectorKey } from '#app/domain/towns/model'
import { quantityCriteria, type QuantityCriterion } from './model'

/**
 * What a site says, as far as a brief can ask for it. NaN is unknown, `absent` (search/row) does not apply. Numbers are
 * as exact as the columns of the catalogue: 32-bit floats.
 */
export type SiteFacts = {
  number: string
  kind: SiteKind
  regionKey: string
  townKey: string
  sectors: readonly SectorKey[]
  /** Empty: nobody says. */
  tenures: readonly Tenure[]
  zone: ZoneVerdict
  incentives: readonly string[]
  quantities: Record<QuantityCriterion, number>
  /** A building that does not say its own can only add to these. */
  isOpen: { area: boolean; height: boolean; crane: boolean }
  rail: RailAccess
  railKm: number
  highwayKm: number
  prices: RowPrices
  freshness: Freshness
  commitments: Dossier['commitments']
}

/** Facts of a row, at the moment of `edges`. */
export function factsOf(row: CatalogueRow, edges: FreshnessEdges): SiteFacts {
  const { card, prices } = row
  const said = { area: row.area, plot: row.plot, height: row.height, crane: row.crane }
  const quantities = quantityCriteria.map((criterion) => {
    const value =
      criterion in said
        ? said[criterion as keyof typeof said]
        : (card.utilities[criterion as Exclude<QuantityCriterion, keyof typeof said>].free ?? Number.NaN)
    return [criterion, Math.fround(value)]
  })
  return {
    number: card.number,
    kind: card.kind,
    regionKey: card.regionKey,
    townKey: card.townKey,
    sectors: card.sectors,
    tenures: card.tenures,
    zone: card.zone,
    incentives: row.incentives,
    quantities: Object.fromEntries(quantities) as SiteFacts['quantities'],
    isOpen: { area: row.isAreaOpen, height: row.isHeightOpen, crane: row.isCraneOpen },
    rail: row.rail,
    railKm: Math.fround(row.railKm),
    highwayKm: Math.fround(row.highwayKm),
    prices: {
      rent_month: Math.fround(prices.rent_month),
      rent_m2_month: Math.fround(prices.rent_m2_month),
      purchase: Math.fround(prices.purchase),
    },
    freshness: readFreshness(row.confirmByMs, edges),
    commitments: row.commitments,
  }
}
