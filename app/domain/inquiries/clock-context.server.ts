import { localDateOf, localDateOfUtcMidnight } from '#app/domain/kernel/local-date'
import { usualOfficeHours } from '#app/domain/kernel/working-calendar'
import { readCalendar } from '#app/domain/towns/queries.server'
import type { Db } from '#app/platform/db/client.server'
import { database } from '#app/platform/db/database.server'
import { usualTerms, type ClockContext, type ClockVersion } from './clock/model'
import { versionOn } from './clock/versions'

/**
 * What the clocks need beside the log: the calendar, and the promise by day of registration. `terms` and `hours` are
 * those of today. Read it before a transaction begins: it has its own connection.
 */
export async function readClockContext(now = new Date()): Promise<ClockContext> {
  const [calendar, versions] = await Promise.all([readCalendar(), readClockVersions(database())])
  const current = versionOn(versions, localDateOf(now))
  return {
    calendar,
    hours: current?.hours ?? usualOfficeHours,
    terms: { ...usualTerms, ...current?.promise },
    dated: { versions, hours: usualOfficeHours, terms: usualTerms },
  }
}

/** The versions of the promise that were not taken back. */
export async function readClockVersions(db: Db): Promise<ClockVersion[]> {
  const rows = await db.promiseVersion.findMany({ where: { canceledAt: null } })
  return rows.map((row) => ({
    version: row.version,
    from: localDateOfUtcMidnight(row.validFrom),
    promise: {
      firstAnswer: row.firstAnswerDays,
      nextStep: row.nextStepDays,
      warnShare: row.warnPercent / 100,
    },
    hours: { startMinute: row.officeStart, endMinute: row.officeEnd, confidence: 'high' },
  }))
}
