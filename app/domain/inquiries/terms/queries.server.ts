import type { Actor } from '#app/domain/accounts/model'
import { mayAny } from '#app/domain/accounts/policy'
import { localDateOfUtcMidnight, type LocalDate } from '#app/domain/kernel/local-date'
import { database } from '#app/platform/db/database.server'
import { notFound } from '#app/platform/http/not-found.server'
import { readClockVersions } from '../clock-context.server'
import { versionOn } from '../clock/versions'
import { readNames } from '../queries/people-names.server'
import type { PromiseLine } from './model'

/** All versions of the promise, newest first, with how each stands on that day. */
export async function listPromises(actor: Actor, today: LocalDate): Promise<PromiseLine[]> {
  if (!mayAny(actor, 'terms.read')) throw notFound()
  const rows = await database().promiseVersion.findMany({ orderBy: { version: 'desc' } })
  const current = versionOn(await readClockVersions(database()), today)?.version
  const names = await readNames(rows.map(({ createdById }) => createdById))
  return rows.map((row) => {
    const from = localDateOfUtcMidnight(row.validFrom)
    return {
      ...{ version: row.version, from, citation: row.citation },
      ...{ firstAnswerDays: row.firstAnswerDays, nextStepDays: row.nextStepDays, warnPercent: row.warnPercent },
      ...{ officeStart: row.officeStart, officeEnd: row.officeEnd },
      by: row.createdById === null ? null : (names.get(row.createdById) ?? null),
      state:
        row.canceledAt !== null ? 'canceled' : from > today ? 'planned' : row.version === current ? 'in_force' : 'past',
    }
  })
}
