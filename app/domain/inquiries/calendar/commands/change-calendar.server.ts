import type { Actor } from '#app/domain/accounts/model'
import { mayAny } from '#app/domain/accounts/policy'
import { localDateOfUtcMidnight, utcMidnightOf } from '#app/domain/kernel/local-date'
import { no, yes, type Verdict } from '#app/domain/kernel/verdict'
import { inTransaction, type Tx } from '#app/platform/db/client.server'
import { database } from '#app/platform/db/database.server'
import { Prisma } from '#app/platform/db/generated/client'
import { notFound } from '#app/platform/http/not-found.server'
import { sendJob } from '#app/platform/jobs/jobs.server'
import type { CalendarOrder, Override } from '../model'
import { StoredOverrideSchema } from '../schema'
import { recalculateJob } from './recalculate-due.server'

/** `unchanged`: it is so already. */
type Changed = Verdict<'saved', 'unchanged'>

/**
 * Sets the override of a day, or takes it away. The change, its place in the history and the job that moves the due
 * days of the open cases are one transaction. The same form once more is a yes.
 */
export async function changeCalendar(actor: Actor, form: string, order: CalendarOrder): Promise<Changed> {
  requireEditing(actor)
  return inTransaction(database(), (tx) => writeChange(tx, actor, form, order))
}

/** Undoes a change; says `superseded` when a later one of that day holds. 404 for an unknown one. */
export async function undoCalendarChange(
  actor: Actor,
  form: string,
  id: string,
): Promise<Verdict<'saved', 'unchanged' | 'superseded'>> {
  requireEditing(actor)
  return inTransaction(database(), async (tx) => {
    const change = await tx.calendarChange.findUnique({ where: { id } })
    if (change === null) throw notFound()
    await lockDay(tx, change.date)
    if ((await tx.calendarChange.count({ where: { form } })) > 0) return yes('saved')
    const newest = await tx.calendarChange.findFirst({
      where: { date: change.date },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    })
    if (newest?.id !== id) return no('superseded')
    const order = { date: localDateOfUtcMidnight(change.date), after: StoredOverrideSchema.parse(change.before) }
    return writeChange(tx, actor, form, order)
  })
}

async function writeChange(tx: Tx, actor: Actor, form: string, { date, after }: CalendarOrder): Promise<Changed> {
  const column = utcMidnightOf(date)
  await lockDay(tx, column)
  if ((await tx.calendarChange.count({ where: { form } })) > 0) return yes('saved')
  const row = await tx.calendarOverride.findUnique({ where: { date: column } })
  const before: Override | null = row && { isWorking: row.isWorking, reason: row.reason, source: row.source }
  if (JSON.stringify(before) === JSON.stringify(after)) return no('unchanged')
  const createdBy = actor.kind === 'person' ? actor.userId : null
  if (after === null) await tx.calendarOverride.delete({ where: { date: column } })
  else {
    const data = { ...after, createdBy }
    await tx.calendarOverride.upsert({ where: { date: column }, create: { date: column, ...data }, update: data })
  }
  const stored = (override: Override | null) => override ?? Prisma.JsonNull
  const { id } = await tx.calendarChange.create({
    data: { form, date: column, before: stored(before), after: stored(after), createdById: createdBy },
    select: { id: true },
  })
  await sendJob(tx, recalculateJob, { id }, { retryLimit: 5, retryDelay: 30, retryBackoff: true })
  return yes('saved')
}

/** One change of a day at a time. */
async function lockDay(tx: Tx, date: Date): Promise<void> {
  const key = `calendar/${date.toISOString().slice(0, 10)}`
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${key}, 0))::text`
}

function requireEditing(actor: Actor): void {
  if (!mayAny(actor, 'calendar.edit')) throw notFound()
}
