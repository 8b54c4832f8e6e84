import type { Actor } from '#app/domain/accounts/model'
import { acceptVisit, askOtherTimes } from '#app/domain/inquiries/commands/answer-visit.server'
import { completeInquiry, reopenAsInvestor } from '#app/domain/inquiries/commands/complete-inquiry.server'
import type { CaseAddress } from '#app/domain/inquiries/investor-access.server'
import { investorIntents, type InvestorIntent } from '#app/domain/inquiries/model'
import { CompletionSchema, InvestorReopenSchema } from '#app/domain/inquiries/step-schema'
import { AcceptVisitSchema, OtherTimesSchema } from '#app/domain/inquiries/visits/schema'
import type { Verdict } from '#app/domain/kernel/verdict'
import type { SubmissionResult } from '@conform-to/react'
import { parseWithZod } from '@conform-to/zod/v4'
import { data } from '@remix-run/node'
import type { z } from 'zod'

/** A form about a step of the body that came back. */
export type StepAnswer = { part: number; intent: InvestorIntent; reply: SubmissionResult }

type Sent = { actor: Actor; address: CaseAddress; form: FormData }

/** A form of the investor's about a step of the body: how it is read, its command, and the field of a no. */
function task<Schema extends z.ZodType>(
  intent: InvestorIntent,
  schema: Schema,
  command: (actor: Actor, address: CaseAddress, input: z.output<Schema>) => Promise<Verdict<CaseAddress>>,
) {
  const field = intent === 'visit_accept' ? 'time' : 'text'
  return async ({ actor, address, form }: Sent) => {
    const part = Number(form.get('part')) || 0
    const submission = parseWithZod(form, { schema })
    if (submission.status !== 'success') return data<StepAnswer>({ part, intent, reply: submission.reply() }, 400)
    const verdict = await command(actor, address, submission.value)
    if (verdict.ok) return null
    const code = verdict.code === 'too_many' ? 'many_messages' : verdict.code
    return data<StepAnswer>({ part, intent, reply: submission.reply({ fieldErrors: { [field]: [`inquiries.error.${code}`] } }) }, 409)
  }
}

const tasks = {
  visit_accept: task('visit_accept', AcceptVisitSchema, acceptVisit),
  visit_times: task('visit_times', OtherTimesSchema, askOtherTimes),
  complete: task('complete', CompletionSchema, completeInquiry),
  reopen: task('reopen', InvestorReopenSchema, reopenAsInvestor),
}

/** The intent of a form that answers a step of the body; null for the other forms of the page. */
export function readInvestorIntent(form: FormData): InvestorIntent | null {
  return investorIntents.find((intent) => intent === form.get('intent')) ?? null
}

/** Does what such a form asks for: null when it was done, else the form as it came back. */
export function answerStep(intent: InvestorIntent, sent: Sent) {
  return tasks[intent](sent)
}
