import type { CalendarDayKind } from '#app/domain/kernel/working-calendar'
import type { LocalDate } from '#app/domain/kernel/local-date'
import type { Confidence } from '#app/domain/towns/model'

/** What an admin says of a day; it wins over the reference data. */
export type Override = { isWorking: boolean; reason: string; source: string }

/** A day as the year shows it. */
export type YearDay = {
  date: LocalDate
  isWorking: boolean
  /** Why it differs from the plain week; null when it does not. */
  kind: CalendarDayKind | null
  holiday: string | null
  override: Override | null
}

/** Days of a month by weeks from Monday; null before the first and after the last day. */
export type YearMonth = { month: number; workingDays: number; weeks: (YearDay | null)[][] }

export type CalendarYear = {
  year: number
  /** Years that can be looked at. */
  years: number[]
  months: YearMonth[]
  workingDays: number
  /** Where the reference data of the year come from; null when there are none. */
  source: { label: string; confidence: Confidence } | null
}

/** A change of the overrides in the history. */
export type CalendarChangeLine = {
  id: string
  date: LocalDate
  before: Override | null
  after: Override | null
  by: string | null
  at: string
  /** Cases whose due days moved; null while that is being worked out. */
  moved: number | null
  /** Whether it is what holds now, so that undoing it makes sense. */
  canUndo: boolean
}

/** The override of a day as it should be; null takes it away. */
export type CalendarOrder = { date: LocalDate; after: Override | null }
