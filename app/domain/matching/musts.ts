import { blockWords } from '#app/domain/search/blocks'
import type { Columns } from '#app/domain/search/columns'
import type { ConfirmedRows } from '#app/domain/search/confirmed-rows'
import type { Ranks } from '#app/domain/search/ranks'
import type { RowBits } from '#app/domain/search/row-bits'
import { makeSweep, type Asked, type Sweep } from '#app/domain/search/sweeps'
import { conditionOf, rowsWithout } from './conditions'
import { measuredBy, type Measured } from './measured'
import type { Brief, Criterion } from './model'
import { isUtility } from './needs'

/** A must as it is asked of the rows of a block. */
export type Must = {
  sweep: Sweep
  /** What was confirmed too long ago does not count as met. */
  isQuantity: boolean
  /** Rows to which a commitment brings what is asked for. */
  promised: RowBits | null
  /** Null when no row that breaks it is a near miss. */
  counted: Counted | null
}

/** A must whose gap can be counted, except for the rows `without` it. `broken`: rows of the block that miss it. */
export type Counted = Measured & { without: RowBits; broken: RowBits; ranks: Ranks | null }

/** What the musts say of the rows of a block: those that break one, and those that leave one open. */
export type Verdicts = { broken: RowBits; unsaid: RowBits }

/** Room for the verdicts on one block. */
export function makeVerdicts(): Verdicts {
  return { broken: new Int32Array(blockWords), unsaid: new Int32Array(blockWords) }
}

/** Makes a must ready. `promised` are its rows with a commitment that counts. */
export function makeMust(columns: Columns, brief: Brief, criterion: Criterion, promised: RowBits | null): Must {
  const condition = conditionOf(columns, brief, criterion)
  const measured = measuredBy(columns, brief, criterion)
  return {
    sweep: makeSweep(condition, columns),
    isQuantity: condition.isQuantity,
    promised,
    counted: measured && {
      ...measured,
      without: rowsWithout(columns, brief, criterion),
      broken: new Int32Array(blockWords),
      ranks: condition.sweep?.by === 'range' ? condition.sweep.ranks : null,
    },
  }
}

/** What takes rows out first, then what makes near misses of them, utilities last. */
export function inBestOrder<Asking extends { criterion: Criterion; must: Must }>(musts: readonly Asking[]): Asking[] {
  const rank = ({ criterion, must }: Asking) => (must.counted === null ? 0 : isUtility(criterion) ? 2 : 1)
  return musts.toSorted((left, right) => rank(left) - rank(right))
}

/** Asks the rows of a block all musts; those that break one for good are no longer asked afterwards. */
export function askMusts(musts: readonly Must[], rows: Asked, verdicts: Verdicts, { stale }: ConfirmedRows): void {
  verdicts.broken.fill(0)
  verdicts.unsaid.fill(0)
  for (const must of musts) {
    must.sweep(rows)
    if (must.promised !== null) keepPromises(rows, must.promised)
    if (must.isQuantity) doubtStale(rows, stale)
    if (must.counted === null) dropMissed(rows, verdicts)
    else markMissed(rows, must.counted, verdicts)
  }
}

function keepPromises({ first, words, miss, open }: Asked, promised: RowBits): void {
  for (let word = 0; word < words; word++) {
    const rows = ~(promised[first + word] as number)
    miss[word] = (miss[word] as number) & rows
    open[word] = (open[word] as number) & rows
  }
}

/** What nobody vouches for any more may still be too little, but is never enough. */
function doubtStale({ first, words, miss, open }: Asked, stale: RowBits): void {
  for (let word = 0; word < words; word++) {
    open[word] = (open[word] as number) | ((stale[first + word] as number) & ~(miss[word] as number))
  }
}

function dropMissed({ words, asked, miss, open }: Asked, { unsaid }: Verdicts): void {
  for (let word = 0; word < words; word++) {
    asked[word] = (asked[word] as number) & ~(miss[word] as number)
    unsaid[word] = (unsaid[word] as number) | (open[word] as number)
  }
}

function markMissed(rows: Asked, { without, broken: missed }: Counted, { broken, unsaid }: Verdicts): void {
  const { first, words, asked, miss, open } = rows
  for (let word = 0; word < words; word++) {
    const misses = (asked[word] as number) & (miss[word] as number)
    asked[word] = (asked[word] as number) & ~(misses & (without[first + word] as number))
    missed[word] = misses
    broken[word] = (broken[word] as number) | misses
    unsaid[word] = (unsaid[word] as number) | (open[word] as number)
  }
}
