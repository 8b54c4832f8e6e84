import type { Actor } from '#app/domain/accounts/model'
import { acceptPart } from '#app/domain/inquiries/commands/accept-part.server'
import { addNote, answerPart } from '#app/domain/inquiries/commands/answer-part.server'
import { redirectPart } from '#app/domain/inquiries/commands/redirect-part.server'
import { takeStep } from '#app/domain/inquiries/commands/take-step.server'
import type { PartRef } from '#app/domain/inquiries/model'
import { AcceptSchema, AnswerSchema, NoteSchema, RedirectSchema, StepSchema } from '#app/domain/inquiries/schema'
import type { No, Verdict } from '#app/domain/kernel/verdict'
import { pathIn, type Language } from '#app/platform/i18n/language'
import type { SubmissionResult } from '@conform-to/react'
import { parseWithZod } from '@conform-to/zod/v4'
import { data, redirect } from '@remix-run/node'
import type { z } from 'zod'

/** What was done, as the page says it afterwards. */
export const dones = ['accept', 'answer', 'note', 'step'] as const
type Done = (typeof dones)[number]

/** A no of the case itself, whatever was typed. */
export type Refusal = { code: 'not_allowed' | 'already_accepted'; by: string }

/** A form of the case page that came back: with its faults, or refused by the state of the case. */
type Answer = { reply: SubmissionResult | null; refused: Refusal | null }

/** Does what one of the forms of the case page asks for; the answer of its action. */
export async function changeCase(actor: Actor, ref: PartRef, request: Request, lang: Language) {
  const form = await request.formData()
  const page = (done: Done) => {
    const query = new URL(request.url).searchParams
    for (const name of ['do', '_routes']) query.delete(name)
    query.set('done', done)
    return redirect(pathIn(lang, `/spk/inquiries/${ref.number}/${ref.part}?${query}`), 303)
  }
  switch (form.get('intent')) {
    case 'accept':
      return run(
        form,
        AcceptSchema,
        (input) => acceptPart(actor, ref, input),
        () => page('accept'),
      )
    case 'answer':
      return run(
        form,
        AnswerSchema,
        (input) => answerPart(actor, ref, input),
        () => page('answer'),
      )
    case 'note':
      return run(
        form,
        NoteSchema,
        (input) => addNote(actor, ref, input),
        () => page('note'),
      )
    case 'step':
      return run(
        form,
        StepSchema,
        (input) => takeStep(actor, ref, input),
        () => page('step'),
      )
    case 'redirect':
      return run(
        form,
        RedirectSchema,
        (input) => redirectPart(actor, ref, input),
        () => redirect(pathIn(lang, `/spk?${new URLSearchParams({ redirected: ref.number })}`), 303),
      )
    default:
      throw new Response(null, { status: 400 })
  }
}

async function run<Schema extends z.ZodType>(
  form: FormData,
  schema: Schema,
  command: (input: z.output<Schema>) => Promise<Verdict<PartRef>>,
  done: () => Response,
) {
  const submission = parseWithZod(form, { schema })
  if (submission.status !== 'success') return data<Answer>({ reply: submission.reply(), refused: null }, 400)
  const verdict = await command(submission.value)
  if (verdict.ok) return done()
  const refused = refusalOf(verdict)
  const fieldErrors: Record<string, string[]> = refused ? {} : { to: [`inquiries.error.${verdict.code}`] }
  return data<Answer>({ reply: submission.reply({ fieldErrors }), refused }, 409)
}

/** Null for a no that belongs to the field of the other body. */
function refusalOf({ code, params }: No): Refusal | null {
  return code === 'not_allowed' || code === 'already_accepted' ? { code, by: String(params?.by ?? '') } : null
}
