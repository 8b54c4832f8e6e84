import type { Actor } from '#app/domain/accounts/model'
import { no, yes, type Verdict } from '#app/domain/kernel/verdict'
import { inTransaction } from '#app/platform/db/client.server'
import { database } from '#app/platform/db/database.server'
import { attachFiles, hasRoom, keepFiles } from '../attachments/keep-files.server'
import type { SentFile } from '../attachments/read-message-form.server'
import { readClockContext } from '../clock-context.server'
import { allowedActions, stateOf } from '../clock/workflow'
import { tellBody } from './notices.server'
import { openInquiry, type CaseAddress } from '../investor-access.server'
import { appendEvent, lockPart, type LockedPart } from './event-log.server'

/** Longest run of messages that an investor may write in an hour. */
const hourlyMessages = 20
const hourMs = 3_600_000

type Message = { form: string; part: number; text: string; files?: readonly SentFile[] }
type MessageRefusal = 'not_allowed' | 'too_many' | 'too_many_in_case' | 'storage_full'

/**
 * The investor writes to the body that has the part; the same form sent twice is one message. 404 for a wrong key. Says
 * `not_allowed` when the part is closed, `too_many` above the limit of an hour, and what is wrong with the files.
 */
export async function writeAsInvestor(
  actor: Actor,
  address: CaseAddress,
  { form, part: sequence, text, files = [] }: Message,
  now = new Date(),
): Promise<Verdict<CaseAddress, MessageRefusal>> {
  const inquiry = await openInquiry(actor, address)
  const context = await readClockContext()
  const where = { inquiryId: inquiry.id, sequence }
  if (files.length > 0) {
    // Before anything is stored; asked again below, where nobody can change the part meanwhile.
    const before = await inTransaction(database(), async (tx) => refusalOf(await lockPart(tx, where), form, now))
    if (before !== null) return before === 'repeat' ? yes(address) : no(before)
    const kept = await keepFiles(files)
    if (!kept.ok) return kept
  }
  return inTransaction(database(), async (tx) => {
    const part = await lockPart(tx, where)
    const refusal = refusalOf(part, form, now)
    if (refusal !== null) return refusal === 'repeat' ? yes(address) : no(refusal)
    if (!(await hasRoom(tx, part.id, files))) return no('too_many_in_case')
    const notes = { form, by: inquiry.name }
    await appendEvent(tx, part, { type: 'message_from_investor', side: 'investor', notes }, now, context)
    const message = await tx.inquiryMessage.create({
      data: {
        ...{ partId: part.id, kind: 'investor', authorName: inquiry.name, text },
        ...{ submissionKey: `${part.id}/${form}`, createdAt: now },
      },
      select: { id: true, partId: true },
    })
    await tellBody(tx, 'investor_wrote', part, now)
    await attachFiles(tx, message, files, 'parties')
    return yes(address)
  })
}

function refusalOf(part: LockedPart, form: string, now: Date): 'repeat' | 'not_allowed' | 'too_many' | null {
  if (part.forms.has(form)) return 'repeat'
  if (!allowedActions(stateOf(part.events), 'investor').includes('message_from_investor')) return 'not_allowed'
  const since = new Date(now.getTime() - hourMs)
  const recent = part.events.filter(({ type, at }) => type === 'message_from_investor' && at > since)
  return recent.length >= hourlyMessages ? 'too_many' : null
}

/**
 * Takes the inquiry back, or only its `part`: what is still open of it ends (APPC art. 64.9). 404 for a wrong key. Says
 * `not_allowed` when nothing of it was open any more.
 */
export async function withdrawInquiry(
  actor: Actor,
  address: CaseAddress,
  input: { form: string; part?: number },
  now = new Date(),
): Promise<Verdict<CaseAddress, 'not_allowed'>> {
  const inquiry = await openInquiry(actor, address)
  const context = await readClockContext()
  return inTransaction(database(), async (tx) => {
    let isDone = false
    for (const { sequence } of inquiry.parts) {
      if (input.part !== undefined && input.part !== sequence) continue
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
