import { addDays, localDateOf, msOfDay, startOfDay, weekdayOf, yearOf, type LocalDate } from './local-date'

/**
 * Why a day differs from the Monday-Friday week: `holiday`, `day_off` (7 January, Kurban Ait; never moved),
 * `transfer` (day off moved from a holiday on a weekend), `working_weekend` (worked although a Saturday or Sunday).
 */
export type CalendarDayKind = 'holiday' | 'day_off' | 'transfer' | 'working_weekend'

export type CalendarDay = { date: LocalDate; kind: CalendarDayKind }

/** The government may move days off to other dates (Labour Code art. 85 p. 3); an override wins over everything. */
export type CalendarOverride = { date: LocalDate; isWorking: boolean }

export type WorkingCalendar = {
  isWorkingDay(date: LocalDate): boolean
  /** Whether the data know the year. A year they do not know has weekends only: warn about dates that fall into it. */
  covers(year: number): boolean
}

/** Minutes from midnight in Kazakhstan. */
export type OfficeHours = { startMinute: number; endMinute: number; confidence: 'high' | 'medium' | 'low' }

/** 09:00-18:30. An assumption of medium confidence (sla.json, `time.office_hours`): no source was found. */
export const usualOfficeHours: OfficeHours = { startMinute: 9 * 60, endMinute: 18 * 60 + 30, confidence: 'medium' }

/** More days off in a row than any calendar has; beyond it the data are broken and a search for a working day ends. */
const longestRest = 60

/**
 * Calendar of Kazakhstan from the days that differ from the Monday-Friday week, and an admin's overrides, which win.
 * Days may come in any order; of two entries for one day the last one counts.
 */
export function makeCalendar(
  days: readonly CalendarDay[],
  overrides: readonly CalendarOverride[] = [],
): WorkingCalendar {
  const isWorkingOn = new Map<LocalDate, boolean>()
  for (const day of days) isWorkingOn.set(day.date, day.kind === 'working_weekend')
  for (const override of overrides) isWorkingOn.set(override.date, override.isWorking)
  const years = new Set(days.map((day) => yearOf(day.date)))
  return {
    isWorkingDay: (date) => isWorkingOn.get(date) ?? weekdayOf(date) <= 5,
    covers: (year) => years.has(year),
  }
}

/** The first working day on that day or after it: where a term that ends on a day off moves to (APPC art. 76.5). */
export function workingDayOnOrAfter(calendar: WorkingCalendar, date: LocalDate): LocalDate {
  let day = date
  for (let tried = 0; !calendar.isWorkingDay(day); tried++) {
    if (tried > longestRest) throw new RangeError(`no working day within ${longestRest} days after ${date}`)
    day = addDays(day, 1)
  }
  return day
}

/** The first working day after that day. */
export function nextWorkingDay(calendar: WorkingCalendar, date: LocalDate): LocalDate {
  return workingDayOnOrAfter(calendar, addDays(date, 1))
}

/**
 * The `count`-th working day after `date`, counted from the next day (APPC art. 76.2); always a working day.
 * For 0: the day itself, or the next working day when it is a day off. A negative or broken count is a RangeError.
 */
export function addWorkingDays(calendar: WorkingCalendar, date: LocalDate, count: number): LocalDate {
  if (!Number.isInteger(count) || count < 0) throw new RangeError(`not a count of days: ${count}`)
  if (count === 0) return workingDayOnOrAfter(calendar, date)
  let year = yearOf(date)
  let rest = count + countSinceNewYear(calendar, date)
  for (let { days } = yearTable(calendar, year); rest > days.length; { days } = yearTable(calendar, year)) {
    if (days.length === 0) throw new RangeError(`no working day in ${year}`)
    rest -= days.length
    year++
  }
  return yearTable(calendar, year).days[rest - 1] ?? date
}

/**
 * Working days after `from` up to and including `to`, so that it inverts `addWorkingDays`; negative when `to` is
 * earlier (then: after `to`, up to and including `from`).
 */
export function workingDaysBetween(calendar: WorkingCalendar, from: LocalDate, to: LocalDate): number {
  if (to < from) return -workingDaysBetween(calendar, to, from)
  let count = countSinceNewYear(calendar, to) - countSinceNewYear(calendar, from)
  for (let year = yearOf(from); year < yearOf(to); year++) count += countSinceNewYear(calendar, lastDayOf(year))
  return count
}

/** The working days of a year in their order, and how many there are up to and including each of its days. */
type YearTable = { days: LocalDate[]; countUntil: Map<LocalDate, number> }

/** Clocks ask for them all the time. */
const tables = new WeakMap<WorkingCalendar, Map<number, YearTable>>()

function countSinceNewYear(calendar: WorkingCalendar, date: LocalDate): number {
  return yearTable(calendar, yearOf(date)).countUntil.get(date) ?? 0
}

function yearTable(calendar: WorkingCalendar, year: number): YearTable {
  const years = tables.get(calendar) ?? new Map<number, YearTable>()
  tables.set(calendar, years)
  const table = years.get(year) ?? makeTable(calendar, year)
  years.set(year, table)
  return table
}

function makeTable(calendar: WorkingCalendar, year: number): YearTable {
  const table: YearTable = { days: [], countUntil: new Map() }
  for (let day = addDays(lastDayOf(year - 1), 1); yearOf(day) === year; day = addDays(day, 1)) {
    if (calendar.isWorkingDay(day)) table.days.push(day)
    table.countUntil.set(day, table.days.length)
  }
  return table
}

function lastDayOf(year: number): LocalDate {
  return `${String(year).padStart(4, '0')}-12-31` as LocalDate
}

/** The moment at which the office closes on that day: a term that ends on the day ends then. */
export function endOfOffice(date: LocalDate, hours: OfficeHours): Date {
  return startOfDay(date, hours.endMinute)
}

/**
 * The working day to which something that arrives at `instant` counts: that day up to and including the closing
 * minute, else the next working day (APPC art. 64.3).
 */
export function dayOfArrival(calendar: WorkingCalendar, instant: Date, hours: OfficeHours): LocalDate {
  const day = localDateOf(instant)
  const isInTime = calendar.isWorkingDay(day) && msOfDay(instant) <= hours.endMinute * 60_000
  return isInTime ? day : nextWorkingDay(calendar, day)
}

/** Part of the office hours of the day that has passed at `instant`, 0 … 1; 0 on a day off. */
export function officeDayPassed(calendar: WorkingCalendar, instant: Date, hours: OfficeHours): number {
  if (!calendar.isWorkingDay(localDateOf(instant))) return 0
  const length = (hours.endMinute - hours.startMinute) * 60_000
  const passed = msOfDay(instant) - hours.startMinute * 60_000
  return Math.max(0, Math.min(1, passed / length))
}
