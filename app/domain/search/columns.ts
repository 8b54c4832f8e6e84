import { utilityKinds, type UtilityKind } from '#app/domain/kernel/quantity'
import { railAccesses, siteKinds, tenures } from '#app/domain/sites/choices'
import { sectorKeys } from '#app/domain/towns/model'
import { zoneChoices } from './model'
import type { CatalogueRow, Places } from './row'

/** Sets of up to 32 values of each row, one bit per value. */
export type BitColumn = Uint32Array

/**
 * The catalogue as columns: position `i` of each is row `i`. Unknown numbers are NaN. A key column holds the position of
 * the key in its list. The lists of keys are those that rows have, so that facets can be counted by position.
 */
export type Columns = {
  rows: readonly CatalogueRow[]
  places: Places
  keys: { region: string[]; town: string[]; incentive: string[] }
  kind: Uint8Array
  region: Uint16Array
  town: Uint16Array
  sectors: BitColumn
  tenures: BitColumn
  /** One column per key: 1 where the row offers it. */
  incentives: Uint8Array[]
  /** Position in `zoneChoices` + 1; 0 not eligible, 255 undetermined. */
  zone: Uint8Array
  area: Float64Array
  isAreaOpen: Uint8Array
  plot: Float64Array
  height: Float64Array
  isHeightOpen: Uint8Array
  crane: Float64Array
  isCraneOpen: Uint8Array
  rail: Uint8Array
  railKm: Float64Array
  highwayKm: Float64Array
  rentMonth: Float64Array
  rentM2: Float64Array
  purchase: Float64Array
  free: Record<UtilityKind, Float64Array>
  /** Bits of the `utilityKinds` that a commitment adds capacity to; the matching reads commitments of these rows only. */
  promised: Uint8Array
  lng: Float64Array
  lat: Float64Array
  confirmedMs: Float64Array
  confirmByMs: Float64Array
  publishedMs: Float64Array
  /** Rises with every change of a row, so that whoever keeps an answer sees when it is old. */
  version: number
}

export const zoneCodes = { not_eligible: 0, undetermined: 255 } as const

/** Takes rows one by one, so that they need not all exist at once. */
export class ColumnsBuilder {
  readonly #places: Places
  readonly #rows: CatalogueRow[] = []

  constructor(places: Places) {
    this.#places = places
  }

  add(row: CatalogueRow): void {
    this.#rows.push(row)
  }

  /** The columns of all rows added; nothing can be added afterwards. */
  finish(): Columns {
    return layOut(this.#rows, this.#places)
  }
}

/** Columns of the rows; positions in them need not be those of `rows`. */
export function makeColumns(rows: Iterable<CatalogueRow>, places: Places): Columns {
  const builder = new ColumnsBuilder(places)
  for (const row of rows) builder.add(row)
  return builder.finish()
}

let versions = 0

function layOut(rows: readonly CatalogueRow[], places: Places): Columns {
  const keys = {
    region: listKeys(rows.map((row) => row.card.regionKey)),
    town: listKeys(rows.map((row) => row.card.townKey)),
    incentive: listKeys(rows.flatMap((row) => row.incentives)),
  }
  const numbers = (read: (row: CatalogueRow) => number) => Float64Array.from(rows, read)
  const bits = <Key>(list: readonly Key[], read: (row: CatalogueRow) => readonly Key[]) =>
    Uint32Array.from(rows, (row) => toBits(list, read(row)))
  return {
    rows,
    places,
    keys,
    kind: Uint8Array.from(rows, (row) => siteKinds.indexOf(row.card.kind)),
    region: Uint16Array.from(rows, (row) => keys.region.indexOf(row.card.regionKey)),
    town: Uint16Array.from(rows, (row) => keys.town.indexOf(row.card.townKey)),
    sectors: bits(sectorKeys, (row) => row.card.sectors),
    tenures: bits(tenures, (row) => row.card.tenures),
    incentives: keys.incentive.map((key) => Uint8Array.from(rows, (row) => Number(row.incentives.includes(key)))),
    zone: Uint8Array.from(rows, (row) => toZoneCode(row.card.zone)),
    area: numbers((row) => row.area),
    isAreaOpen: Uint8Array.from(rows, (row) => Number(row.isAreaOpen)),
    plot: numbers((row) => row.plot),
    height: numbers((row) => row.height),
    isHeightOpen: Uint8Array.from(rows, (row) => Number(row.isHeightOpen)),
    crane: numbers((row) => row.crane),
    isCraneOpen: Uint8Array.from(rows, (row) => Number(row.isCraneOpen)),
    rail: Uint8Array.from(rows, (row) => railAccesses.indexOf(row.rail)),
    railKm: numbers((row) => row.railKm),
    highwayKm: numbers((row) => row.highwayKm),
    rentMonth: numbers((row) => row.prices.rent_month),
    rentM2: numbers((row) => row.prices.rent_m2_month),
    purchase: numbers((row) => row.prices.purchase),
    free: Object.fromEntries(
      utilityKinds.map((kind) => [kind, numbers((row) => row.card.utilities[kind].free ?? Number.NaN)]),
    ) as Columns['free'],
    promised: Uint8Array.from(rows, (row) =>
      toBits<string>(
        utilityKinds,
        row.commitments.map(({ work }) => work),
      ),
    ),
    lng: numbers((row) => row.card.point?.[0] ?? Number.NaN),
    lat: numbers((row) => row.card.point?.[1] ?? Number.NaN),
    confirmedMs: numbers((row) => row.confirmedMs),
    confirmByMs: numbers((row) => row.confirmByMs),
    publishedMs: numbers((row) => row.publishedMs),
    version: ++versions,
  }
}

/** Bit set of the positions of `values` in `list`; values that are not in it are left out. */
export function toBits<Key>(list: readonly Key[], values: readonly Key[]): number {
  return values.reduce((bits, value) => {
    const position = list.indexOf(value)
    return position === -1 ? bits : (bits | (1 << position)) >>> 0
  }, 0)
}

function toZoneCode(verdict: CatalogueRow['card']['zone']): number {
  if (verdict === 'undetermined' || verdict === 'not_eligible') return zoneCodes[verdict]
  return zoneChoices.indexOf(verdict) + 1
}

function listKeys(keys: readonly string[]): string[] {
  return [...new Set(keys)].sort()
}
