import type { Columns } from './column-layout'
import { replaceArrays, roomFor } from './row-arrays'

/** The rows in the order in which neighbours on the ground are neighbours; those without a point come last. */
export function orderOnGround({ cell }: Pick<Columns, 'cell'>, rows: Uint32Array): Uint32Array {
  // Cell and position in one number of at most 53 bits, so that the fast sort of typed arrays does.
  const room = 2 ** Math.max(1, Math.ceil(Math.log2(rows.length + 1)))
  const keys = new Float64Array(rows.length)
  for (let at = 0; at < rows.length; at++) keys[at] = (cell[rows[at] as number] as number) * room + at
  return Uint32Array.from(keys.sort(), (key) => rows[key % room] as number)
}

/** Puts the rows of `order` into the places 0, 1, 2… of all arrays, which become new ones. */
export function sortRows(arrays: Parameters<typeof replaceArrays>[0], order: Uint32Array): void {
  replaceArrays(arrays, (array) => {
    const sorted = new (array.constructor as new (length: number) => typeof array)(roomFor(order.length))
    for (let row = 0; row < order.length; row++) sorted[row] = array[order[row] as number] as number
    return sorted
  })
}

/** All rows up to `size`, in their order. */
export function listRows(size: number): Uint32Array {
  const rows = new Uint32Array(size)
  for (let row = 0; row < size; row++) rows[row] = row
  return rows
}
