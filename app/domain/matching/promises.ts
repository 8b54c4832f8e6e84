import { utilityKinds, type UtilityKind } from '#app/domain/kernel/quantity'
import { readCommitments } from '#app/domain/search/cards'
import type { Columns } from '#app/domain/search/columns'
import { wordsFor, type RowBits } from '#app/domain/search/row-bits'
import { isPaidFor, withAdded } from './closing'

/** Commitments to one utility that are paid for and have a date, by row; days are numbers such as 20270531. */
type Promises = { rows: number[]; added: number[]; due: number[] }

type Index = { size: number; of: Record<UtilityKind, Promises> }

// Reading commitments from the cards at each brief would take longer than everything else. A row never changes, so what
// was read of it holds as long as the columns; new rows are read when they are there.
const indexes = new WeakMap<Columns, Index>()

/**
 * The rows that have less than `min` of a utility, or do not say how much, and to which a commitment that is due before
 * the start (YYYY-MM-DD) and not missed brings it. The first call reads all commitments.
 */
export function promisedRows(
  columns: Columns,
  kind: UtilityKind,
  min: number,
  today: string,
  startOn: string,
): RowBits {
  const { rows, added, due } = promisesOf(columns, kind)
  const column = columns.free[kind]
  const [first, start] = [dayNumber(today), dayNumber(startOn)]
  const promised = new Int32Array(wordsFor(columns.size))
  for (let at = 0; at < rows.length; at++) {
    const [row, day] = [rows[at] as number, due[at] as number]
    if (day < first || day >= start) continue
    const value = column[row] as number
    if (value >= min || withAdded(value, added[at] as number) < min) continue
    promised[row >>> 5] = (promised[row >>> 5] as number) | (1 << (row & 31))
  }
  return promised
}

function promisesOf(columns: Columns, kind: UtilityKind): Promises {
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
function dayNumber(day: string): number {
  return Number(day.replaceAll('-', ''))
}
