import { Blocks } from './blocks'
import { CardStore } from './card-store'
import { allocateArrays, replaceArrays, type Columns } from './column-layout'
import { KeyList } from './key-list'
import { mortonOf } from './morton'
import type { CatalogueRow, Places } from './row'
import { TextIndexBuilder } from './text-index'
import { writeRow } from './write-row'

export { toBits, zoneCodes } from './codes'
export type { Columns } from './column-layout'

let versions = 0

/** Takes rows one by one, so that they need not all exist at once. */
export class ColumnsBuilder {
  readonly #columns: Omit<Columns, 'text' | 'blocks'>
  readonly #text = new TextIndexBuilder()

  constructor(places: Places) {
    const codes = {
      ...{ region: new KeyList<string>(), town: new KeyList<string>() },
      ...{ incentive: new KeyList<string>(), incentives: new KeyList<number[]>() },
    }
    this.#columns = {
      ...allocateArrays(0),
      ...{ size: 0, live: 0, version: 0, places },
      codes,
      keys: {
        ...{ region: codes.region.values, town: codes.town.values },
        ...{ incentive: codes.incentive.values, incentiveSets: codes.incentives.values },
      },
      cards: new CardStore(),
    }
  }

  add(row: CatalogueRow): void {
    writeRow(this.#columns, row)
    this.#text.add(row.text)
  }

  /**
   * The columns of all rows added; nothing can be added to the builder afterwards. Neighbours on the ground become
   * neighbours in memory, so the positions are not those in which the rows came.
   */
  finish(): Columns {
    const { size, lng, lat } = this.#columns
    const order = orderOnGround(lng, lat, size)
    replaceArrays(this.#columns, (array) => {
      const sorted = new (array.constructor as new (length: number) => typeof array)(size)
      for (let row = 0; row < size; row++) sorted[row] = array[order[row] as number] as number
      return sorted
    })
    const blocks = new Blocks()
    for (let row = 0; row < size; row++) {
      blocks.add(row, this.#columns.lng[row] as number, this.#columns.lat[row] as number)
    }
    return Object.assign(this.#columns, { text: this.#text.finish(order), blocks, version: ++versions })
  }
}

/** Columns of the rows; positions in them are not those of `rows`. */
export function makeColumns(rows: Iterable<CatalogueRow>, places: Places): Columns {
  const builder = new ColumnsBuilder(places)
  for (const row of rows) builder.add(row)
  return builder.finish()
}

/** Appends a row for a site; says which it is. */
export function addRow(columns: Columns, row: CatalogueRow): number {
  const added = writeRow(columns, row)
  columns.text.add(added, row.text)
  columns.blocks.add(added, columns.lng[added] as number, columns.lat[added] as number)
  columns.version = ++versions
  return added
}

/** Takes a row out: it stays where it is until the columns are made anew, and nothing finds it. */
export function removeRow(columns: Columns, row: number): void {
  if (columns.isLive[row] !== 1) return
  columns.isLive[row] = 0
  columns.confirmByMs[row] = Number.NaN
  columns.live -= 1
  for (const key of columns.keys.incentiveSets[columns.incentives[row] as number] ?? [])
    columns.codes.incentive.release(key)
  for (const key of ['region', 'town', 'incentives'] as const) columns.codes[key].release(columns[key][row] as number)
  columns.version = ++versions
}

function orderOnGround(lng: Float64Array, lat: Float64Array, size: number): Uint32Array {
  // Place on the curve and position in one number: 33 bits and 20, so that the fast sort of typed arrays does.
  const room = 1 << 20
  if (size > room) return sortLong(lng, lat, size)
  const keys = new Float64Array(size)
  for (let row = 0; row < size; row++) keys[row] = mortonOf(lng[row] as number, lat[row] as number) * room + row
  return Uint32Array.from(keys.sort(), (key) => key % room)
}

function sortLong(lng: Float64Array, lat: Float64Array, size: number): Uint32Array {
  const keys = Float64Array.from({ length: size }, (_, row) => mortonOf(lng[row] as number, lat[row] as number))
  return Uint32Array.from({ length: size }, (_, row) => row).sort(
    (left, right) => (keys[left] as number) - (keys[right] as number) || left - right,
  )
}
