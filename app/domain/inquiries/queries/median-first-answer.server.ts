import type { Actor } from '#app/domain/accounts/model'
import { database } from '#app/platform/db/database.server'
import type { Db } from '#app/platform/db/client.server'
import { keepFor } from '#app/platform/db/keep-for.server'
import { env } from '#app/platform/env/env.server'
import { publishSpeed, type PublicFigures } from '../figures/rules'

const yearMs = 365 * 86_400_000
const keptMs = 60_000
/** Newest answered cases that the figure is made of. */
const sample = 2000

/**
 * How fast the first human answer came over the last year, of one body or of all: median of working days, share in the
 * days of the promise; null for fewer than three answered cases. Public, without names; at most a minute old. Demo cases
 * count only while the demo is on.
 */
export function medianFirstAnswer(_actor: Actor, organizationId: string | null = null): Promise<PublicFigures> {
  const name = `first-answer/${organizationId ?? ''}`
  return keepFor(keptMs, database(), name, (db) => readFigure(db, organizationId, new Date()))
}

async function readFigure(db: Db, organizationId: string | null, now: Date): Promise<PublicFigures> {
  const rows = await db.inquiryPart.findMany({
    where: {
      registeredAt: { gt: new Date(now.getTime() - yearMs) },
      answerDays: { not: null },
      ...(organizationId === null ? {} : { organizationId }),
      ...(env().demo ? {} : { inquiry: { isDemo: false } }),
    },
    select: { answerDays: true, isPromiseKept: true },
    orderBy: { registeredAt: 'desc' },
    take: sample,
  })
  return publishSpeed(rows)
}
