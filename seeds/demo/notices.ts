import type { NoticeEvent } from '#app/domain/notices/events'
import type { Tx } from '#app/platform/db/client.server'
import type { DemoPart } from './demo-part'

const dayMs = 86_400_000

type Told = { event: NoticeEvent; at: Date; isRead: boolean }

/** What stands under the bell of the demo officials: their cases as they came, and what investors wrote last. */
export const noticesPart: DemoPart<null> = {
  key: 'demo-notices',
  prepare: () => Promise.resolve(null),
  write: async (tx, _prepared, { now }) => {
    const parts = await tx.inquiryPart.findMany({
      where: { inquiry: { isDemo: true } },
      include: { inquiry: true, messages: { orderBy: { createdAt: 'asc' } } },
      orderBy: { id: 'asc' },
    })
    for (const part of parts) {
      const last = part.messages.at(-1)
      const told: Told[] = [
        { event: 'case_new', at: part.registeredAt, isRead: now.getTime() - part.registeredAt.getTime() > 2 * dayMs },
        ...(last?.kind === 'investor' ? [{ event: 'investor_wrote' as const, at: last.createdAt, isRead: false }] : []),
      ]
      for (const userId of await readersOf(tx, part)) {
        await tx.notice.createMany({ data: told.map((one) => rowOf(one, userId, part)), skipDuplicates: true })
      }
    }
  },
}

/** Who has the case; where nobody does, everybody of the body. */
async function readersOf(tx: Tx, part: { organizationId: string; assigneeId: string | null }): Promise<string[]> {
  if (part.assigneeId !== null) return [part.assigneeId]
  const members = await tx.member.findMany({
    where: { organizationId: part.organizationId, role: { in: ['spk_officer', 'spk_head'] } },
    select: { userId: true },
  })
  return members.map(({ userId }) => userId)
}

type Part = { id: string; sequence: number; inquiry: { number: string | null; title: string } }

function rowOf({ event, at, isRead }: Told, userId: string, { id, sequence, inquiry }: Part) {
  const number = inquiry.number ?? ''
  return {
    ...{ userId, event, createdAt: at, readAt: isRead ? at : null, letter: 'none' },
    about: `case:${number}/${sequence}`,
    path: `/spk/inquiries/${number}/${sequence}`,
    facts: { number, title: inquiry.title },
    dedupeKey: `demo:${event}:${id}`,
  }
}
