import { utcMidnightOf, type LocalDate } from '#app/domain/kernel/local-date'
import type { Db, Tx } from '#app/platform/db/client.server'

/** Those of the people who are absent on that day, each with the stand-in or null. */
export async function readAbsent(
  db: Db | Tx,
  userIds: readonly string[],
  day: LocalDate,
): Promise<Map<string, string | null>> {
  if (userIds.length === 0) return new Map()
  const on = utcMidnightOf(day)
  const rows = await db.officerAbsence.findMany({
    where: { userId: { in: [...userIds] }, canceledAt: null, firstDay: { lte: on }, lastDay: { gte: on } },
    select: { userId: true, standInId: true },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  })
  return new Map(rows.map(({ userId, standInId }) => [userId, standInId]))
}
