import type { LocalDate } from '#app/domain/kernel/local-date'
import { no, yes, type Verdict } from '#app/domain/kernel/verdict'
import type { Period } from './model'

/** A row of the register of service: which body serves a region, or a single site, on which days. */
export type KeptAssignment = Period & { id: string; bodyId: string }

/** What is done to the rows of one region or site so that the change holds. */
export type AssignmentChange = {
  /** The row ends on that day: its first day without service, or null for none. */
  end: { id: string; until: LocalDate | null }[]
  add: (Period & { bodyId: string })[]
  remove: string[]
}

/**
 * `past`: it would change what has already been decided. `period`: it ends before it begins. `same_body`: that body
 * serves then anyway. `begins_then`: another change is planned for that day. `overlap`: one is planned within the
 * period, for `params.day`.
 */
export type AssignmentCode = 'past' | 'period' | 'same_body' | 'begins_then' | 'overlap'
/** The same for all orders about who answers where. */
export type ResponsibilityCode =
  AssignmentCode | 'unknown_body' | 'unknown_site' | 'unknown_successor' | 'ends_anyway' | 'site_planned'

type Order = { bodyId: string; from: LocalDate; until: LocalDate | null }

/** From a day on (until another one) a body serves; whoever served until then ends on that day. */
export function assignFrom(
  kept: readonly KeptAssignment[],
  { bodyId, from, until }: Order,
  today: LocalDate,
): Verdict<AssignmentChange, AssignmentCode> {
  if (from < today) return no('past')
  if (until !== null && until <= from) return no('period')
  if (kept.some((row) => row.from === from && isDays(row))) return no('begins_then')
  const next = nextAfter(kept, from)
  if (next && (until === null || next.from < until)) return no('overlap', { day: next.from })
  const serving = servingOn(kept, from)
  if (serving?.bodyId === bodyId && serving.until === until) return no('same_body')
  return yes({ end: serving ? [{ id: serving.id, until: from }] : [], add: [{ bodyId, from, until }], remove: [] })
}

/** The service of a row ends on that day, its first day without; never later than it would have. */
export function endOn(
  row: KeptAssignment,
  day: LocalDate,
  today: LocalDate,
): Verdict<AssignmentChange, 'past' | 'period'> {
  if (day < today || (row.until !== null && row.until <= today)) return no('past')
  if ((row.from !== null && day <= row.from) || (row.until !== null && day > row.until)) return no('period')
  return yes({ end: [{ id: row.id, until: day }], add: [], remove: [] })
}

/** Takes back what has not begun; whoever was to end on its first day goes on as long as it would have served. */
export function takeBack(
  kept: readonly KeptAssignment[],
  row: KeptAssignment,
  today: LocalDate,
): Verdict<AssignmentChange, 'past'> {
  if (row.from === null || row.from <= today) return no('past')
  const before = kept.find((other) => other.until === row.from && isDays(other))
  return yes({ end: before ? [{ id: before.id, until: row.until }] : [], add: [], remove: [row.id] })
}

/** The rows as they are after the change; new ones have no id of their own yet. */
export function applyChange(kept: readonly KeptAssignment[], change: AssignmentChange): KeptAssignment[] {
  const ends = new Map(change.end.map(({ id, until }) => [id, until]))
  return [
    ...kept
      .filter(({ id }) => !change.remove.includes(id))
      .map((row) => (ends.has(row.id) ? { ...row, until: ends.get(row.id) ?? null } : row)),
    ...change.add.map((row, index) => ({ ...row, id: `new-${index}` })),
  ]
}

/** Two rows that hold on one day, with the first such day; none in a register that only these rules changed. */
export function findOverlaps(
  kept: readonly KeptAssignment[],
): { first: string; second: string; on: LocalDate | null }[] {
  const rows = kept.filter(isDays).sort((left, right) => ((left.from ?? '') < (right.from ?? '') ? -1 : 1))
  return rows.slice(1).flatMap((row, index) => {
    const before = rows.slice(0, index + 1).find(({ until }) => until === null || row.from === null || until > row.from)
    return before ? [{ first: before.id, second: row.id, on: row.from }] : []
  })
}

/** A row that was cut on its first day holds on no day at all. */
export function isDays(row: Period): boolean {
  return row.from === null || row.until === null || row.from < row.until
}

function servingOn(kept: readonly KeptAssignment[], day: LocalDate): KeptAssignment | undefined {
  return kept.find(({ from, until }) => (from === null || from <= day) && (until === null || day < until))
}

function nextAfter(kept: readonly KeptAssignment[], day: LocalDate): { from: LocalDate } | undefined {
  const later = kept.filter(isDays).flatMap(({ from }) => (from !== null && from > day ? [{ from }] : []))
  return later.sort((left, right) => (left.from < right.from ? -1 : 1))[0]
}
