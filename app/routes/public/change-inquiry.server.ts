import type { Actor } from '#app/domain/accounts/model'
import { readMessageForm, type MessageForm } from '#app/domain/inquiries/attachments/read-message-form.server'
import { withdrawInquiry, writeAsInvestor } from '#app/domain/inquiries/commands/investor-change.server'
import { keepInquiry } from '#app/domain/inquiries/commands/keep-inquiry.server'
import { ratePart } from '#app/domain/inquiries/commands/rate-part.server'
import { withFileFault, type FormReply } from '#app/domain/inquiries/reply'
import { openInquiry, type CaseAddress } from '#app/domain/inquiries/investor-access.server'
import {
  InvestorMessageSchema,
  RatingSchema,
  WithdrawSchema,
} from '#app/domain/inquiries/schema'
import { parseWithZod } from '@conform-to/zod/v4'

/** What was done, as the page says it afterwards. */
export const dones = ['sent', 'withdrawn', 'part_withdrawn', 'rated', 'kept'] as const
export type Done = (typeof dones)[number]

/** A form that came back; `part` is 0 where it is about the whole inquiry. */
export type CaseReply = { intent: 'message' | 'withdraw' | 'rate' | 'keep'; part: number; reply: FormReply }

export type CaseOutcome = { done: Done } | { status: number; answer: CaseReply }

/** A form of the investor's page; 404 for who may not open it, before a byte of files is looked at. */
export async function readCaseForm(actor: Actor, address: CaseAddress, request: Request): Promise<MessageForm> {
  await openInquiry(actor, address)
  return readMessageForm(request)
}

/** Does what one of the forms of the investor's page asks for. */
export async function changeInquiry(actor: Actor, address: CaseAddress, sent: MessageForm): Promise<CaseOutcome> {
  switch (sent.form.get('intent')) {
    case 'withdraw':
      return withdraw(actor, address, sent.form)
    case 'rate':
      return rate(actor, address, sent.form)
    case 'keep':
      return keep(actor, address)
    default:
      return write(actor, address, sent)
  }
}

async function write(actor: Actor, address: CaseAddress, { form, files, refused }: MessageForm): Promise<CaseOutcome> {
  const submission = parseWithZod(form, { schema: InvestorMessageSchema })
  const back = (status: number, reply: FormReply): CaseOutcome => ({
    status,
    answer: { intent: 'message', part: Number(form.get('part')) || 0, reply },
  })
  if (refused !== null) return back(400, withFileFault(submission.reply(), refused))
  if (submission.status !== 'success') return back(400, submission.reply())
  const verdict = await writeAsInvestor(actor, address, { ...submission.value, files })
  if (verdict.ok) return { done: 'sent' }
  const { code } = verdict
  if (code === 'too_many_in_case' || code === 'storage_full') {
    return back(409, withFileFault(submission.reply(), { code, file: '' }))
  }
  const word = code === 'too_many' ? 'many_messages' : code
  return back(409, submission.reply({ fieldErrors: { text: [`inquiries.error.${word}`] } }))
}

async function withdraw(actor: Actor, address: CaseAddress, form: FormData): Promise<CaseOutcome> {
  const submission = parseWithZod(form, { schema: WithdrawSchema })
  const back = (status: number, reply: FormReply): CaseOutcome => ({
    status,
    answer: { intent: 'withdraw', part: 0, reply },
  })
  if (submission.status !== 'success') return back(400, submission.reply())
  const verdict = await withdrawInquiry(actor, address, submission.value)
  if (verdict.ok) return { done: submission.value.part === undefined ? 'withdrawn' : 'part_withdrawn' }
  return back(409, submission.reply({ formErrors: [`inquiries.error.${verdict.code}`] }))
}

async function rate(actor: Actor, address: CaseAddress, form: FormData): Promise<CaseOutcome> {
  const submission = parseWithZod(form, { schema: RatingSchema })
  const back = (status: number, reply: FormReply): CaseOutcome => ({
    status,
    answer: { intent: 'rate', part: Number(form.get('part')) || 0, reply },
  })
  if (submission.status !== 'success') return back(400, submission.reply())
  const verdict = await ratePart(actor, address, submission.value)
  if (verdict.ok) return { done: 'rated' }
  return back(409, submission.reply({ fieldErrors: { stars: [`inquiries.error.${verdict.code}`] } }))
}

async function keep(actor: Actor, address: CaseAddress): Promise<CaseOutcome> {
  // The session has ended since the page was opened: the page offers to sign in.
  if (actor.kind !== 'person') return { status: 409, answer: { intent: 'keep', part: 0, reply: {} } }
  const verdict = await keepInquiry(actor, address)
  if (verdict.ok) return { done: 'kept' }
  const reply = { error: { '': [`inquiries.error.${verdict.code}`] } }
  return { status: 409, answer: { intent: 'keep', part: 0, reply } }
}
