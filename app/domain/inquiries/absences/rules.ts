import { daysBetween, type LocalDate } from '#app/domain/kernel/local-date'
import { no, yes, type Verdict } from '#app/domain/kernel/verdict'

/** Days on which somebody is absent, first and last. */
export type AbsenceDays = { firstDay: LocalDate; lastDay: LocalDate }

/** An absence may be written down so long ahead, and be so long, in days. */
export const longestAbsence = 366

export type AbsenceCode = 'ends_before_it_begins' | 'too_long' | 'is_over' | 'overlaps' | 'stands_in_for_self'

/** Whether an absence can be written down on `today` beside those that the person has already. */
export function checkAbsence(
  absence: AbsenceDays & { userId: string; standInId: string | null },
  others: readonly AbsenceDays[],
  today: LocalDate,
): Verdict<AbsenceDays, AbsenceCode> {
  const { firstDay, lastDay, userId, standInId } = absence
  if (lastDay < firstDay) return no('ends_before_it_begins')
  if (lastDay < today) return no('is_over')
  if (daysBetween(firstDay, lastDay) >= longestAbsence || daysBetween(today, firstDay) > longestAbsence)
    return no('too_long')
  if (standInId === userId) return no('stands_in_for_self')
  const overlapping = others.find((other) => other.firstDay <= lastDay && firstDay <= other.lastDay)
  return overlapping ? no('overlaps', { ...overlapping }) : yes({ firstDay, lastDay })
}

/** Whether the days hold that day. */
export function isAbsentOn({ firstDay, lastDay }: AbsenceDays, day: LocalDate): boolean {
  return firstDay <= day && day <= lastDay
}
