import { utilityKinds, type UtilityKind } from '#app/domain/kernel/quantity'
import { readCommitments } from '#app/domain/search/cards'
import type { Columns } from '#app/domain/search/columns'
import { isPaidFor } from './closing'

/** Commitments to one utility that are paid for and have a date, by row; days are numbers such as 20270531. */
export type Promises = { rows: number[]; added: number[]; due: number[] }

type Index = { size: number; of: Record<UtilityKind, Promises> }

// Reading commitments from the cards at each brief would take longer than everything else. A row never changes, so what
// was read of it holds as long as the columns; new rows are read when they are there.
const indexes = new WeakMap<Columns, Index>()

/** The commitments to a utility that may count as met, in the order of the rows. The first call reads all of them. */
export function promisesOf(columns: Columns, kind: UtilityKind): Promises {
  const index = indexes.get(columns) ?? makeIndex()
  indexes.set(columns, index)
  for (; index.size < columns.size; index.size += 1) {
    if (columns.promised[index.size] !== 0) readRow(columns, index.size, index)
  }
  return index.of[kind]
}

function makeIndex(): Index {
  const of = Object.fromEntries(utilityKinds.map((kind) => [kind, { rows: [], added: [], due: [] }]))
  return { size: 0, of: of as unknown as Index['of'] }
}

function readRow(columns: Columns, row: number, { of }: Index): void {
  for (const { work, added, dueOn, state } of readCommitments(columns, row)) {
    if (added === null || dueOn === null || !isPaidFor(state) || !isKindOf(work, of)) continue
    of[work].rows.push(row)
    of[work].added.push(added)
    of[work].due.push(dayNumber(dueOn))
  }
}

function isKindOf(work: string, of: Index['of']): work is UtilityKind {
  return work in of
}

/** `2027-05-31` as 20270531: orders like the day. */
export function dayNumber(day: string): number {
  return Number(day.replaceAll('-', ''))
}

/** Position of the first promise of a row at or after `row`. */
export function firstFrom({ rows }: Promises, row: number): number {
  let [low, high] = [0, rows.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((rows[middle] as number) < row) low = middle + 1
    else high = middle
  }
  return low
}
