import type { Actor } from '#app/domain/accounts/model'
import { acceptPart } from '#app/domain/inquiries/commands/accept-part.server'
import { addNote, answerPart } from '#app/domain/inquiries/commands/answer-part.server'
import { markDuplicate, markSpam, reopenPart } from '#app/domain/inquiries/commands/end-part.server'
import { askExtension, decideExtension, extendPart } from '#app/domain/inquiries/commands/extend-part.server'
import { markDeficient } from '#app/domain/inquiries/commands/mark-deficient.server'
import { cancelVisit, proposeVisit } from '#app/domain/inquiries/commands/propose-visit.server'
import { redirectPart } from '#app/domain/inquiries/commands/redirect-part.server'
import { takeStep } from '#app/domain/inquiries/commands/take-step.server'
import type { PartRef } from '#app/domain/inquiries/model'
import { AcceptSchema, AnswerSchema, NoteSchema, RedirectSchema } from '#app/domain/inquiries/schema'
import {
  DeficiencySchema,
  DuplicateSchema,
  ExtensionDecisionSchema,
  ExtensionSchema,
  ReopenSchema,
  SpamSchema,
  StepSchema,
} from '#app/domain/inquiries/step-schema'
import { CancelVisitSchema, ProposalSchema } from '#app/domain/inquiries/visits/schema'
import type { Verdict } from '#app/domain/kernel/verdict'
import { pathIn, type Language } from '#app/platform/i18n/language'
import { parseWithZod } from '@conform-to/zod/v4'
import { data, redirect } from '@remix-run/node'
import type { z } from 'zod'
import { answerRefusal, type Answer } from './refusals.server'

/** What was done, as the page says it afterwards: the intents of its forms. */
export const dones = [
  'accept',
  'answer',
  'note',
  'step',
  'visit',
  'visit_cancel',
  'deficient',
  'ask_extension',
  'extend',
  'decide_extension',
  'duplicate',
  'spam',
  'reopen',
] as const
type Done = (typeof dones)[number]

type Sent = { actor: Actor; ref: PartRef; form: FormData; lang: Language }
/** Null when it was done. */
type Task = (sent: Sent) => Promise<ReturnType<typeof data<Answer>> | null>

/** A form of the case page: how it is read, and the command that it asks for. */
function task<Schema extends z.ZodType>(
  schema: Schema,
  command: (actor: Actor, ref: PartRef, input: z.output<Schema>) => Promise<Verdict<PartRef>>,
): Task {
  return async ({ actor, ref, form, lang }) => {
    const submission = parseWithZod(form, { schema })
    if (submission.status !== 'success') return data<Answer>({ reply: submission.reply(), refused: null }, 400)
    const verdict = await command(actor, ref, submission.value)
    return verdict.ok ? null : data(answerRefusal(submission, verdict, lang), 409)
  }
}

const tasks: Record<Done | 'redirect', Task> = {
  accept: task(AcceptSchema, acceptPart),
  answer: task(AnswerSchema, answerPart),
  note: task(NoteSchema, addNote),
  redirect: task(RedirectSchema, redirectPart),
  step: task(StepSchema, takeStep),
  visit: task(ProposalSchema, (actor, ref, { time1, time2, time3, ...order }) =>
    proposeVisit(actor, ref, { ...order, times: [time1, time2, time3].filter((time) => time !== null) }),
  ),
  visit_cancel: task(CancelVisitSchema, cancelVisit),
  deficient: task(DeficiencySchema, markDeficient),
  ask_extension: task(ExtensionSchema, askExtension),
  extend: task(ExtensionSchema, extendPart),
  decide_extension: task(ExtensionDecisionSchema, decideExtension),
  duplicate: task(DuplicateSchema, markDuplicate),
  spam: task(SpamSchema, markSpam),
  reopen: task(ReopenSchema, reopenPart),
}

/** Does what one of the forms of the case page asks for; the answer of its action. */
export async function changeCase(actor: Actor, ref: PartRef, request: Request, lang: Language) {
  const form = await request.formData()
  const intent = form.get('intent')
  if (typeof intent !== 'string' || !Object.hasOwn(tasks, intent)) throw new Response(null, { status: 400 })
  const refused = await tasks[intent as keyof typeof tasks]({ actor, ref, form, lang })
  if (refused !== null) return refused
  if (intent === 'redirect') {
    return redirect(pathIn(lang, `/spk?${new URLSearchParams({ redirected: ref.number })}`), 303)
  }
  const query = new URL(request.url).searchParams
  for (const name of ['do', 'template', '_routes']) query.delete(name)
  query.set('done', intent)
  return redirect(pathIn(lang, `/spk/inquiries/${ref.number}/${ref.part}?${query}`), 303)
}
