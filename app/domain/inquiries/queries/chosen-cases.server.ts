import type { Actor } from '#app/domain/accounts/model'
import { database } from '#app/platform/db/database.server'
import type { Prisma } from '#app/platform/db/generated/client'
import { readClockContext } from '../clock-context.server'
import type { InboxLine, PartRef } from '../model'
import { visibleParts } from '../visible-to.server'
import { lineSelect, viewLines } from './inbox.server'

/** Open cases of the actor's body that are to be given away: those named, or those of one person; by what is due first. */
export async function listChosen(
  actor: Actor,
  chosen: { cases: readonly PartRef[] } | { of: string },
  most: number,
  now = new Date(),
): Promise<InboxLine[]> {
  const which: Prisma.InquiryPartWhereInput =
    'of' in chosen
      ? { assigneeId: chosen.of }
      : { OR: chosen.cases.map(({ number, part }) => ({ sequence: part, inquiry: { number } })) }
  const rows = await database().inquiryPart.findMany({
    where: { AND: [visibleParts(actor, 'inquiry.answer'), { closedAt: null }, which] },
    select: lineSelect,
    orderBy: [{ dueOn: { sort: 'asc', nulls: 'last' } }, { registeredAt: 'asc' }, { id: 'asc' }],
    take: most,
  })
  return viewLines(actor, rows, now, await readClockContext())
}
