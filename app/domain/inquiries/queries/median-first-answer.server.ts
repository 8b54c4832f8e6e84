import type { Actor } from '#app/domain/accounts/model'
import { database } from '#app/platform/db/database.server'
import type { Db } from '#app/platform/db/client.server'
import { env } from '#app/platform/env/env.server'
import { readClockContext } from '../clock-context.server'
import { readEvent } from '../clock/schema'
import { daysToFirstAnswer, medianOf } from '../rules'

const yearMs = 365 * 86_400_000
const keptMs = 60_000
/** Newest answered cases that the figure is made of. */
const sample = 500

export type FirstAnswerFigure = { days: number | null; cases: number }

type Kept = { at: number; figure: Promise<FirstAnswerFigure> }
const kept = new WeakMap<Db, Map<string, Kept>>()

/**
 * Median of working days from registration to the first human answer over the last year, of one body or of all; null
 * while nobody has answered. Public, without names; at most a minute old. Demo cases count only while the demo is on.
 */
export function medianFirstAnswer(_actor: Actor, organizationId: string | null = null): Promise<FirstAnswerFigure> {
  const db = database()
  const shelf = kept.get(db) ?? new Map<string, Kept>()
  kept.set(db, shelf)
  const found = shelf.get(organizationId ?? '')
  if (found && Date.now() - found.at < keptMs) return found.figure
  const figure = readFigure(db, organizationId, new Date())
  shelf.set(organizationId ?? '', { at: Date.now(), figure })
  figure.catch(() => shelf.delete(organizationId ?? ''))
  return figure
}

async function readFigure(db: Db, organizationId: string | null, now: Date): Promise<FirstAnswerFigure> {
  const rows = await db.inquiryPart.findMany({
    where: {
      registeredAt: { gt: new Date(now.getTime() - yearMs) },
      events: { some: { type: 'message_from_body' } },
      ...(organizationId === null ? {} : { organizationId }),
      ...(env().demo ? {} : { inquiry: { isDemo: false } }),
    },
    include: { events: { orderBy: { sequence: 'asc' } } },
    orderBy: { registeredAt: 'desc' },
    take: sample,
  })
  const context = await readClockContext()
  const days = rows.flatMap(({ events }) => daysToFirstAnswer(events.map(readEvent), context) ?? [])
  return { days: medianOf(days), cases: days.length }
}
