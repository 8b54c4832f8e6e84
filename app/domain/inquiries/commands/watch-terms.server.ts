import type { SystemActor } from '#app/domain/accounts/model'
import { localDateOf, msOfDay } from '#app/domain/kernel/local-date'
import { inTransaction, type Tx } from '#app/platform/db/client.server'
import { database } from '#app/platform/db/database.server'
import { scheduleJob, work } from '#app/platform/jobs/jobs.server'
import { log } from '#app/platform/log/log.server'
import { readClockContext } from '../clock-context.server'
import type { ClockContext } from '../clock/model'
import { pointsDue } from '../clock/points'
import { entryOfPoint } from '../event-builders'
import { searchTextOf } from '../search-text'
import { visibleParts } from '../visible-to.server'
import { appendEvent, lockPart, rowOf, type LockedPart } from './event-log.server'
import { tellOfTerm } from './term-notices.server'

const jobName = 'watch-terms'
const actor: SystemActor = { kind: 'system', name: jobName }
/** Parts of one round; what is left is taken up by the next one a minute later. */
const atOnce = 500
/** The column's default. */
const neverWritten = new Date(0)

/** Lets this process look every minute for terms that somebody must be told of. */
export async function startWatchingTerms(): Promise<void> {
  await work(jobName, async () => {
    const said = await watchTerms(actor)
    if (said > 0) log.info({ said }, 'told of terms of inquiries')
  })
  await scheduleJob(jobName, '* * * * *', {})
}

/**
 * Says what is due of the terms of all parts: events and letters of one part in one transaction that holds it, so that
 * nothing is said twice or half, whatever runs beside or breaks. Outside office hours it says nothing: what falls due
 * then is said when the office opens. Gives the number of events. At any hour it writes the columns of parts that were
 * stored before these columns were.
 */
export async function watchTerms(by: SystemActor, now = new Date()): Promise<number> {
  const context = await readClockContext()
  const isOpen = isOfficeOpen(now, context)
  const rows = await database().inquiryPart.findMany({
    where: { AND: [visibleParts(by), { wakeAt: { lte: isOpen ? now : neverWritten } }] },
    select: { id: true },
    orderBy: { wakeAt: 'asc' },
    take: atOnce,
  })
  let said = 0
  for (const { id } of rows) {
    // One part that cannot be looked after must not keep the others from it.
    said += await watchPart(id, isOpen, now, context).catch((error: unknown) => {
      log.error({ err: error, part: id }, 'the terms of a part could not be looked after')
      return 0
    })
  }
  return said
}

function isOfficeOpen(now: Date, { calendar, hours }: ClockContext): boolean {
  const minute = msOfDay(now) / 60_000
  return calendar.isWorkingDay(localDateOf(now)) && minute >= hours.startMinute && minute <= hours.endMinute
}

function watchPart(id: string, isOpen: boolean, now: Date, context: ClockContext): Promise<number> {
  return inTransaction(database(), async (tx) => {
    const part = await lockPart(tx, { id })
    const points = isOpen ? pointsDue(part.events, now, context) : []
    for (const point of points) {
      await appendEvent(tx, part, entryOfPoint(point), now, context)
      if (!point.isOver) await tellOfTerm(tx, part, point, now)
    }
    const searchText = part.searchText ?? searchTextOf(part.inquiry, await readSiteNumbers(tx, part))
    await tx.inquiryPart.update({ where: { id }, data: { ...rowOf(part.events, context, now), searchText } })
    return points.length
  })
}

async function readSiteNumbers(tx: Tx, part: LockedPart): Promise<string[]> {
  const rows = await tx.inquirySite.findMany({
    where: { partId: part.id },
    select: { site: { select: { number: true } } },
  })
  return rows.map(({ site }) => site.number)
}
