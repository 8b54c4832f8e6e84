import type { Actor } from '#app/domain/accounts/model'
import { mayAny } from '#app/domain/accounts/policy'
import type { LocalDate } from '#app/domain/kernel/local-date'
import { utcMidnightOf } from '#app/domain/kernel/local-date'
import { database } from '#app/platform/db/database.server'
import { notFound } from '#app/platform/http/not-found.server'
import { readEvent } from '../../clock/schema'
import { contextWith } from '../changed-context.server'
import { hasMoved, owedDays } from '../rules'

const batch = 500

/** How many open cases would be due on other days if the day were worked, not worked, or as the reference data say. */
export async function previewChange(
  actor: Actor,
  order: { date: LocalDate; isWorking: boolean | null },
  now = new Date(),
): Promise<{ open: number; moved: number }> {
  if (!mayAny(actor, 'calendar.read')) throw notFound()
  const db = database()
  const stored = await db.calendarOverride.findUnique({ where: { date: utcMidnightOf(order.date) } })
  const before = await contextWith(db, order.date, stored?.isWorking ?? null)
  const after = await contextWith(db, order.date, order.isWorking)
  const counted = { open: 0, moved: 0 }
  for (let last: string | undefined; ;) {
    const parts = await db.inquiryPart.findMany({
      where: { closedAt: null },
      select: { id: true, events: { orderBy: { sequence: 'asc' } } },
      orderBy: { id: 'asc' },
      take: batch,
      ...(last === undefined ? {} : { cursor: { id: last }, skip: 1 }),
    })
    for (const { events } of parts) {
      const log = events.map(readEvent)
      if (hasMoved(owedDays(log, now, before), owedDays(log, now, after))) counted.moved += 1
    }
    counted.open += parts.length
    last = parts.at(-1)?.id
    if (parts.length < batch) return counted
  }
}
