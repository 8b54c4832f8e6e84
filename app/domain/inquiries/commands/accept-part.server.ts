import type { Actor } from '#app/domain/accounts/model'
import { no, yes, type Verdict } from '#app/domain/kernel/verdict'
import type { Tx } from '#app/platform/db/client.server'
import { allowedActions, stateOf } from '../clock/workflow'
import type { PartRef } from '../model'
import { changePart } from './change-part.server'
import { appendEvent, type LockedPart } from './event-log.server'
import { tellInvestor } from './notices.server'

/**
 * Takes a case: it is the actor's from now on, and the investor is told. Says `already_accepted` with the name of who
 * was first as `params.by`; the same person once more is a yes.
 */
export function acceptPart(
  actor: Actor,
  ref: PartRef,
  input: { form: string },
  now = new Date(),
): Promise<Verdict<PartRef, 'already_accepted' | 'not_allowed'>> {
  const change = { actor, action: 'inquiry.answer', ref, form: input.form, type: 'accepted' } as const
  return changePart(change, async (tx, part, person, context) => {
    if (!allowedActions(stateOf(part.events), 'body').includes('accepted')) {
      const first = await whoAccepted(tx, part)
      if (first === null) return no('not_allowed')
      return first.id === person.userId ? yes(ref) : no('already_accepted', { by: first.name })
    }
    await appendEvent(
      tx,
      part,
      { type: 'accepted', side: 'body', actorId: person.userId, notes: { form: input.form, by: person.name } },
      now,
      context,
    )
    await tx.inquiryPart.update({ where: { id: part.id }, data: { assigneeId: person.userId, assignedAt: now } })
    await tellInvestor(tx, part, 'accepted', now, context)
    return yes(ref)
  })
}

/** Who took the case since it came to this body; null when nobody did. */
async function whoAccepted(tx: Tx, part: LockedPart): Promise<{ id: string; name: string } | null> {
  const came = part.events.findLast(({ type }) => type === 'redirected' || type === 'reopened')?.sequence ?? 0
  const row = await tx.inquiryEvent.findFirst({
    where: { partId: part.id, type: 'accepted', sequence: { gt: came } },
    orderBy: { sequence: 'desc' },
    select: { actorId: true },
  })
  if (!row?.actorId) return null
  return tx.user.findUnique({ where: { id: row.actorId }, select: { id: true, name: true } })
}
