import { requireRight } from '#app/domain/accounts/session.server'
import type { AskData } from '#app/domain/inquiries/akimat/ask-data'
import { askAkimat, withdrawRequest } from '#app/domain/inquiries/akimat/commands.server'
import { listTopics } from '#app/domain/inquiries/akimat/queries.server'
import { AskAkimatSchema, WithdrawRequestSchema } from '#app/domain/inquiries/akimat/schema'
import { AskAkimatPage } from '#app/domain/inquiries/components/ask-akimat-page'
import { readBodyCase } from '#app/domain/inquiries/queries/body-case.server'
import { PartRefSchema } from '#app/domain/inquiries/schema'
import { localDateOf } from '#app/domain/kernel/local-date'
import { addWorkingDays } from '#app/domain/kernel/working-calendar'
import { makeVoice } from '#app/domain/sites/passport/said'
import { readCalendar } from '#app/domain/towns/queries.server'
import { notFound } from '#app/platform/http/not-found.server'
import { readForm } from '#app/platform/http/read-form.server'
import { requireLanguage, translator } from '#app/platform/i18n/i18n.server'
import { pathIn } from '#app/platform/i18n/language'
import { pageMeta } from '#app/ui/seo'
import { parseWithZod } from '@conform-to/zod/v4'
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { randomUUID } from 'node:crypto'

/** Working days that an akimat usually gets for an answer. */
const usualDays = 3

export async function loader({ request, params }: LoaderFunctionArgs) {
  const lang = requireLanguage(params.lang)
  const actor = await requireRight(request, 'inquiry.answer')
  const ref = PartRefSchema.safeParse(params)
  if (!ref.success) throw notFound()
  const t = translator(lang)
  const now = new Date()
  const inquiry = await readBodyCase(actor, ref.data, now)
  if (!inquiry.actions.includes('akimat_asked')) {
    return redirect(pathIn(lang, `/spk/inquiries/${ref.data.number}/${ref.data.part}`), 303)
  }
  const today = localDateOf(now)
  const page: AskData = {
    ref: ref.data,
    topics: await listTopics(actor, ref.data, makeVoice(lang, t)),
    formKey: randomUUID(),
    today,
    usualDue: addWorkingDays(await readCalendar(), today, usualDays),
  }
  return { title: t('spk.akimat.page', { number: ref.data.number }), page }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const lang = requireLanguage(params.lang)
  const actor = await requireRight(request, 'inquiry.answer')
  const ref = PartRefSchema.safeParse(params)
  if (!ref.success) throw notFound()
  const form = await readForm(request)
  const back = redirect(pathIn(lang, `/spk/inquiries/${ref.data.number}/${ref.data.part}#akimat`), 303)
  if (form.get('intent') === 'withdraw') {
    const taken = WithdrawRequestSchema.safeParse(Object.fromEntries(form))
    if (!taken.success) throw new Response(null, { status: 400 })
    await withdrawRequest(actor, ref.data, taken.data.request)
    return back
  }
  const submission = parseWithZod(form, { schema: AskAkimatSchema })
  if (submission.status !== 'success') return data(submission.reply(), 400)
  const verdict = await askAkimat(actor, ref.data, submission.value)
  if (verdict.ok) return back
  const fields = { unknown_site: 'about', nobody_to_ask: 'about', due_passed: 'dueOn', due_far: 'dueOn' } as const
  const field = verdict.code === 'not_allowed' ? 'text' : fields[verdict.code]
  const message = verdict.code === 'not_allowed' ? 'inquiries.error.not_allowed' : `spk.akimat.error.${verdict.code}`
  return data(submission.reply({ fieldErrors: { [field]: [message] } }), 409)
}

export const meta: MetaFunction<typeof loader> = (args) =>
  pageMeta(args, { title: args.data?.title ?? '', isIndexed: false })

export default function AskAkimat() {
  return <AskAkimatPage data={useLoaderData<typeof loader>().page} reply={useActionData<typeof action>()} />
}
