import type { Tx } from '#app/platform/db/client.server'
import type { Visit } from '#app/platform/db/generated/client'
import type { Span } from '../visits/model'

/** Makes the agreements of one official wait for each other, and gives what they have agreed that is not over. */
export async function lockAgenda(tx: Tx, officialId: string, now: Date, without?: string): Promise<Span[]> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`visits/${officialId}`}, 0))::text`
  const rows = await tx.visit.findMany({
    where: {
      officialId,
      state: 'accepted',
      endsAt: { gt: now },
      ...(without !== undefined && { id: { not: without } }),
    },
    select: { startsAt: true, endsAt: true },
  })
  return rows.flatMap(({ startsAt, endsAt }) => (startsAt && endsAt ? [{ start: startsAt, end: endsAt }] : []))
}

/** The visit of the part that is proposed, or agreed and still ahead; null when there is none, or another than `id`. */
export async function findLiveVisit(tx: Tx, partId: string, now: Date, id?: string): Promise<Visit | null> {
  return tx.visit.findFirst({
    where: {
      partId,
      state: { not: 'cancelled' },
      OR: [{ startsAt: null }, { startsAt: { gt: now } }],
      ...(id !== undefined && { id }),
    },
  })
}
