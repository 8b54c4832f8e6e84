import type { SystemActor } from '#app/domain/accounts/model'
import { bounceJob, type BouncedLetter } from '#app/domain/notices/outbox.server'
import { tell } from '#app/domain/notices/tell.server'
import { inTransaction } from '#app/platform/db/client.server'
import { database } from '#app/platform/db/database.server'
import { work } from '#app/platform/jobs/jobs.server'
import { noteChange } from '#app/platform/live/changes.server'
import { caseOf, circleOf } from './circle.server'

const actor: SystemActor = { kind: 'system', name: bounceJob }

/** Lets this process tell a body that a letter to its investor came back. */
export async function startTellingBounces(): Promise<void> {
  await work<BouncedLetter>(bounceJob, (letter) => tellBounce(actor, letter))
}

/** Tells those who have the open parts of an inquiry that its investor cannot be reached by mail; once a letter. */
export async function tellBounce(_by: SystemActor, letter: BouncedLetter, now = new Date()): Promise<void> {
  const inquiryId = /^inquiry:([\da-f-]{36})$/.exec(letter.about)?.[1]
  if (inquiryId === undefined) return
  await inTransaction(database(), async (tx) => {
    const parts = await tx.inquiryPart.findMany({
      where: { inquiryId, closedAt: null, inquiry: { email: letter.toAddress } },
      include: { inquiry: { select: { number: true } } },
      orderBy: { sequence: 'asc' },
    })
    for (const part of parts) {
      const { number } = part.inquiry
      await tell(tx, {
        event: 'letter_bounced',
        circle: await circleOf(tx, part, now),
        ...caseOf(number, part.sequence),
        dedupeKey: `letter_bounced:${letter.id}:${part.id}`,
        facts: { number: number ?? '' },
        now,
      })
    }
    await noteChange(
      tx,
      parts.map(({ organizationId }) => `body:${organizationId}` as const),
    )
  })
}
