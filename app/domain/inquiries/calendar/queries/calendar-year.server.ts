import type { Actor } from '#app/domain/accounts/model'
import { mayAny } from '#app/domain/accounts/policy'
import { localDateOfUtcMidnight, toLocalDate, utcMidnightOf, yearOf } from '#app/domain/kernel/local-date'
import { database } from '#app/platform/db/database.server'
import { notFound } from '#app/platform/http/not-found.server'
import { readNames } from '../../queries/people-names.server'
import type { CalendarChangeLine, CalendarYear, Override } from '../model'
import { layOutYear } from '../rules'
import { StoredOverrideSchema } from '../schema'

/** A year of the working calendar with its overrides; a year without reference data has weekends only. */
export async function readCalendarYear(actor: Actor, year: number): Promise<CalendarYear> {
  requireReading(actor)
  const db = database()
  const within = { gte: utcMidnightOf(toLocalDate(`${year}-01-01`)), lte: utcMidnightOf(toLocalDate(`${year}-12-31`)) }
  const [days, overrides, edges] = await Promise.all([
    db.calendarDay.findMany({ where: { date: within }, orderBy: { date: 'asc' } }),
    db.calendarOverride.findMany({ where: { date: within } }),
    db.calendarDay.aggregate({ _min: { date: true }, _max: { date: true } }),
  ])
  const known = days.map(({ date, kind, holidayKey }) => ({
    ...{ date: localDateOfUtcMidnight(date), kind },
    holiday: holidayKey,
  }))
  const ofDay = overrides.map(({ date, isWorking, reason, source }) => {
    const override: Override = { isWorking, reason, source }
    return [localDateOfUtcMidnight(date), override] as const
  })
  const months = layOutYear(year, known, new Map(ofDay))
  const first = edges._min.date ? yearOf(localDateOfUtcMidnight(edges._min.date)) : year
  const last = edges._max.date ? yearOf(localDateOfUtcMidnight(edges._max.date)) : year
  const [sample] = days
  return {
    year,
    // One more than is known: a day of the next year can be set before its calendar is there.
    years: Array.from({ length: last - first + 2 }, (_, index) => first + index),
    months,
    workingDays: months.reduce((sum, month) => sum + month.workingDays, 0),
    source: sample ? { label: sample.source, confidence: sample.confidence } : null,
  }
}

/** What was changed, newest first. */
export async function listCalendarChanges(actor: Actor): Promise<CalendarChangeLine[]> {
  requireReading(actor)
  const rows = await database().calendarChange.findMany({
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: 50,
  })
  const names = await readNames(rows.map(({ createdById }) => createdById))
  const seen = new Set<number>()
  return rows.map((row) => {
    const isNewest = !seen.has(row.date.getTime())
    seen.add(row.date.getTime())
    return {
      id: row.id,
      date: localDateOfUtcMidnight(row.date),
      before: StoredOverrideSchema.parse(row.before),
      after: StoredOverrideSchema.parse(row.after),
      by: row.createdById === null ? null : (names.get(row.createdById) ?? null),
      at: row.createdAt.toISOString(),
      moved: row.moved,
      canUndo: isNewest,
    }
  })
}

function requireReading(actor: Actor): void {
  if (!mayAny(actor, 'calendar.read')) throw notFound()
}
