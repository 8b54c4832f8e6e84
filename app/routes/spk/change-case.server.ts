import type { Actor } from '#app/domain/accounts/model'
import { acceptPart } from '#app/domain/inquiries/commands/accept-part.server'
import {
  readMessageForm,
  type FileRefusal,
  type SentFile,
} from '#app/domain/inquiries/attachments/read-message-form.server'
import { answerWithFiles, noteWithFiles } from '#app/domain/inquiries/commands/answer-with-files.server'
import { markDuplicate, markSpam, reopenPart } from '#app/domain/inquiries/commands/end-part.server'
import { askExtension, decideExtension, extendPart } from '#app/domain/inquiries/commands/extend-part.server'
import { markDeficient } from '#app/domain/inquiries/commands/mark-deficient.server'
import { cancelVisit, proposeVisit } from '#app/domain/inquiries/commands/propose-visit.server'
import { redirectPart } from '#app/domain/inquiries/commands/redirect-part.server'
import { takeStep } from '#app/domain/inquiries/commands/take-step.server'
import type { WorkflowState } from '#app/domain/inquiries/clock/model'
import { attachmentFaults } from '#app/domain/inquiries/attachments/model'
import { withFileFault, type FormReply } from '#app/domain/inquiries/reply'
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
import type { No, Verdict } from '#app/domain/kernel/verdict'
import { makeFormat } from '#app/platform/i18n/format'
import { translator } from '#app/platform/i18n/i18n.server'
import { pathIn, type Language } from '#app/platform/i18n/language'
import type { SubmissionResult } from '@conform-to/react'
import { parseWithZod } from '@conform-to/zod/v4'
import { data, redirect } from '@remix-run/node'
import type { z } from 'zod'

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

/** Words of the case itself that say no, whatever was typed. */
const refusals = [
  'not_allowed',
  'already_accepted',
  'return_early',
  'never_written',
  'investor_wrote',
  'silent_early',
  'term_not_running',
  'extension_pending',
  'nothing_asked',
  'visit_open',
  'visit_gone',
] as const
type RefusalCode = (typeof refusals)[number]

type Params = Record<string, string | number>

/** `text` is what was typed and not sent. */
export type Refusal = { code: RefusalCode; params: Params; text: string | null }

/** A form of the case page that came back: with its faults, or refused by the state of the case. */
type Answer = { reply: FormReply | null; refused: Refusal | null }

/** The field that a no is about; those about a time name its place. */
const fieldOf: Record<string, string> = {
  ...{ unknown_body: 'to', same_body: 'to', unknown_number: 'of', same_number: 'of' },
  ...{ fix_too_early: 'fixBy', fix_too_late: 'fixBy', not_later: 'until', over_two_months: 'until' },
  ...{ reason_short: 'text' },
}

type Sent = {
  actor: Actor
  ref: PartRef
  form: FormData
  files: SentFile[]
  badFile: FileRefusal | null
  lang: Language
}
/** Null when it was done. */
type Task = (sent: Sent) => Promise<ReturnType<typeof data<Answer>> | null>

/** A form of the case page: how it is read, and the command that it asks for. */
function task<Schema extends z.ZodType>(
  schema: Schema,
  command: (actor: Actor, ref: PartRef, input: z.output<Schema> & { files: SentFile[] }) => Promise<Verdict<PartRef>>,
): Task {
  return async ({ actor, ref, form, files, badFile, lang }) => {
    const submission = parseWithZod(form, { schema })
    if (badFile !== null) {
      return data<Answer>({ reply: withFileFault(submission.reply(), badFile), refused: null }, 400)
    }
    if (submission.status !== 'success') return data<Answer>({ reply: submission.reply(), refused: null }, 400)
    const verdict = await command(actor, ref, { ...(submission.value as z.output<Schema> & object), files })
    if (verdict.ok) return null
    const fault = attachmentFaults.find((code) => code === verdict.code)
    if (fault === undefined) return data(answerRefusal(submission, verdict, lang), 409)
    return data<Answer>({ reply: withFileFault(submission.reply(), { code: fault, file: '' }), refused: null }, 409)
  }
}

const tasks: Record<Done | 'redirect', Task> = {
  accept: task(AcceptSchema, acceptPart),
  answer: task(AnswerSchema, answerWithFiles),
  note: task(NoteSchema, noteWithFiles),
  redirect: task(RedirectSchema, redirectPart),
  step: task(StepSchema, takeStep),
  visit: task(ProposalSchema, (actor, ref, { time1, time2, time3, files: _files, ...order }) =>
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
  const { form, files, refused: badFile } = await readMessageForm(request)
  const intent = form.get('intent')
  if (typeof intent !== 'string' || !Object.hasOwn(tasks, intent)) throw new Response(null, { status: 400 })
  const refused = await tasks[intent as keyof typeof tasks]({ actor, ref, form, files, badFile, lang })
  if (refused !== null) return refused
  if (intent === 'redirect') {
    return redirect(pathIn(lang, `/spk?${new URLSearchParams({ redirected: ref.number })}`), 303)
  }
  const query = new URL(request.url).searchParams
  for (const name of ['do', 'template', '_routes']) query.delete(name)
  query.set('done', intent)
  return redirect(pathIn(lang, `/spk/inquiries/${ref.number}/${ref.part}?${query}`), 303)
}

type Submission = { reply: (options: { fieldErrors: Record<string, string[]> }) => SubmissionResult }

/** What the page answers to a no of a command: over the form, or at the field that it is about. */
function answerRefusal(submission: Submission, { code, params = {} }: No, lang: Language): Answer {
  const said = sayParams(params, lang)
  const refusal = refusals.find((known) => known === code)
  if (refusal !== undefined) {
    const reply = submission.reply({ fieldErrors: {} })
    const text = reply.initialValue?.text
    return {
      reply,
      refused: { code: refusal, params: said, text: typeof text === 'string' && text !== '' ? text : null },
    }
  }
  const field = 'place' in params ? `time${params.place}` : (fieldOf[code] ?? 'text')
  const reply = submission.reply({ fieldErrors: { [field]: [`inquiries.error.${code}`] } })
  return { reply: { ...reply, params: said }, refused: null }
}

/** Days and states in the words of the page. */
function sayParams(params: No['params'], lang: Language): Params {
  const t = translator(lang)
  const format = makeFormat(lang, t)
  return Object.fromEntries(
    Object.entries(params ?? {}).map(([name, value]) => {
      if (name === 'state') return [name, t(`inquiries.state.${value as WorkflowState}`)]
      return [name, typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? format.date(value) : value]
    }),
  )
}
