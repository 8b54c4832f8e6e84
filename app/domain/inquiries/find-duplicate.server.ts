import type { Db, Tx } from '#app/platform/db/client.server'
import { duplicateDays, isAlike } from './duplicates'

const dayMs = 86_400_000
/** Newest inquiries of one person that are compared. */
const most = 20

type Asked = { email: string; title: string; text: string; siteIds: readonly string[] }

/** A registered inquiry of the same person in the last days about one of these sites that says nearly the same. */
export async function findDuplicate(db: Db | Tx, asked: Asked, now: Date, exceptId?: string) {
  const rows = await db.inquiry.findMany({
    where: {
      email: asked.email,
      number: { not: null },
      submittedAt: { gt: new Date(now.getTime() - duplicateDays * dayMs) },
      sites: { some: { siteId: { in: [...asked.siteIds] } } },
      // What was taken back or put aside may be said again.
      parts: { some: { state: { notIn: ['withdrawn', 'spam', 'duplicate', 'returned'] } } },
      ...(exceptId === undefined ? {} : { id: { not: exceptId } }),
    },
    orderBy: { submittedAt: 'desc' },
    take: most,
  })
  const said = `${asked.title} ${asked.text}`
  return rows.find(({ title, text }) => isAlike(`${title} ${text}`, said)) ?? null
}
