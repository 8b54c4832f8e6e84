import type { Actor, Person } from '#app/domain/accounts/model'
import type { LocalDate } from '#app/domain/kernel/local-date'
import { no, yes, type Verdict } from '#app/domain/kernel/verdict'
import type { Tx } from '#app/platform/db/client.server'
import type { ClockContext } from '../clock/model'
import { checkExtension, readClocks, type ExtensionCode } from '../clock/rules'
import { pendingExtension } from '../clock/workflow'
import type { PartRef } from '../model'
import { EventNotesSchema } from '../schema'
import { changePart } from './change-part.server'
import { appendEvent, type LockedPart } from './event-log.server'
import { tellInvestor } from './notices.server'
import { tellNews } from './official-notices.server'

type Wish = { form: string; until: LocalDate; text: string }
type WishCode = 'not_allowed' | 'extension_pending' | ExtensionCode
type DecisionCode = 'not_allowed' | 'nothing_asked' | ExtensionCode

/**
 * An officer asks the head for a longer legal term (APPC art. 76.3), with reasons; the heads get a letter, the investor
 * hears nothing. Says no like `checkExtension`, and `extension_pending` while another wish waits.
 */
export function askExtension(
  actor: Actor,
  ref: PartRef,
  { form, until, text }: Wish,
  now = new Date(),
): Promise<Verdict<PartRef, WishCode>> {
  const change = { actor, action: 'inquiry.answer', ref, form, type: 'extension_asked' } as const
  return changePart<WishCode>(change, async (tx, part, person, context) => {
    if (pendingExtension(part.events) !== null) return no('extension_pending')
    const day = checkTerm(part, until, now, context)
    if (!day.ok) return day
    const data = { until: day.value }
    const notes = { form, text, by: person.name }
    const entry = { type: 'extension_asked', side: 'body', actorId: person.userId, data, notes } as const
    await appendEvent(tx, part, entry, now, context)
    const asked = { what: 'extension_asked', by: person.name, actorId: person.userId, text, until: day.value } as const
    await tellNews(tx, part, asked, now)
    return yes(ref)
  })
}

/**
 * The head extends the legal term by a reasoned decision (APPC art. 76.3); the investor is told at once, which keeps the
 * 3 working days of the notice. Says no like `checkExtension`.
 */
export function extendPart(
  actor: Actor,
  ref: PartRef,
  { form, until, text }: Wish,
  now = new Date(),
): Promise<Verdict<PartRef, 'not_allowed' | ExtensionCode>> {
  const change = { actor, action: 'inquiry.extend', ref, form, type: 'extended' } as const
  return changePart<'not_allowed' | ExtensionCode>(change, async (tx, part, person, context) => {
    const day = checkTerm(part, until, now, context)
    if (!day.ok) return day
    await extend(tx, part, person, { form, until: day.value, text }, now, context)
    const extended = { what: 'extended', by: person.name, actorId: person.userId, text, until: day.value } as const
    await tellNews(tx, part, extended, now)
    return yes(ref)
  })
}

/**
 * The head approves or refuses what an officer asked for, who gets a letter about it. Says `nothing_asked` when no wish
 * waits any more; an approval says no like `checkExtension`.
 */
export function decideExtension(
  actor: Actor,
  ref: PartRef,
  { form, decision, text }: { form: string; decision: 'approve' | 'refuse'; text: string | null },
  now = new Date(),
): Promise<Verdict<PartRef, DecisionCode>> {
  const type = decision === 'approve' ? 'extended' : 'extension_refused'
  return changePart<DecisionCode>(
    { actor, action: 'inquiry.extend', ref, form, type },
    async (tx, part, person, context) => {
      const asked = pendingExtension(part.events)
      if (asked === null) return no('nothing_asked')
      const { actorId, data } = await tx.inquiryEvent.findUniqueOrThrow({
        where: { partId_sequence: { partId: part.id, sequence: asked.sequence } },
      })
      if (decision === 'approve') {
        const day = checkTerm(part, asked.until, now, context)
        if (!day.ok) return day
        const reasons = text ?? EventNotesSchema.parse(data).text ?? ''
        await extend(tx, part, person, { form, until: day.value, text: reasons }, now, context)
      } else {
        const notes = { form, text: text ?? '', by: person.name }
        const entry = { type: 'extension_refused', side: 'body', actorId: person.userId, notes } as const
        await appendEvent(tx, part, entry, now, context)
      }
      const decided = { what: type, by: person.name, actorId: person.userId, askedById: actorId } as const
      await tellNews(tx, part, { ...decided, text: text ?? undefined, until: asked.until }, now)
      return yes(ref)
    },
  )
}

function checkTerm(part: LockedPart, until: LocalDate, now: Date, context: ClockContext) {
  return checkExtension(readClocks(part.events, now, context).legal, until, now, context)
}

async function extend(
  tx: Tx,
  part: LockedPart,
  person: Person,
  { form, until, text }: Wish,
  now: Date,
  context: ClockContext,
): Promise<void> {
  const notes = { form, text, by: person.name }
  const entry = { type: 'extended', side: 'body', actorId: person.userId, data: { until }, notes } as const
  await appendEvent(tx, part, entry, now, context)
  await tellInvestor(tx, part, 'extended', now, context, text)
}
