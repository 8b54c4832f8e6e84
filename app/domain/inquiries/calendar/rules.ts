import { addDays, weekdayOf, type LocalDate } from '#app/domain/kernel/local-date'
import type { CalendarDayKind } from '#app/domain/kernel/working-calendar'
import type { ClockContext, InquiryEvent } from '../clock/model'
import { readClocks } from '../clock/rules'
import type { Override, YearDay, YearMonth } from './model'

type KnownDay = { date: LocalDate; kind: CalendarDayKind; holiday: string | null }

/** The twelve months of a year, each day with why it is worked or not; an override wins over everything. */
export function layOutYear(
  year: number,
  days: readonly KnownDay[],
  overrides: ReadonlyMap<LocalDate, Override>,
): YearMonth[] {
  const known = new Map(days.map((day) => [day.date, day]))
  return Array.from({ length: 12 }, (_, index) => {
    const first = `${year}-${String(index + 1).padStart(2, '0')}-01` as LocalDate
    const found: YearDay[] = []
    for (let date = first; date.slice(0, 7) === first.slice(0, 7); date = addDays(date, 1)) {
      found.push(readDay(date, known.get(date), overrides.get(date) ?? null))
    }
    const cells: (YearDay | null)[] = [...Array<null>(weekdayOf(first) - 1).fill(null), ...found]
    while (cells.length % 7 > 0) cells.push(null)
    const weeks = Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7))
    return { month: index + 1, workingDays: found.filter(({ isWorking }) => isWorking).length, weeks }
  })
}

function readDay(date: LocalDate, known: KnownDay | undefined, override: Override | null): YearDay {
  const isUsual = known === undefined ? weekdayOf(date) <= 5 : known.kind === 'working_weekend'
  return {
    date,
    isWorking: override?.isWorking ?? isUsual,
    kind: known?.kind ?? null,
    holiday: known?.holiday ?? null,
    override,
  }
}

/** Last days that a body owes now: by law, and by the promise; null where nothing runs. */
export type OwedDays = { legal: LocalDate | null; promise: LocalDate | null }

/** The days that the log owes under that calendar, as of `now`. */
export function owedDays(events: readonly InquiryEvent[], now: Date, context: ClockContext): OwedDays {
  const report = readClocks(events, now, context)
  const promise = [report.firstAnswer, report.nextStep].find((clock) => clock !== null && clock.endedAt === null)
  const legal = report.legal !== null && report.legal.endedAt === null ? report.legal.due : null
  return { legal, promise: promise?.due ?? null }
}

/** Whether one of the days is another one. */
export function hasMoved(before: OwedDays, after: OwedDays): boolean {
  return before.legal !== after.legal || before.promise !== after.promise
}
