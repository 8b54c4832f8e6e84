import type { Actor } from '#app/domain/accounts/model'
import { no, yes, type Verdict } from '#app/domain/kernel/verdict'
import { inTransaction, type Tx } from '#app/platform/db/client.server'
import { database } from '#app/platform/db/database.server'
import { readClockContext } from '../clock-context.server'
import type { ClockContext, EventType, InquiryEvent } from '../clock/model'
import { allowedActions, stateOf } from '../clock/workflow'
import { lockPart, type LockedPart } from './event-log.server'
import { openInquiry, type CaseAddress } from '../investor-access.server'

/** Most writings of one investor in an hour. */
const hourlyWritings = 20
const hourMs = 3_600_000

/** Whether the investor has written as much in this hour as one may. */
function writesTooMuch(events: readonly InquiryEvent[], now: Date): boolean {
  const since = new Date(now.getTime() - hourMs)
  const written: EventType[] = ['message_from_investor', 'visit_times_asked', 'visit_accepted']
  return events.filter(({ type, at }) => written.includes(type) && at > since).length >= hourlyWritings
}

/** A part that the investor's change holds, with whose inquiry it is. */
type Held = { tx: Tx; part: LockedPart; inquiry: { name: string }; context: ClockContext }

type InvestorChange = { address: CaseAddress; part: number; form: string; type: EventType }

/**
 * Runs a change of the investor's side in one transaction that holds the part. 404 for a wrong key; a form sent again
 * answers as the first time; says `not_allowed` when the state of the case does not allow the event, `too_many` above
 * the limit of an hour.
 */
export async function changeAsInvestor<Code extends string>(
  actor: Actor,
  { address, part: sequence, form, type }: InvestorChange,
  now: Date,
  work: (held: Held) => Promise<Verdict<CaseAddress, Code>>,
): Promise<Verdict<CaseAddress, Code | 'not_allowed' | 'too_many'>> {
  const inquiry = await openInquiry(actor, address)
  const context = await readClockContext()
  return inTransaction(database(), async (tx) => {
    const part = await lockPart(tx, { inquiryId: inquiry.id, sequence })
    if (part.forms.has(form)) return yes(address)
    if (!allowedActions(stateOf(part.events), 'investor').includes(type)) return no('not_allowed')
    if (writesTooMuch(part.events, now)) return no('too_many')
    return work({ tx, part, inquiry, context })
  })
}

/** Keeps words of the investor in the talk, once per form. */
export async function keepInvestorWords(
  { tx, part, inquiry }: Held,
  { form, text }: { form: string; text: string },
  now: Date,
): Promise<void> {
  await tx.inquiryMessage.create({
    data: {
      partId: part.id,
      kind: 'investor',
      authorName: inquiry.name,
      text,
      submissionKey: `${part.id}/${form}`,
      createdAt: now,
    },
  })
}
