import { Blocks } from './blocks'
import { CardStore } from './card-store'
import type { Columns } from './column-layout'
import { listRows, orderOnGround, sortRows } from './ground-order'
import { KeyList } from './key-list'
import { addToMasks, makeMasks } from './masks'
import type { CatalogueRow, Places } from './row'
import { allocateArrays } from './row-arrays'
import { TextIndexBuilder } from './text-index'
import { orderByRecency } from './recency'
import { writeRow } from './write-row'

export type { Columns } from './column-layout'

let versions = 0

/** Takes rows one by one, so that they need not all exist at once. */
export class ColumnsBuilder {
  readonly #columns: Omit<Columns, 'text' | 'blocks' | 'masks' | 'recency'>
  readonly #text = new TextIndexBuilder()

  constructor(places: Places) {
    const codes = {
      ...{ region: new KeyList<string>(), town: new KeyList<string>() },
      ...{ incentive: new KeyList<string>(), incentives: new KeyList<number[]>() },
      place: new KeyList<[number, number]>(),
    }
    this.#columns = {
      ...allocateArrays(0),
      ...{ size: 0, live: 0, version: 0, places },
      codes,
      keys: {
        ...{ region: codes.region.values, town: codes.town.values },
        ...{ incentive: codes.incentive.values, incentiveSets: codes.incentives.values },
        place: codes.place.values,
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
    const columns = this.#columns
    const order = orderOnGround(columns, listRows(columns.size))
    sortRows(columns, order)
    columns.cards.trim()
    const text = this.#text.finish(order)
    return Object.assign(columns, {
      text,
      blocks: makeBlocks(columns),
      masks: makeMasks(columns),
      recency: orderByRecency(columns),
      version: ++versions,
    })
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
  addToMasks(columns.masks, columns, added)
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
  for (const key of ['region', 'town', 'place', 'incentives'] as const)
    columns.codes[key].release(columns[key][row] as number)
  columns.version = ++versions
}

/** So many rows are worth making the columns anew at least, and a quarter of all has to be gone. */
const fewestGone = 1000

/** Whether so many rows were replaced or removed that the columns should be made anew. */
export function isWorthCompacting({ size, live }: Pick<Columns, 'size' | 'live'>): boolean {
  return size - live >= fewestGone && (size - live) * 4 >= size
}

/**
 * The same catalogue without the rows that are gone, in the order of the ground again; the columns given stay as they
 * are. Needs neither the database nor the texts, but goes through everything once.
 */
export function compactColumns(columns: Columns): Columns {
  const alive = listRows(columns.size).filter((row) => columns.isLive[row] === 1)
  const order = orderOnGround(columns, alive)
  const positions = new Int32Array(columns.size).fill(-1)
  order.forEach((row, position) => (positions[row] = position))
  const compact = { ...columns, free: { ...columns.free }, size: order.length, live: order.length }
  sortRows(compact, order)
  const { store, starts } = columns.cards.keep(compact.cardAt, compact.numberKey)
  return Object.assign(compact, {
    ...{ cards: store, cardAt: starts, text: columns.text.renumber(positions) },
    ...{ blocks: makeBlocks(compact), masks: makeMasks(compact), recency: orderByRecency(compact) },
    version: ++versions,
  })
}

function makeBlocks({ lng, lat, size }: Pick<Columns, 'lng' | 'lat' | 'size'>): Blocks {
  const blocks = new Blocks()
  for (let row = 0; row < size; row++) blocks.add(row, lng[row] as number, lat[row] as number)
  return blocks
}
