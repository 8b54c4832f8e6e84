import type { Actor } from '#app/domain/accounts/model'
import { yes, type Verdict } from '#app/domain/kernel/verdict'
import type { NewEntry } from '../event-builders'
import type { DeclineReason, OfficialStep, PartRef } from '../model'
import { changePart } from './change-part.server'
import { appendEvent } from './event-log.server'
import { tellInvestor } from './notices.server'

export type StepInput = { form: string; step: OfficialStep; reason?: DeclineReason; text: string }

/** Takes a step of the case with words to the investor: refuses, proposes a visit, makes an offer, closes. */
export function takeStep(
  actor: Actor,
  ref: PartRef,
  input: StepInput,
  now = new Date(),
): Promise<Verdict<PartRef, 'not_allowed'>> {
  const { form, step, text } = input
  const change = { actor, action: 'inquiry.answer', ref, form, type: step } as const
  return changePart(change, async (tx, part, person, context) => {
    const common = { side: 'body', actorId: person.userId, notes: { form, text, by: person.name } } as const
    const entry: NewEntry =
      step === 'declined'
        ? { type: step, data: { reason: input.reason ?? 'other' }, ...common }
        : { type: step, ...common }
    await appendEvent(tx, part, entry, now, context)
    if (part.assigneeId === null) {
      await tx.inquiryPart.update({ where: { id: part.id }, data: { assigneeId: person.userId } })
    }
    await tellInvestor(tx, part, step, now, context, text)
    return yes(ref)
  })
}
