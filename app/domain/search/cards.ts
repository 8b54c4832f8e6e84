import { utilityKinds } from '#app/domain/kernel/quantity'
import { priceKinds, siteKinds, tenures } from '#app/domain/sites/choices'
import type { Dossier } from '#app/domain/sites/model'
import { sectorKeys } from '#app/domain/towns/model'
import type { PackedCard } from './card-store'
import { fromBits, fromZoneCode } from './codes'
import type { Columns } from './columns'
import { readFreshness, type FreshnessEdges } from './freshness'
import { writeInstant } from './instant'
import type { CardPrice, Pin, SiteCard } from './model'
import { toNumberKey } from './number-key'
import { priceColumn } from './price-column'
import { restoreQuantity } from './write-row'

/** The card of a row as lists show it at that moment. Throws a RangeError for a row that there is not. */
export function readCard(columns: Columns, row: number, edges: FreshnessEdges): SiteCard {
  const packed = readPacked(columns, row)
  const { cells } = packed
  for (const kind of utilityKinds) cells[kind].free = readQuantity(packed, kind, columns.free[kind][row])
  return {
    number: packed.number,
    kind: kindOf(columns, row),
    name: packed.name,
    townKey: columns.keys.town[columns.town[row] ?? -1] ?? '',
    regionKey: columns.keys.region[columns.region[row] ?? -1] ?? '',
    point: pointOf(columns, row),
    sectors: sectorSets[columns.sectors[row] ?? 0] ?? [],
    tenures: tenureSets[columns.tenures[row] ?? 0] ?? [],
    areaM2: readQuantity(packed, 'area', columns.area[row]),
    isAreaWhole: columns.isAreaOpen[row] !== 1,
    plotHa: readQuantity(packed, 'plot', columns.plot[row]),
    utilities: cells,
    zone: fromZoneCode(columns.zone[row] ?? -1),
    freshness: readFreshness(columns.confirmByMs[row] ?? Number.NaN, edges),
    confirmedAt: toInstant(columns.confirmedMs[row]),
    confirmBy: toInstant(columns.confirmByMs[row]),
    updatedAt: writeInstant(packed.updatedMs),
    isDemo: packed.isDemo,
    photo: packed.photo,
    price: readPrice(columns, row, packed),
  }
}

/** What a map shows of a row that has a point. Throws a RangeError for a row that there is not. */
export function readPin(columns: Columns, row: number, edges: FreshnessEdges): Pin {
  const { number, name } = readTitle(columns, row)
  const freshness = readFreshness(columns.confirmByMs[row] ?? Number.NaN, edges)
  return { number, kind: kindOf(columns, row), name, freshness, point: pointOf(columns, row) ?? [0, 0] }
}

/** What the akimat promises for the site of a row. Throws a RangeError for a row that there is not. */
export function readCommitments(columns: Columns, row: number): Dossier['commitments'] {
  return columns.cards.readCommitments(startOf(columns, row), columns.numberKey[row] ?? 0)
}

/** Number and name of the site of a row. Throws a RangeError for a row that there is not. */
export function readTitle(columns: Columns, row: number): Pick<SiteCard, 'number' | 'name'> {
  const { number, name } = readPacked(columns, row)
  return { number, name }
}

/** Id of the site of a row. Throws a RangeError for a row that there is not. */
export function readId(columns: Columns, row: number): string {
  return columns.cards.readId(startOf(columns, row))
}

/** Row of the site with that number; null when the catalogue has none. */
export function findRow(columns: Columns, number: string): number | null {
  const key = toNumberKey(number)
  for (let row = 0; row < columns.size; row++) {
    const isFound =
      columns.numberKey[row] === key && columns.isLive[row] === 1 && readTitle(columns, row).number === number
    if (isFound) return row
  }
  return null
}

/** Order of rows by the number of the site. */
export function compareNumbers(columns: Columns, left: number, right: number): number {
  const byKey = (columns.numberKey[left] as number) - (columns.numberKey[right] as number)
  if (byKey !== 0 || left === right) return byKey
  return readTitle(columns, left).number < readTitle(columns, right).number ? -1 : 1
}

function readPacked(columns: Columns, row: number): PackedCard {
  return columns.cards.read(startOf(columns, row), columns.numberKey[row] ?? 0)
}

function startOf(columns: Columns, row: number): number {
  if (!(row >= 0 && row < columns.size)) throw new RangeError(`no row ${row}`)
  return columns.cardAt[row] ?? 0
}

/** The lists of all sets, so that cards share them. */
const sectorSets = Array.from({ length: 1 << sectorKeys.length }, (_, bits) => fromBits(sectorKeys, bits))
const tenureSets = Array.from({ length: 1 << tenures.length }, (_, bits) => fromBits(tenures, bits))

function readPrice(columns: Columns, row: number, packed: PackedCard): CardPrice | null {
  if (packed.price === null) return null
  const kind = priceKinds[packed.price.kind] ?? 'rent_month'
  const amount = readQuantity(packed, 'price', priceColumn(columns, kind)[row]) ?? 0
  return { kind, amount, isNegotiable: packed.price.isNegotiable }
}

/** A quantity of the card as it was said: from its column, unless it is one of those that do not fit there. */
function readQuantity({ exact }: PackedCard, name: string, value = Number.NaN): number | null {
  const said = exact?.get(name)
  return said === undefined ? restoreQuantity(value) : said
}

function kindOf(columns: Columns, row: number) {
  return siteKinds[columns.kind[row] ?? -1] ?? 'building'
}

function pointOf(columns: Columns, row: number): SiteCard['point'] {
  const [lng, lat] = [columns.lng[row] ?? Number.NaN, columns.lat[row] ?? Number.NaN]
  return Number.isNaN(lng) || Number.isNaN(lat) ? null : [lng, lat]
}

function toInstant(ms: number | undefined): string | null {
  return ms === undefined || Number.isNaN(ms) ? null : writeInstant(ms)
}
