import type { UtilityKind } from '#app/domain/kernel/quantity'
import { absent } from '#app/domain/search/row'
import type { Commitment, CommitmentState } from '#app/domain/sites/model'
import { commitmentState } from '#app/domain/sites/rules'
import type { ClosingCommitment } from './model'

/** When commitments are judged: today, and the day on which the project starts (YYYY-MM-DD). */
export type Calendar = { today: string; startOn: string | null }

/** Paid for and not yet done. What is done stands in the free capacity already and would be counted twice. */
export function isPaidFor(state: CommitmentState): boolean {
  return state === 'funded' || state === 'in_progress'
}

/** Best first when none closes the gap or several do. */
const certainty: readonly CommitmentState[] = ['in_progress', 'funded', 'planned', 'missed']

/** What is there (nothing when it is unknown or does not apply) and what is added, as exact as the catalogue is. */
export function withAdded(value: number, added: number): number {
  return Math.fround((value > absent ? value : 0) + Math.fround(added))
}

/** Whether one commitment that is paid for and due before the start brings `value` to `min` by itself. */
export function isCommitted(
  commitments: readonly Commitment[],
  work: UtilityKind,
  value: number,
  min: number,
  { today, startOn }: Calendar,
): boolean {
  if (startOn === null) return false
  return commitments.some((commitment) => {
    if (commitment.work !== work || commitment.added === null || commitment.dueOn === null) return false
    if (commitment.dueOn >= startOn || !isPaidFor(commitmentState(commitment, today))) return false
    return withAdded(value, commitment.added) >= min
  })
}

/**
 * The commitment that comes closest to closing a gap: one that is counted as met, else one that would close it, else
 * the most certain, the earliest, the largest. Null when nothing is promised for that utility.
 */
export function findClosing(
  commitments: readonly Commitment[],
  work: UtilityKind,
  value: number,
  min: number,
  calendar: Calendar,
): ClosingCommitment | null {
  const rank = (commitment: Commitment): (number | string)[] => [
    isCommitted([commitment], work, value, min, calendar) ? 0 : 1,
    withAdded(value, commitment.added ?? 0) >= min ? 0 : 1,
    certainty.indexOf(commitmentState(commitment, calendar.today)),
    commitment.dueOn ?? '9999',
    -(commitment.added ?? 0),
    commitment.id,
  ]
  const [best] = commitments
    .filter((commitment) => commitment.work === work && commitment.added !== null && commitment.state !== 'done')
    .sort((left, right) => compareRanks(rank(left), rank(right)))
  if (!best) return null
  const { id, added, dueOn, programme } = best
  return { id, work, added: added ?? 0, dueOn, programme, state: commitmentState(best, calendar.today) }
}

function compareRanks(left: readonly (number | string)[], right: readonly (number | string)[]): number {
  const position = left.findIndex((value, index) => value !== right[index])
  if (position === -1) return 0
  return (left[position] ?? 0) < (right[position] ?? 0) ? -1 : 1
}
