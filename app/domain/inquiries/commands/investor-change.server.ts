import type { Actor } from '#app/domain/accounts/model'
import { no, yes, type Verdict } from '#app/domain/kernel/verdict'
import { inTransaction } from '#app/platform/db/client.server'
import { database } from '#app/platform/db/database.server'
import { notFound } from '#app/platform/http/not-found.server'
import { isCaseKey } from '../case-key.server'
import { readClockContext } from '../clock-context.server'
import { allowedActions, stateOf } from '../clock/workflow'
import { appendEvent, lockPart } from './event-log.server'
import { tellBody } from './notices.server'

/** What opens an inquiry to whoever has its link. */
export type CaseAddress = { number: string; key: string }

/** Longest run of messages that an investor may write in an hour. */
const hourlyMessages = 20
const hourMs = 3_600_000

/**
 * The investor writes to the body that has the part; the same form sent twice is one message. 404 for a wrong key. Says
 * `not_allowed` when the part is closed, `too_many` above the limit of an hour.
 */
export async function writeAsInvestor(
  _actor: Actor,
  address: CaseAddress,
  input: { form: string; part: number; text: string },
  now = new Date(),
): Promise<Verdict<CaseAddress, 'not_allowed' | 'too_many'>> {
  const inquiry = await openInquiry(address)
  const context = await readClockContext()
  return inTransaction(database(), async (tx) => {
    const part = await lockPart(tx, { inquiryId: inquiry.id, sequence: input.part })
    if (part.forms.has(input.form)) return yes(address)
    if (!allowedActions(stateOf(part.events), 'investor').includes('message_from_investor')) return no('not_allowed')
    const since = new Date(now.getTime() - hourMs)
    const recent = part.events.filter(({ type, at }) => type === 'message_from_investor' && at > since)
    if (recent.length >= hourlyMessages) return no('too_many')
    const notes = { form: input.form, by: inquiry.name }
    await appendEvent(tx, part, { type: 'message_from_investor', side: 'investor', notes }, now, context)
    await tx.inquiryMessage.create({
      data: {
        partId: part.id,
        kind: 'investor',
        authorName: inquiry.name,
        text: input.text,
        submissionKey: `${part.id}/${input.form}`,
        createdAt: now,
      },
    })
    await tellBody(tx, 'investor_wrote', part, now)
    return yes(address)
  })
}

/**
 * Takes the whole inquiry back: every part that is still open ends (APPC art. 64.9). 404 for a wrong key. Says
 * `not_allowed` when nothing was open any more.
 */
export async function withdrawInquiry(
  _actor: Actor,
  address: CaseAddress,
  input: { form: string },
  now = new Date(),
): Promise<Verdict<CaseAddress, 'not_allowed'>> {
  const inquiry = await openInquiry(address)
  const context = await readClockContext()
  return inTransaction(database(), async (tx) => {
    let isDone = false
    for (const { sequence } of inquiry.parts) {
      const part = await lockPart(tx, { inquiryId: inquiry.id, sequence })
      if (part.forms.has(input.form)) isDone = true
      else if (allowedActions(stateOf(part.events), 'investor').includes('withdrawn')) {
        const notes = { form: input.form, by: inquiry.name }
        await appendEvent(tx, part, { type: 'withdrawn', side: 'investor', notes }, now, context)
        await tellBody(tx, 'case_withdrawn', part, now)
        isDone = true
      }
    }
    return isDone ? yes(address) : no('not_allowed')
  })
}

/** The registered inquiry that number and key open together; 404 for any other pair. */
export async function openInquiry({ number, key }: CaseAddress) {
  const inquiry = await database().inquiry.findUnique({
    where: { number },
    select: {
      id: true,
      name: true,
      submissionKey: true,
      secretHash: true,
      parts: { select: { sequence: true }, orderBy: { sequence: 'asc' } },
    },
  })
  if (inquiry === null || !isCaseKey(key, inquiry)) throw notFound()
  return inquiry
}
