import { utilityKinds } from '#app/domain/kernel/quantity'
import { priceKinds, railAccesses, siteKinds, tenures } from '#app/domain/sites/choices'
import { sectorKeys } from '#app/domain/towns/model'
import { toBits, toOfferCode, toZoneCode } from './codes'
import type { Columns } from './column-layout'
import { cellCode } from './ground-cell'
import { toNumberKey } from './number-key'
import { priceColumn } from './price-column'
import type { CatalogueRow } from './row'
import { growArrays } from './row-arrays'

/** What a row is written into; lists of words and blocks are kept beside. */
type Written = Omit<Columns, 'text' | 'blocks' | 'masks' | 'recency'>

/** Appends a row to the arrays and the cards; says which it is. Throws a RangeError beyond 65,536 towns, regions or sets of incentives. */
export function writeRow(columns: Written, row: CatalogueRow): number {
  const at = columns.size
  growArrays(columns, at + 1)
  const { card, prices } = row
  writeCodes(columns, row, at)
  columns.promised[at] = toBits<string>(
    utilityKinds,
    row.commitments.map(({ work }) => work),
  )
  for (const name of ['area', 'plot', 'height', 'crane', 'railKm', 'highwayKm'] as const) {
    columns[name][at] = steady(row[name])
  }
  columns.rentMonth[at] = steady(prices.rent_month)
  columns.rentM2[at] = steady(prices.rent_m2_month)
  columns.purchase[at] = steady(prices.purchase)
  for (const kind of utilityKinds) columns.free[kind][at] = steady(card.utilities[kind].free ?? Number.NaN)
  for (const name of ['isAreaOpen', 'isHeightOpen', 'isCraneOpen'] as const) columns[name][at] = Number(row[name])
  for (const name of ['confirmedMs', 'confirmByMs', 'publishedMs'] as const) columns[name][at] = row[name]
  columns.lng[at] = card.point?.[0] ?? Number.NaN
  columns.lat[at] = card.point?.[1] ?? Number.NaN
  columns.cell[at] = cellCode(columns.lng[at], columns.lat[at])
  columns.numberKey[at] = toNumberKey(card.number)
  columns.isLive[at] = 1
  columns.cardAt[at] = columns.cards.write(
    row,
    card.price ? priceKinds.indexOf(card.price.kind) : 0,
    listExact(columns, row, at),
  )
  columns.size = at + 1
  columns.live += 1
  return at
}

function writeCodes(columns: Written, { card, incentives, rail }: CatalogueRow, at: number): void {
  const { codes } = columns
  const kind = (columns.kind[at] = siteKinds.indexOf(card.kind))
  const region = (columns.region[at] = codes.region.take(card.regionKey, card.regionKey))
  const town = (columns.town[at] = codes.town.take(card.townKey, card.townKey))
  const tenureBits = (columns.tenures[at] = toBits(tenures, card.tenures))
  const zone = (columns.zone[at] = toZoneCode(card.zone))
  const access = (columns.rail[at] = railAccesses.indexOf(rail))
  columns.sectors[at] = toBits(sectorKeys, card.sectors)
  columns.incentives[at] = takeIncentives(columns, incentives)
  columns.offer[at] = toOfferCode(kind, access, zone, tenureBits)
  columns.place[at] = codes.place.take(`${region} ${town}`, [region, town])
}

/** There are many bit patterns for "unknown", and the sweeps compare bits. */
function steady(value: number): number {
  return Number.isNaN(value) ? Number.NaN : value
}

/** Quantities of the card that the columns do not give back as they were said. */
function listExact(columns: Written, row: CatalogueRow, at: number): [string, number | null][] {
  const { card } = row
  const exact: [string, number | null][] = []
  const check = (name: string, said: number | null, column: Float32Array) => {
    if (restoreQuantity(column[at] as number) !== said) exact.push([name, said])
  }
  check('area', card.areaM2, columns.area)
  check('plot', card.plotHa, columns.plot)
  for (const kind of utilityKinds) check(kind, card.utilities[kind].free, columns.free[kind])
  if (card.price) check('price', card.price.amount, priceColumn(columns, card.price.kind))
  return exact
}

/** A quantity of a column as it was said, as far as three decimals and seven digits go; null when it was not said. */
export function restoreQuantity(value: number): number | null {
  return value >= 0 ? Math.round(value * 1000) / 1000 : null
}

/** Number of a set of incentives; the order in which they are named does not count. */
function takeIncentives({ codes }: Written, incentives: readonly string[]): number {
  const keys = [...new Set(incentives)].map((key) => codes.incentive.take(key, key)).sort((left, right) => left - right)
  return codes.incentives.take(keys.join(' '), keys)
}
