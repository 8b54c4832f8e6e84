import { utilityKinds, type UtilityKind } from '#app/domain/kernel/quantity'
import { tenures } from '#app/domain/sites/choices'
import { Ranks } from './ranks'
import { absent } from './row'
import type { RowArrays } from './row-arrays'
import { RowMasks } from './row-masks'

/** Columns of quantities that a search or a brief asks for by bounds. */
export const askedColumns = [
  ...(['area', 'plot', 'height', 'crane', 'highwayKm', 'rentMonth', 'rentM2', 'purchase'] as const),
  ...utilityKinds,
] as const
export type AskedColumn = (typeof askedColumns)[number]

/** The quantities of a column. */
export function quantitiesOf(
  columns: Pick<RowArrays, 'free' | Exclude<AskedColumn, UtilityKind>>,
  name: AskedColumn,
): Float32Array {
  return isUtility(name) ? columns.free[name] : columns[name]
}

const isUtility = (name: AskedColumn): name is UtilityKind => utilityKinds.some((kind) => kind === name)

/** `growing…`: what is known may only become more. `unplaced`: no point is known. */
export const flags = { growingArea: 0, growingHeight: 1, unplaced: 2, growingCrane: 3 } as const

/** The value of `tenure` that stands for "no form of transfer is named". */
export const noTenure = tenures.length

/**
 * What the columns say once more, by value instead of by row: the set of rows that have each code, and the sets of those
 * whose quantity is unknown or does not apply. A criterion is then a few words for every 32 rows.
 */
export type Masks = Record<
  'kind' | 'region' | 'town' | 'sector' | 'tenure' | 'zone' | 'rail' | 'incentive' | 'flag' | 'unknown' | 'absent',
  RowMasks
> & { ranks: Record<AskedColumn, Ranks> }

type Masked = RowArrays & { size: number; keys: { incentiveSets: readonly (readonly number[])[] } }

/** The sets of all rows written. */
export function makeMasks(columns: Masked): Masks {
  const { size } = columns
  const make = () => new RowMasks(size)
  const masks: Masks = {
    ...{ kind: make(), region: make(), town: make(), sector: make(), tenure: make() },
    ...{ zone: make(), rail: make(), incentive: make(), flag: make(), unknown: make(), absent: make() },
    ranks: Object.fromEntries(
      askedColumns.map((name) => [name, new Ranks(quantitiesOf(columns, name), size)]),
    ) as Masks['ranks'],
  }
  for (let row = 0; row < size; row++) takeRow(masks, columns, row)
  return masks
}

/** Takes a new row in. */
export function addToMasks(masks: Masks, columns: Masked, row: number): void {
  for (const set of Object.values(masks)) if (set instanceof RowMasks) set.reserve(row + 1)
  for (const name of askedColumns) masks.ranks[name].add(row, quantitiesOf(columns, name)[row] as number)
  takeRow(masks, columns, row)
}

function takeRow(masks: Masks, columns: Masked, row: number): void {
  for (const name of ['kind', 'region', 'town', 'zone', 'rail'] as const)
    masks[name].add(row, columns[name][row] as number)
  addBits(masks.sector, row, columns.sectors[row] as number)
  addBits(masks.tenure, row, columns.tenures[row] as number)
  if (columns.tenures[row] === 0) masks.tenure.add(row, noTenure)
  for (const key of columns.keys.incentiveSets[columns.incentives[row] as number] ?? []) masks.incentive.add(row, key)
  if (columns.isAreaOpen[row] === 1) masks.flag.add(row, flags.growingArea)
  if (columns.isHeightOpen[row] === 1) masks.flag.add(row, flags.growingHeight)
  if (columns.isCraneOpen[row] === 1) masks.flag.add(row, flags.growingCrane)
  if (Number.isNaN(columns.lng[row]) || Number.isNaN(columns.lat[row])) masks.flag.add(row, flags.unplaced)
  askedColumns.forEach((name, code) => {
    const value = quantitiesOf(columns, name)[row] as number
    if (Number.isNaN(value)) masks.unknown.add(row, code)
    else if (value === absent) masks.absent.add(row, code)
  })
}

function addBits(set: RowMasks, row: number, bits: number): void {
  for (let position = 0; bits >>> position !== 0; position++) if ((bits >>> position) & 1) set.add(row, position)
}
