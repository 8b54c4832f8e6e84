import type { Actor, Person } from '#app/domain/accounts/model'
import { may, type Action } from '#app/domain/accounts/policy'
import { no, yes, type Verdict } from '#app/domain/kernel/verdict'
import { inTransaction, type Tx } from '#app/platform/db/client.server'
import { database } from '#app/platform/db/database.server'
import { notFound } from '#app/platform/http/not-found.server'
import { readClockContext } from '../clock-context.server'
import type { ClockContext, EventType } from '../clock/model'
import { allowedActions, stateOf } from '../clock/workflow'
import type { PartRef } from '../model'
import { EventNotesSchema } from '../schema'
import { visibleParts } from '../visible-to.server'
import { lockPart, type LockedPart } from './event-log.server'

/** What an official wants to do to a part; `form` is the key of the form, sent once per opened form. */
export type Change = { actor: Actor; action: Action; ref: PartRef; form: string; type: EventType }

type Work<Code extends string> = (
  tx: Tx,
  part: LockedPart,
  person: Person,
  context: ClockContext,
) => Promise<Verdict<PartRef, Code>>

/**
 * Runs a change of a body's case in one transaction that holds the part. 404 outside the actor's scope; a form sent
 * again answers as the first time; says `not_allowed` when the state of the case does not allow the event, with the state
 * and the name of who acted last.
 */
export async function changePart<Code extends string>(
  { actor, action, ref, form, type }: Change,
  work: Work<Code>,
): Promise<Verdict<PartRef, Code | 'not_allowed'>> {
  if (actor.kind !== 'person') throw notFound()
  const context = await readClockContext()
  return inTransaction(database(), async (tx) => {
    if (await isRepeat(tx, actor, ref, form)) return yes(ref)
    const part = await lockPart(tx, {
      AND: [visibleParts(actor, action), { sequence: ref.part, inquiry: { number: ref.number } }],
    })
    if (!may(actor, action, { organizationId: part.organizationId })) throw notFound()
    if (part.forms.has(form)) return yes(ref)
    // Nobody is there who could hear of it.
    if (part.inquiry.erasedAt !== null) return no('not_allowed', await readLast(tx, part))
    if (type !== 'accepted' && !allowedActions(stateOf(part.events), 'body').includes(type)) {
      return no('not_allowed', await readLast(tx, part))
    }
    return work(tx, part, actor, context)
  })
}

/** The same form of the same person once more, also when its first time has moved the case out of their sight. */
async function isRepeat(tx: Tx, actor: Person, ref: PartRef, form: string): Promise<boolean> {
  const found = await tx.inquiryEvent.findFirst({
    where: {
      actorId: actor.userId,
      data: { path: ['form'], equals: form },
      part: { sequence: ref.part, inquiry: { number: ref.number } },
    },
    select: { id: true },
  })
  return found !== null
}

/** What somebody else made of the case meanwhile. */
async function readLast(tx: Tx, part: LockedPart): Promise<{ state: string; by: string }> {
  const last = await tx.inquiryEvent.findFirst({
    where: { partId: part.id },
    orderBy: { sequence: 'desc' },
    select: { data: true },
  })
  return { state: stateOf(part.events), by: EventNotesSchema.parse(last?.data).by ?? '' }
}

/** A case that nobody had becomes the actor's when they act on it. */
export async function takeIfFree(tx: Tx, part: LockedPart, person: Person): Promise<void> {
  if (part.assigneeId !== null) return
  await tx.inquiryPart.update({ where: { id: part.id }, data: { assigneeId: person.userId } })
  part.assigneeId = person.userId
}
