import type { Freshness } from './model'
import { freshnessOf } from './rules'

/** What people are told of: the data fall due, are overdue, have left the search. */
export type ReminderStep = Exclude<Freshness, 'fresh'>

/** The step of which nobody was told yet; null while the data are fresh, and after it was told. */
export function stepToTell(confirmBy: Date, told: string | undefined, now: Date): ReminderStep | null {
  const step = freshnessOf(confirmBy, now)
  return step === 'fresh' || told === toldMark(step, confirmBy) ? null : step
}

/** How a site remembers that a step was told; another term begins anew. */
export function toldMark(step: ReminderStep, confirmBy: Date): string {
  return `${step}:${confirmBy.toISOString()}`
}

export type AkimatMember = {
  userId: string
  role: 'akimat_editor' | 'akimat_head'
  /** Null for the akimat of the region. */
  townKey: string | null
  regionKey: string | null
}

/**
 * Who is told of a step in a town: its editors, and its heads too when data have left the search; the heads where there
 * is no editor, and the region's akimat where the town has nobody.
 */
export function recipientsOf<Member extends AkimatMember>(
  step: ReminderStep,
  place: { townKey: string; regionKey: string },
  members: readonly Member[],
): Member[] {
  const inTown = members.filter((member) => member.townKey === place.townKey)
  if (inTown.length === 0) {
    return members.filter((member) => member.townKey === null && member.regionKey === place.regionKey)
  }
  const editors = inTown.filter((member) => member.role === 'akimat_editor')
  return step === 'lapsed' || editors.length === 0 ? inTown : editors
}
