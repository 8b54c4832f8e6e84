import type { Actor } from '#app/domain/accounts/model'
import { no, yes, type Verdict } from '#app/domain/kernel/verdict'
import { isTakenBackByReopening, stateOf } from '../clock/workflow'
import type { PartRef } from '../model'
import { visibleParts } from '../visible-to.server'
import { storeMessage } from './answer-part.server'
import { changePart } from './change-part.server'
import { appendEvent } from './event-log.server'
import { tellInvestor } from './notices.server'

const shortestReason = 10

type DuplicateCode = 'not_allowed' | 'same_number' | 'unknown_number'

/**
 * Ends a case that repeats another one which the body has; the investor is told which. Says `unknown_number` for one
 * that the body does not have, `same_number` for the case itself.
 */
export function markDuplicate(
  actor: Actor,
  ref: PartRef,
  { form, of, text }: { form: string; of: string; text: string | null },
  now = new Date(),
): Promise<Verdict<PartRef, DuplicateCode>> {
  const change = { actor, action: 'inquiry.answer', ref, form, type: 'duplicate' } as const
  return changePart<DuplicateCode>(change, async (tx, part, person, context) => {
    if (of === part.inquiry.number) return no('same_number')
    const known = await tx.inquiryPart.count({
      where: { AND: [visibleParts(actor), { inquiry: { number: of }, state: { notIn: ['duplicate', 'spam'] } }] },
    })
    if (known === 0) return no('unknown_number', { number: of })
    const notes = { form, by: person.name, of, ...(text !== null && { text }) }
    await appendEvent(tx, part, { type: 'duplicate', side: 'body', actorId: person.userId, notes }, now, context)
    await tellInvestor(tx, part, 'duplicate', now, context, [of, text].filter(Boolean).join('\n'))
    return yes(ref)
  })
}

/** Ends a case that is none; the investor gets no letter, and why stays inside the body. `reopenPart` takes it back. */
export function markSpam(
  actor: Actor,
  ref: PartRef,
  { form, text }: { form: string; text: string | null },
  now = new Date(),
): Promise<Verdict<PartRef, 'not_allowed'>> {
  const change = { actor, action: 'inquiry.answer', ref, form, type: 'spam' } as const
  return changePart(change, async (tx, part, person, context) => {
    const notes = { form, by: person.name }
    await appendEvent(tx, part, { type: 'spam', side: 'body', actorId: person.userId, notes }, now, context)
    if (text !== null) await storeMessage(tx, part, person, { kind: 'note', form, text, now })
    return yes(ref)
  })
}

/**
 * Opens a case that has ended. Spam and duplicates are taken back as if they had never been, the investor hears only of
 * the latter; for every other case a reason is needed (`reason_short`), and new terms begin.
 */
export function reopenPart(
  actor: Actor,
  ref: PartRef,
  { form, text }: { form: string; text: string | null },
  now = new Date(),
): Promise<Verdict<PartRef, 'not_allowed' | 'reason_short'>> {
  const change = { actor, action: 'inquiry.answer', ref, form, type: 'reopened' } as const
  return changePart<'not_allowed' | 'reason_short'>(change, async (tx, part, person, context) => {
    const state = stateOf(part.events)
    if (!isTakenBackByReopening(state) && (text?.length ?? 0) < shortestReason) return no('reason_short')
    const notes = { form, by: person.name, ...(text !== null && state !== 'spam' && { text }) }
    await appendEvent(tx, part, { type: 'reopened', side: 'body', actorId: person.userId, notes }, now, context)
    await tx.inquiryOutcome.deleteMany({ where: { partId: part.id } })
    if (state === 'spam') return yes(ref)
    await tellInvestor(tx, part, 'reopened', now, context, text ?? undefined)
    return yes(ref)
  })
}
