import type { Actor } from '#app/domain/accounts/model'
import { clientOf } from '#app/domain/accounts/session.server'
import { resendCaseLink } from '#app/domain/inquiries/commands/resend-case-link.server'
import { submitInquiry } from '#app/domain/inquiries/commands/submit-inquiry.server'
import { isSentByMachine } from '#app/domain/inquiries/form-seal.server'
import { editChoice, readChoice, type Choice } from '#app/domain/inquiries/queries/choice.server'
import type { FormReply } from '#app/domain/inquiries/reply'
import { readSiteEdit, readSiteNumbers, SubmitSchema } from '#app/domain/inquiries/schema'
import { readAskedBrief } from '#app/domain/matching/queries/asked-brief.server'
import { readForm } from '#app/platform/http/read-form.server'
import { pathIn, type Language } from '#app/platform/i18n/language'
import { parseWithZod } from '@conform-to/zod/v4'
import { redirect, type TypedResponse } from '@remix-run/node'
import { randomUUID } from 'node:crypto'

/** Parameters of the page that are no part of a brief. */
export const pageNames = ['site', 'brief', 'key', 'paper', '_routes']

/** A form that came back, with the sites that it is about by now. */
export type InquiryReply = { status: number; reply: FormReply; choice: Choice; isResent: boolean }

type Sent = { actor: Actor; form: FormData; choice: () => Promise<Choice> }

/** Takes the form of an inquiry: sends it, or changes its sites and gives it back as it was typed. */
export async function sendInquiry(actor: Actor, request: Request, lang: Language): Promise<TypedResponse<never> | InquiryReply> {
  const form = await readForm(request)
  const numbers = readSiteNumbers(new URLSearchParams(textsOf(form, 'site').map((number) => ['site', number])))
  const edit = readSiteEdit(form)
  if (edit !== null) {
    const { choice, code } = await editChoice(actor, numbers, edit)
    const error = code === null ? null : { add: [`inquiries.error.${code}`] }
    const initialValue = { ...typedIn(form), ...(code === null ? { add: '' } : {}) }
    const reply = { initialValue, error, params: { number: edit.number } }
    return { status: code === null ? 200 : 400, reply, choice, isResent: false }
  }
  const sent = { actor, form, choice: () => readChoice(actor, numbers) }
  return form.get('intent') === 'resend' ? resend(sent) : submit(sent, request, lang)
}

async function submit({ actor, form, choice }: Sent, request: Request, lang: Language) {
  const submission = parseWithZod(form, { schema: SubmitSchema })
  const back = async (status: number, reply: FormReply): Promise<InquiryReply> => ({
    ...{ status, reply, isResent: false },
    choice: await choice(),
  })
  if (submission.status !== 'success') return back(400, submission.reply())
  const { consent: _consent, website, opened, withBrief, ...input } = submission.value
  const toSent = (key: string) => redirect(pathIn(lang, `/inquiries/sent?${new URLSearchParams({ key })}`), 303)
  // A machine is told what a person is told, and nothing is kept.
  if (website) return toSent(randomUUID())
  // A person in a hurry may press once more: by then the form is old enough.
  if (isSentByMachine(opened)) return back(400, submission.reply({ fieldErrors: { consent: ['inquiries.error.too_fast'] } }))
  const sender = { locale: lang, address: clientOf(request).address }
  const asked = withBrief ? await readAskedBrief(actor, new URL(request.url).searchParams, pageNames) : null
  const verdict = await submitInquiry(actor, input, sender, new Date(), asked?.brief ?? null)
  if (verdict.ok) return toSent(verdict.value.reference)
  const field = ({ too_many: 'email', repeats: 'again', site_unavailable: 'site' } as const)[verdict.code]
  const reply = submission.reply({ fieldErrors: { [field]: [`inquiries.error.${verdict.code}`] } })
  return back(verdict.code === 'too_many' ? 429 : 409, { ...reply, params: verdict.params })
}

/** The answer is the same whether there was a link to send or not. */
async function resend({ actor, form, choice }: Sent): Promise<InquiryReply> {
  const submission = parseWithZod(form, { schema: SubmitSchema })
  if (submission.status === 'success') await resendCaseLink(actor, submission.value)
  const status = submission.status === 'success' ? 200 : 400
  return { status, reply: submission.reply(), choice: await choice(), isResent: status === 200 }
}

function textsOf(form: FormData, name: string): string[] {
  return form.getAll(name).filter((value) => typeof value === 'string')
}

/** What stands in the fields, for a form that goes back unjudged. */
function typedIn(form: FormData): Record<string, string> {
  return Object.fromEntries([...form].filter((pair): pair is [string, string] => typeof pair[1] === 'string'))
}
