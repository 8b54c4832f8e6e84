import type { CatalogueRow } from '#app/domain/search/row'
import { askedUtilities, type AskedUtility } from '#app/domain/search/model'
import { benchNow } from './generate-rows'

/** A site as a user of a library would index it: plain fields, null where nobody says. */
export type Item = {
  id: number
  number: string
  name: string
  place: string
  kind: string
  region: string
  town: string
  sector: string[]
  tenure: string[]
  zone: string | null
  rail: string
  railKm: number | null
  area: number | null
  isAreaOpen: boolean
  plot: number | null
  height: number | null
  isHeightOpen: boolean
  rent_month: number | null
  rent_m2_month: number | null
  purchase: number | null
  free: Record<AskedUtility, number | null>
  lng: number | null
  lat: number | null
  confirmedMs: number
  isStale: boolean
}

const graceMs = 30 * 86_400_000

/**
 * Items of the sites that have not lapsed, in the order in which a search without words lists them, so that no library
 * has to sort; their ids are their positions, from 1 on.
 */
export function readItems(rows: Iterable<CatalogueRow>): Item[] {
  const items: Item[] = []
  for (const row of rows) if (row.confirmByMs >= benchNow.getTime() - graceMs) items.push(readItem(row))
  items.sort(
    (left, right) =>
      Number(left.isStale) - Number(right.isStale) ||
      right.confirmedMs - left.confirmedMs ||
      (left.number < right.number ? -1 : 1),
  )
  items.forEach((item, index) => (item.id = index + 1))
  return items
}

/** Text as other contestants read it: every word has a space around it. */
export function padWords(text: string): string {
  return ` ${text.trim()} `
}

function readItem(row: CatalogueRow): Item {
  const { card, prices } = row
  const [lng, lat] = card.point ?? [null, null]
  return {
    ...{ id: 0, number: card.number, name: padWords(row.text.name), place: padWords(row.text.place) },
    ...{ kind: card.kind, region: card.regionKey, town: card.townKey, sector: card.sectors, tenure: card.tenures },
    zone: card.zone === 'undetermined' ? null : card.zone,
    ...{ rail: row.rail, railKm: orNull(row.railKm), area: orNull(row.area), isAreaOpen: row.isAreaOpen },
    ...{ plot: orNull(row.plot), height: orNull(row.height), isHeightOpen: row.isHeightOpen },
    ...{ rent_month: orNull(prices.rent_month), rent_m2_month: orNull(prices.rent_m2_month) },
    purchase: orNull(prices.purchase),
    free: Object.fromEntries(askedUtilities.map((kind) => [kind, card.utilities[kind].free])) as Item['free'],
    ...{ lng, lat, confirmedMs: row.confirmedMs, isStale: row.confirmByMs < benchNow.getTime() },
  }
}

function orNull(value: number): number | null {
  return Number.isNaN(value) ? null : value
}
